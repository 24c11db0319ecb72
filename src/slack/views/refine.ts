/** Decides how the reading of a question is changed in a form: the catalog gives the controls, the plan their values. */
import type { KnownBlock, ModalView } from '@slack/types';
import { CATALOG, fieldCan, fieldOf } from '../../query/catalog.ts';
import type { FieldKey } from '../../query/field-keys.ts';
import {
  CONDITIONS_MAX,
  type Condition,
  fieldsIn,
  type QueryPlan,
  queryPlanSchema,
  type SimpleCondition,
} from '../../query/query-plan.ts';
import { slackText } from '../../text/slack.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { slackRefineText } from '../../text/slack-refine.ts';
import { context, MODAL_TITLE_MAX, plain } from './blocks.ts';
import { type Controls, controlsOf, kept, sayCondition } from './refine-controls.ts';
import { control, severalFrom } from './refine-elements.ts';
import { needsPeriod, orderControls, pickField, readOrder } from './refine-order.ts';
import { readCondition } from './refine-read.ts';
import { PERIOD, readTimes, timesControls, VERSUS } from './refine-times.ts';
import type { Values } from './refine-values.ts';

export const REFINE_MODAL = 'refine_answer';
export const ADD_CONDITION = 'add_condition';
const DROP = 'drop_conditions';

/** A form takes 100 blocks; what else is in it takes less than twenty. */
const CONDITION_BLOCKS_MAX = 80;

/** A condition on a field that says nothing yet: it counts once its control is filled. */
const blankCondition = (field: FieldKey): SimpleCondition => {
  const { type } = fieldOf(field);
  if (type === 'code' || type === 'codes') return { op: 'in', field, is: true, codes: [] };
  if (type === 'flag') return { op: 'flag', field, is: true };
  if (type === 'date') return { op: 'within', field, is: true, from: null, to: null };
  return { op: 'gte', field, value: Number.NaN };
};

/** What is asked, and the fields that were added in the form and say nothing yet. */
export type Refining = { plan: QueryPlan; added: FieldKey[] };

/** A condition and where the names of its controls begin. */
type Placed = { condition: Condition; at: string };

const conditionsOf = ({ plan, added }: Refining): Placed[] =>
  [...plan.where, ...added.map(blankCondition)].map((condition, index) => ({
    condition,
    at: `c${index}`,
  }));

/** What a share is a share of. */
const amongOf = ({ among }: QueryPlan): Placed[] =>
  (among ?? []).map((condition, index) => ({ condition, at: `m${index}` }));

const addable = (refining: Refining): FieldKey[] => {
  const used = new Set(fieldsIn(conditionsOf(refining).map(({ condition }) => condition)));
  return CATALOG.filter(
    ({ key, type }) =>
      fieldCan(key, 'filter') &&
      !used.has(key) &&
      !needsPeriod(key) &&
      type !== 'text' &&
      type !== 'id',
  ).map(({ key }) => key);
};

/** Whether a plan's reading can be changed in a form: one about a set of clients. */
export const canRefine = (plan: QueryPlan): boolean => plan.client === null;

/** The controls of all conditions; from where the form would be too long on, they are only told. */
const conditionBlocks = (placed: readonly Placed[], controls: Controls): KnownBlock[] => {
  const blocks: KnownBlock[] = [];
  for (const [index, { condition, at }] of placed.entries()) {
    const own = controlsOf(condition, at, controls);
    const room = CONDITION_BLOCKS_MAX - blocks.length - (placed.length - index - 1);
    blocks.push(...(own.length <= room ? own : kept(condition, controls)));
  }
  return blocks;
};

/** Everything that can be removed by name, whatever control it has. */
const dropControl = (placed: readonly Placed[], controls: Controls): KnownBlock[] => {
  if (placed.length === 0) return [];
  const words = slackRefineText[controls.locale];
  const choices = placed.map(({ condition, at }): [string, string] => [
    at,
    sayCondition(condition, controls),
  ]);
  return [control(DROP, words.drop, severalFrom(choices, []), { hint: words.dropHint })];
};

