/** Changing how a question was read: from the button to a form, and from the form to a new answer. */
import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { findAskedPlan } from '../../assistant/asked-plan.ts';
import { loadStanding } from '../../assistant/standing.ts';
import { consumeDraft, findDraft, openDraft, updateDraft } from '../../coverage/drafts.ts';
import type { Locale } from '../../domain/actor.ts';
import { ProblemError } from '../../domain/result.ts';
import { EMPTY_PLAN } from '../../query/understand/plans.ts';
import { coverageText } from '../../text/coverage.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { slackRefineText } from '../../text/slack-refine.ts';
import { type Answering, answerInDm, answerPrivately, askChoice } from '../answer-in.ts';
import { onPress, type Press } from '../asking.ts';
import { openForm, updateForm } from '../open-form.ts';
import { ownPlaceOf } from '../own-place.ts';
import { managerOr, personOf } from '../people.ts';
import type { Place } from '../say.ts';
import { teamOf } from '../team-of.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { REFINE } from '../views/answer-actions.ts';
import { resultModal } from '../views/change-modals.ts';
import {
  ADD_CONDITION,
  canRefine,
  REFINE_MODAL,
  type Refining,
  readRefined,
  refineModal,
} from '../views/refine.ts';
import type { Controls } from '../views/refine-controls.ts';
import type { Values } from '../views/refine-values.ts';

/** What an open form is about; `place` null = its answer goes to the direct messages. */
type RefineDraft = Refining & { language: Locale; place: Place | null };

/** What people search by most often. */
const FIRST_FIELDS: Refining['added'] = ['tier', 'activity', 'churnBand', 'aum'];

const controlsFor = async (tools: Tools, locale: Locale): Promise<Controls> => {
  const standing = await loadStanding(tools.database);
  if (!standing.ok) throw new ProblemError(standing.problem);
  const { currency, policy } = standing.value;
  return { locale, currency, edges: policy?.activity ?? null };
};

const openRefine = async (tools: Tools, press: Press): Promise<void> => {
  const { manager, value: receiptId, tell, body } = press;
  const { actor } = manager;
  const words = slackAnswerText[manager.language];
  const asked = await findAskedPlan(tools, { actor, receiptId });
  if (!asked || !canRefine(asked.plan)) return tell(words.notYours);
  const place = await ownPlaceOf(tools, body, manager);
  const draft: RefineDraft = { ...asked, added: [], place };
  const draftId = await openDraft(coverageContext(tools, actor), 'refine', draft);
  const view = refineModal(draftId, draft, await controlsFor(tools, asked.language));
  await openForm(tools, body.trigger_id, view, () => tell(words.tooSlow));
};

/** The same form with nothing asked yet: a search by conditions. Its answer goes to the direct messages. */
export const findForm = async (tools: Tools, { actor, language }: Manager): Promise<ModalView> => {
  const draft: RefineDraft = { plan: EMPTY_PLAN, added: FIRST_FIELDS, language, place: null };
  const draftId = await openDraft(coverageContext(tools, actor), 'refine', draft);
  return refineModal(draftId, draft, await controlsFor(tools, language));
};

const draftOf = async (
  tools: Tools,
  { actor }: Manager,
  view: ViewOutput,
): Promise<RefineDraft | null> =>
  (await findDraft(
    coverageContext(tools, actor),
    'refine',
    view.private_metadata,
  )) as RefineDraft | null;

/** Adds a control for one more field; what was changed before stays in the form. */
const addCondition = async (tools: Tools, { manager, body, value }: Press): Promise<void> => {
  const { view } = body;
  const draft = view && (await draftOf(tools, manager, view));
  if (!view || !draft || value === '') return;
  const added = [...draft.added, value as Refining['added'][number]];
  const grown: RefineDraft = { ...draft, added: [...new Set(added)] };
  const ctx = coverageContext(tools, manager.actor);
  if (!(await updateDraft(ctx, 'refine', view.private_metadata, grown))) return;
  const controls = await controlsFor(tools, draft.language);
  const updated = refineModal(view.private_metadata, grown, controls);
  await updateForm(tools, view, updated);
};

const valuesIn = (view: ViewOutput): Values =>
  Object.fromEntries(
    Object.entries(view.state.values).map(([name, block]) => {
      const element = block[name];
      const many = element?.selected_options?.map(({ value }) => value);
      const one = element?.value ?? element?.selected_option?.value ?? element?.selected_date;
      return [name, many ?? one ?? null];
    }),
  );

/** Uses the form up and answers; a mistake in it is said under its control. */
const submit = async (
  tools: Tools,
  manager: Manager,
  view: ViewOutput,
): Promise<Record<string, string> | 'gone' | null> => {
  const draft = await draftOf(tools, manager, view);
  if (!draft) return 'gone';
  const words = { ...slackAnswerText[draft.language], ...slackRefineText[draft.language] };
  const values = valuesIn(view);
  const refined = readRefined(draft, values, await controlsFor(tools, draft.language));
  if (!refined.ok) {
    const shown = refined.at !== null && refined.at in values ? refined.at : null;
    const at = shown ?? Object.keys(values)[0] ?? ADD_CONDITION;
    return { [at]: words[refined.problem] };
  }
  const ctx = coverageContext(tools, manager.actor);
  if (!(await consumeDraft(ctx, 'refine', view.private_metadata))) return 'gone';
  const { place, language } = draft;
  const answering: Answering = (watch) =>
    askChoice(tools, manager, { plan: refined.plan, language }, place, watch);
  const answered = place
    ? tools.work.inOrder(`${place.channel}:${place.threadTs}`, () =>
        answerPrivately(tools, manager, place, answering),
      )
    : tools.work.track(answerInDm(tools, manager, answering));
  // The form closes at once; the answer follows in its thread, where a failure is said too.
  void answered.catch((error) => tools.log.error({ error: String(error) }, 'no refined answer'));
  return null;
};

export const registerRefine = (app: App, tools: Tools): void => {
  app.action<BlockAction>(REFINE, (args) =>
    onPress(tools, args, (press) => openRefine(tools, press)),
  );
  app.action<BlockAction>(ADD_CONDITION, (args) =>
    onPress(tools, args, (press) => addCondition(tools, press)),
  );
  app.view(REFINE_MODAL, async ({ ack, body, view }) => {
    const person = await personOf(tools, body.user.id, teamOf(body));
    const { manager, refusal } = managerOr(person, tools);
    if (!manager) return ack({ response_action: 'update', view: resultModal(refusal, 'en') });
    const outcome = await submit(tools, manager, view);
    if (outcome === null) return ack();
    if (outcome !== 'gone') return ack({ response_action: 'errors', errors: outcome });
    const { language } = manager;
    const gone = resultModal(coverageText[language].draftGone, language);
    await ack({ response_action: 'update', view: gone });
  });
};
