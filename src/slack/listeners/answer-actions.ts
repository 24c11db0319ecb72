/** The buttons below an answer: explain it, say what it was worth. */
import type { App, BlockAction } from '@slack/bolt';
import { findAskedPlan, lookAgain } from '../../assistant/asked-plan.ts';
import { saveFeedback, VERDICTS } from '../../assistant/feedback.ts';
import { ProblemError } from '../../domain/result.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { onPress, type Press } from '../asking.ts';
import { openForm } from '../open-form.ts';
import type { Tools } from '../tools.ts';
import { EXPLAIN, FEEDBACK } from '../views/answer-actions.ts';
import { explainedModal } from '../views/explained.ts';

const explain = async (tools: Tools, press: Press): Promise<void> => {
  const { manager, value: receiptId, tell, body } = press;
  const { actor } = manager;
  const asked = await findAskedPlan(tools, { actor, receiptId });
  if (!asked) return tell(slackAnswerText[manager.language].notYours);
  const answer = await lookAgain(tools, { actor, ...asked });
  if (!answer.ok) throw new ProblemError(answer.problem);
  await openForm(tools, body.trigger_id, explainedModal(answer.value, receiptId), () =>
    tell(slackAnswerText[manager.language].tooSlow),
  );
};

const rate = async (tools: Tools, { manager, value, tell }: Press): Promise<void> => {
  const [said, receiptId = ''] = value.split(':');
  const verdict = VERDICTS.find((known) => known === said);
  const { actor } = manager;
  const isKept = verdict && (await saveFeedback(tools, { actor, receiptId, verdict }));
  if (!isKept) await tell(slackAnswerText[manager.language].notYours);
};

export const registerAnswerActions = (app: App, tools: Tools): void => {
  const works = { [EXPLAIN]: explain, [FEEDBACK]: rate };
  for (const [actionId, work] of Object.entries(works))
    app.action<BlockAction>(actionId, (args) =>
      onPress(tools, args, (press) => work(tools, press)),
    );
};
