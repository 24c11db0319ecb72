/** Decides how the reading of a question is changed in a form: the catalog gives the controls, the plan their values. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import { CATALOG, type CatalogField, fieldCan, fieldOf } from '../../query/catalog.ts';
import type { FieldKey } from '../../query/field-keys.ts';
import {
  CONDITIONS_MAX,
  type Condition,
  LIMIT_MAX,
  type QueryPlan,
  queryPlanSchema,
} from '../../query/query-plan.ts';
import { slackText } from '../../text/slack.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { context, MODAL_TITLE_MAX, OPTION_MAX, plain } from './blocks.ts';
import { option } from './change-modals.ts';
import { type Controls, control, controlsOf, nameOf } from './refine-controls.ts';
import { readCondition, type Values } from './refine-read.ts';

export const REFINE_MODAL = 'refine_answer';
export const ADD_CONDITION = 'add_condition';

const GROUP = 'group_by';
const SORT = 'sort_by';
const DIRECTION = 'direction';
const LIMIT = 'limit';
const OPTIONS_MAX = 100;

/** A condition on a field that says nothing yet: it counts once its control is filled. */
const blankCondition = (field: FieldKey): Condition => {
  const { type } = fieldOf(field);
  if (type === 'code' || type === 'codes') return { op: 'in', field, is: true, codes: [] };
  if (type === 'flag') return { op: 'flag', field, is: true };
  if (type === 'date') return { op: 'within', field, is: true, from: null, to: null };
  return { op: 'gte', field, value: Number.NaN };
};

/** What is asked, and the fields that were added in the form and say nothing yet. */
export type Refining = { plan: QueryPlan; added: FieldKey[] };

const conditionsOf = ({ plan, added }: Refining): Condition[] => [
  ...plan.where,
  ...added.map(blankCondition),
];

/** A field whose value needs a span of days has no control of its own here. */
const needsPeriod = (field: object): boolean => 'takes' in field && field.takes === 'period';

const addable = (refining: Refining): FieldKey[] => {
  const used = new Set(
    conditionsOf(refining).flatMap((each) => (each.op === 'any' ? [] : [each.field])),
  );
  return CATALOG.filter(
    (field) =>
      fieldCan(field.key, 'filter') &&
      !used.has(field.key) &&
      !needsPeriod(field) &&
      field.type !== 'text' &&
      field.type !== 'id',
  ).map(({ key }) => key);
};

type Choice = { value: string; label: string; kind: CatalogField['type'] };

const KINDS: Record<CatalogField['type'], 'money' | 'number' | 'day' | 'state'> = {
  id: 'state',
  text: 'state',
  code: 'state',
  codes: 'state',
  flag: 'state',
  money: 'money',
  count: 'number',
  days: 'number',
  points: 'number',
  percent: 'number',
  date: 'day',
};

const choiceOf = (key: FieldKey, locale: Locale): Choice => ({
  value: key,
  label: nameOf(key, locale),
  kind: fieldOf(key).type,
});

/** A select over fields, in groups: there are more of them than a plain list takes. */
const pick = (
  name: string,
  label: string,
  choices: readonly Choice[],
  {
    chosen = null,
    locale,
    ...more
  }: { chosen?: string | null; locale: Locale; dispatch?: boolean },
): KnownBlock[] => {
  if (choices.length === 0) return [];
  const words = slackAnswerText[locale];
  const groups = [...Map.groupBy(choices, ({ kind }) => KINDS[kind])].map(([kind, some]) => ({
    label: plain(words[kind], OPTION_MAX),
    options: some.slice(0, OPTIONS_MAX).map((choice) => option(choice.label, choice.value)),
  }));
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === chosen);
  const element = {
    type: 'static_select' as const,
    option_groups: groups,
    ...(initial ? { initial_option: initial } : {}),
  };
  return [control(name, label, element, more)];
};

const sortChoices = (locale: Locale): Choice[] =>
  CATALOG.filter((field) => fieldCan(field.key, 'sort') && !needsPeriod(field)).map(({ key }) =>
    choiceOf(key, locale),
  );

const groupChoices = (locale: Locale): Choice[] =>
  CATALOG.filter(({ key }) => fieldCan(key, 'group')).map(({ key }) => choiceOf(key, locale));

