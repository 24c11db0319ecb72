/** Sending a form: its input becomes a request, once, or is refused under the field it belongs to. */

import type { App, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { ChangeOutcome } from '../../coverage/change.ts';
import type { CoverageContext } from '../../coverage/context.ts';
import { describeOutcome } from '../../coverage/describe-change.ts';
import { consumeDraft, findDraft, reopenDraft } from '../../coverage/drafts.ts';
import { overrideTier } from '../../coverage/override-tier.ts';
import { reassignClient } from '../../coverage/reassign-client.ts';
import { parseDate } from '../../domain/business-date.ts';
import type { Problem, Result } from '../../domain/result.ts';
import { sentence } from '../../text/catalog.ts';
import { coverageText } from '../../text/coverage.ts';
import { slackText } from '../../text/slack.ts';
import { apologise } from '../apologise.ts';
import type { ChangeDraft, ChangeKind } from '../change-form.ts';
import { managerOr, personOf } from '../people.ts';
import { teamOf } from '../team-of.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { FIELD, REASSIGN_MODAL, resultModal, TIER_MODAL } from '../views/change-modals.ts';

export const kindOf = (callbackId: string): ChangeKind =>
  callbackId === TIER_MODAL ? 'override' : 'reassign';

/** What stands in a field; null = nothing, or no such field. */
const fieldOf = (view: ViewOutput, name: string): string | null => {
  const element = view.state.values[name]?.[name];
  return element?.value ?? element?.selected_option?.value ?? element?.selected_date ?? null;
};

/** Carries out what the form asks for; what both kinds say is read in one place. */
const carryOut = (
  ctx: CoverageContext,
  kind: ChangeKind,
  view: ViewOutput,
  { version }: ChangeDraft,
  clientId: string,
): Promise<Result<ChangeOutcome>> => {
  const said = (name: string): string => fieldOf(view, name) ?? '';
  const day = parseDate(said(FIELD.date));
  const why = { reasonCode: said(FIELD.reasonCode), reasonText: said(FIELD.reasonText) };
  const about = { clientId, version, ...why };
  return kind === 'override'
    ? overrideTier({ ctx, input: { ...about, tier: said(FIELD.tier), until: day } })
    : reassignClient({ ctx, input: { ...about, to: said(FIELD.manager), effectiveOn: day } });
};

/** Which field a refusal is shown under. */
const FIELD_OF: Record<string, string> = {
  manager_not_found: FIELD.manager,
  tier: FIELD.tier,
  until_past: FIELD.date,
  until_future: FIELD.date,
  effective_past: FIELD.date,
  effective_future: FIELD.date,
  reason_code: FIELD.reasonCode,
};

const errorsFor = (problem: Problem, manager: Manager): Record<string, string> => ({
  [FIELD_OF[problem.code] ?? FIELD.reasonText]: sentence(problem, manager.language),
});

type Reply =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView };

const sentenceReply = (text: string, manager: Manager): Reply => ({
  response_action: 'update',
  view: resultModal(text, manager.language),
});

/** Carries a form out, once: the draft is used up before, and given back when its input was refused. */
const sendForm = async (tools: Tools, manager: Manager, view: ViewOutput): Promise<Reply> => {
  const kind = kindOf(view.callback_id);
  const ctx = coverageContext(tools, manager.actor);
  const draftId = view.private_metadata;
  const draft = (await findDraft(ctx, kind, draftId)) as ChangeDraft | null;
  const gone = sentenceReply(coverageText[manager.language].draftGone, manager);
  if (!draft) return gone;
  const clientId = draft.clientId ?? fieldOf(view, FIELD.client);
  if (clientId === null || (kind === 'override' && fieldOf(view, FIELD.tier) === null)) {
    const errors = { [FIELD.client]: slackText[manager.language].chooseClient };
    return { response_action: 'errors', errors };
  }
  if (!(await consumeDraft(ctx, kind, draftId))) return gone;
  const outcome = await carryOut(ctx, kind, view, draft, clientId);
  if (outcome.ok) {
    tools.onQueued();
    return sentenceReply(describeOutcome(outcome.value, manager.language), manager);
  }
  await reopenDraft(ctx, draftId);
  return { response_action: 'errors', errors: errorsFor(outcome.problem, manager) };
};

/** A failure is said in the form; without an answer Slack would only show that it timed out. */
const sendSafely = async (tools: Tools, manager: Manager, view: ViewOutput): Promise<Reply> => {
  try {
    return await sendForm(tools, manager, view);
  } catch (error) {
    const said = apologise(tools.log, error, `${view.callback_id} failed`, manager.language);
    return sentenceReply(said, manager);
  }
};

export const registerForms = (app: App, tools: Tools): void => {
  for (const callbackId of [TIER_MODAL, REASSIGN_MODAL])
    app.view(callbackId, async ({ ack, body, view }) => {
      const person = await personOf(tools, body.user.id, teamOf(body));
      const { manager, refusal } = managerOr(person, tools);
      if (!manager) return ack({ response_action: 'update', view: resultModal(refusal, 'en') });
      await ack(await tools.work.track(sendSafely(tools, manager, view)));
    });
};