export const refineModal = (draftId: string, refining: Refining, controls: Controls): ModalView => {
  const { locale } = controls;
  const { plan } = refining;
  const words = slackAnswerText[locale];
  const among = amongOf(plan);
  const conditions = conditionsOf(refining);
  const asked = conditions.slice(0, plan.where.length);
  const room = conditions.length < CONDITIONS_MAX ? addable(refining) : [];
  const outOf = among.map(({ condition }) => sayCondition(condition, controls)).join('; ');
  return {
    type: 'modal',
    callback_id: REFINE_MODAL,
    private_metadata: draftId,
    title: plain(words.refineTitle, MODAL_TITLE_MAX),
    submit: plain(words.refineSubmit, MODAL_TITLE_MAX),
    close: plain(slackText[locale].close, MODAL_TITLE_MAX),
    blocks: [
      context([words.refineHint]),
      ...conditionBlocks(conditions, controls),
      ...(outOf ? [context([slackRefineText[locale].among(outOf)])] : []),
      ...timesControls(plan, locale),
      ...orderControls(plan, locale),
      ...pickField(ADD_CONDITION, words.addCondition, room, { locale, dispatch: true }),
      ...dropControl([...asked, ...among], controls),
    ],
  };
};

/** A date that was added and not filled in; other controls are read as nothing by themselves. */
const isBlank = (condition: Condition | null): boolean =>
  condition?.op === 'within' && condition.from === null && condition.to === null;

type Ends = { from: number | string | null; to: number | string | null } | undefined;

const isTurned = (ends: Ends): boolean =>
  ends !== undefined && ends.from !== null && ends.to !== null && ends.from > ends.to;

/** Under which control a span that ends before it begins is said; null = every span is in order. */
const turnedIn = (condition: SimpleCondition, at: string): string | null => {
  if (condition.op === 'between' || condition.op === 'within')
    return isTurned(condition) ? `${at}_to` : null;
  if (condition.op === 'moved') return isTurned(condition.period) ? `${at}_to` : null;
  return 'period' in condition && isTurned(condition.period) ? `${at}_till` : null;
};

const turnedAt = (condition: Condition | null, at: string): string | null => {
  if (condition === null) return null;
  if (condition.op !== 'any') return turnedIn(condition, at);
  const found = condition.of.map((each, index) => turnedIn(each, `${at}a${index}`));
  return found.find((name) => name !== null) ?? null;
};

const turnedTimes = ({ period, versus }: QueryPlan): string | null => {
  if (isTurned(period)) return `${PERIOD}_to`;
  return isTurned(versus?.period) ? `${VERSUS}_to` : null;
};

/** True where something is counted over a span of days that no longer is there. */
const lacksPeriod = ({ period, versus, sort, show, measures }: QueryPlan): boolean => {
  if (period) return false;
  const counted = [...show, ...(sort ? [sort.field] : []), ...measures.map(({ field }) => field)];
  return versus?.period !== undefined || counted.some(needsPeriod);
};

export type Refined =
  | { ok: true; plan: QueryPlan }
  /** `at`: the control that it is said under; null = none in particular. */
  | { ok: false; at: string | null; problem: 'wrongWay' | 'notPossible' | 'needsPeriod' };

/** The plan as the form now says it. */
export const readRefined = (refining: Refining, values: Values, controls: Controls): Refined => {
  const before = refining.plan;
  const dropped = new Set([values[DROP] ?? []].flat());
  const read = conditionsOf(refining).map(({ condition, at }, index) => {
    const now = dropped.has(at) ? null : readCondition(condition, at, values, controls);
    return { at, now: index < before.where.length || !isBlank(now) ? now : null };
  });
  const timed = readTimes(before, values);
  const wrong = read.map(({ at, now }) => turnedAt(now, at)).find((at) => at !== null);
  const turned = wrong ?? turnedTimes(timed);
  if (turned) return { ok: false, at: turned, problem: 'wrongWay' };
  const among = amongOf(before).flatMap(({ at, condition }) => (dropped.has(at) ? [] : condition));
  const { among: _was, ...ordered } = readOrder(timed, values);
  if (before.period && lacksPeriod(ordered))
    return { ok: false, at: `${PERIOD}_to`, problem: 'needsPeriod' };
  const plan = queryPlanSchema.safeParse({
    ...ordered,
    where: read.flatMap(({ now }) => now ?? []),
    ...(among.length > 0 ? { among } : {}),
  });
  if (plan.success) return { ok: true, plan: plan.data };
  return { ok: false, at: null, problem: 'notPossible' };
};
