/** The buttons below an answer: explain it, take it along, say what it was worth. */
import type { App, BlockAction } from '@slack/bolt';
import { findAskedPlan, lookAgain } from '../../assistant/asked-plan.ts';
import { saveFeedback, VERDICTS } from '../../assistant/feedback.ts';
import { ProblemError } from '../../domain/result.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { askChoice } from '../answer-in.ts';
import { onPress, type Press } from '../asking.ts';
import { openForm } from '../open-form.ts';
import { ownPlaceOf } from '../own-place.ts';
import { csvOf, sheetOf } from '../spreadsheet.ts';
import type { Tools } from '../tools.ts';
import { EXPLAIN, EXPORT_CSV, FEEDBACK } from '../views/answer-actions.ts';
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

const FILE_NAME_BAD = /[^\p{L}\p{N}._-]+/gu;

/** Hands out the answer as a file, made anew: what is taken along leaves a receipt like what is shown. */
const exportCsv = async (tools: Tools, press: Press): Promise<void> => {
  const { manager, value: receiptId, tell, body } = press;
  const { actor } = manager;
  const words = slackAnswerText[manager.language];
  const place = await ownPlaceOf(tools, body, manager);
  if (!place) return tell(words.exportOnlyInDm);
  const asked = await findAskedPlan(tools, { actor, receiptId });
  if (!asked) return tell(words.notYours);
  const answer = await askChoice(tools, manager, asked);
  const sheet = sheetOf(answer);
  if (sheet.rows.length === 0) return tell(words.exportNothing);
  const date = answer.businessDate ?? '';
  const filename = `${words.fileName}-${date}.csv`.replace(FILE_NAME_BAD, '-');
  const thread = place.threadTs ?? body.message?.ts ?? '';
  await tools.web.files.uploadV2({
    channel_id: place.channel,
    thread_ts: thread,
    initial_comment: words.exported(sheet.rows.length, date),
    filename,
    title: filename,
    file: Buffer.from(csvOf(sheet)),
  });
};

const rate = async (tools: Tools, { manager, value, tell }: Press): Promise<void> => {
  const [said, receiptId = ''] = value.split(':');
  const verdict = VERDICTS.find((known) => known === said);
  const { actor } = manager;
  const isKept = verdict && (await saveFeedback(tools, { actor, receiptId, verdict }));
  if (!isKept) await tell(slackAnswerText[manager.language].notYours);
};

export const registerAnswerActions = (app: App, tools: Tools): void => {
  const works = { [EXPLAIN]: explain, [EXPORT_CSV]: exportCsv, [FEEDBACK]: rate };
  for (const [actionId, work] of Object.entries(works))
    app.action<BlockAction>(actionId, (args) =>
      onPress(tools, args, (press) => work(tools, press)),
    );
};