const direction = (plan: QueryPlan, locale: Locale): KnownBlock => {
  const words = slackAnswerText[locale];
  const options = [option(words.largest, 'desc'), option(words.smallest, 'asc')];
  const initial = options.find(({ value }) => value === plan.sort?.direction);
  const element = {
    type: 'static_select' as const,
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
  return control(DIRECTION, words.direction, element);
};

const orderControls = (plan: QueryPlan, locale: Locale): KnownBlock[] => {
  const words = slackAnswerText[locale];
  if (plan.kind === 'groups' && plan.groupBy.length === 1)
    return pick(GROUP, words.groupBy, groupChoices(locale), {
      chosen: plan.groupBy[0] ?? null,
      locale,
    });
  if (plan.kind !== 'list') return [];
  const { sort, limit } = plan;
  const count = {
    type: 'number_input' as const,
    is_decimal_allowed: false,
    min_value: '1',
    max_value: String(LIMIT_MAX),
    ...(limit === null ? {} : { initial_value: String(limit) }),
  };
  return [
    ...pick(SORT, words.sortBy, sortChoices(locale), { chosen: sort?.field ?? null, locale }),
    direction(plan, locale),
    control(LIMIT, words.limit, count),
  ];
};

/** Whether a plan's reading can be changed in a form: one about a set of clients. */
export const canRefine = (plan: QueryPlan): boolean => plan.client === null;

export const refineModal = (draftId: string, refining: Refining, controls: Controls): ModalView => {
  const { locale } = controls;
  const words = slackAnswerText[locale];
  const conditions = conditionsOf(refining);
  const more = addable(refining).map((key) => choiceOf(key, locale));
  const room = conditions.length < CONDITIONS_MAX ? more : [];
  return {
    type: 'modal',
    callback_id: REFINE_MODAL,
    private_metadata: draftId,
    title: plain(words.refineTitle, MODAL_TITLE_MAX),
    submit: plain(words.refineSubmit, MODAL_TITLE_MAX),
    close: plain(slackText[locale].close, MODAL_TITLE_MAX),
    blocks: [
      context([words.refineHint]),
      ...conditions.flatMap((condition, index) => controlsOf(condition, `c${index}`, controls)),
      ...orderControls(refining.plan, locale),
      ...pick(ADD_CONDITION, words.addCondition, room, { locale, dispatch: true }),
    ],
  };
};

const orderFrom = (plan: QueryPlan, values: Values): Partial<QueryPlan> => {
  const [field, limit, group] = [values[SORT], values[LIMIT], values[GROUP]];
  if (plan.kind === 'groups' && plan.groupBy.length === 1)
    return typeof group === 'string' ? { groupBy: [group as FieldKey] } : {};
  if (plan.kind !== 'list') return {};
  const way = values[DIRECTION] === 'asc' ? 'asc' : 'desc';
  return {
    sort: typeof field === 'string' ? { field: field as FieldKey, direction: way } : null,
    limit: typeof limit === 'string' && limit !== '' ? Number(limit) : null,
  };
};

/** A date that was added and not filled in; other controls are read as nothing by themselves. */
const isBlank = (condition: Condition | null): boolean =>
  condition?.op === 'within' && condition.from === null && condition.to === null;

const turnedAround = (condition: Condition | null): boolean =>
  condition !== null &&
  'from' in condition &&
  condition.op !== 'moved' &&
  condition.from !== null &&
  condition.to !== null &&
  condition.from > condition.to;

export type Refined =
  | { ok: true; plan: QueryPlan }
  /** `at`: the control that it is said under; null = none in particular. */
  | { ok: false; at: string | null; problem: 'wrongWay' | 'notPossible' };

/** The plan as the form now says it. */
export const readRefined = (refining: Refining, values: Values, controls: Controls): Refined => {
  const read = conditionsOf(refining).map((condition, index) => {
    const now = readCondition(condition, `c${index}`, values, controls);
    return index < refining.plan.where.length || !isBlank(now) ? now : null;
  });
  const wrong = read.findIndex(turnedAround);
  if (wrong !== -1) return { ok: false, at: `c${wrong}_to`, problem: 'wrongWay' };
  const plan = queryPlanSchema.safeParse({
    ...refining.plan,
    where: read.filter((condition) => condition !== null),
    ...orderFrom(refining.plan, values),
  });
  if (plan.success) return { ok: true, plan: plan.data };
  return { ok: false, at: null, problem: 'notPossible' };
};
