/** Puts the day, the span and the comparison of a question into its plan; null where the plan has no use for them. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { fieldOf } from '../catalog.ts';
import { inOrder } from '../condition-order.ts';
import type { FieldKey } from '../field-keys.ts';
import {
  type Condition,
  fieldsIn,
  type QueryPlan,
  type SimpleCondition,
  simpleOf,
  type Versus,
} from '../query-plan.ts';
import type { Parts } from './parts.ts';

const takes = (field: FieldKey, what: 'day' | 'period'): boolean => fieldOf(field).takes === what;

const figuresOf = (plan: QueryPlan): FieldKey[] => [
  ...plan.groupBy,
  ...plan.measures.map(({ field }) => field),
  ...(plan.sort ? [plan.sort.field] : []),
  ...plan.show,
];

const mapSimple = (
  condition: Condition,
  change: (one: SimpleCondition) => SimpleCondition,
): Condition =>
  condition.op === 'any' ? { op: 'any', of: condition.of.map(change) } : change(condition);

const TIMED: readonly SimpleCondition['op'][] = [
  'in',
  'flag',
  'gte',
  'gt',
  'lte',
  'lt',
  'eq',
  'between',
  'known',
];

/** The condition read as of `own`, or of `given` where it says nothing; the default day is left unsaid. */
const asOfDay =
  (given: string, unsaid: string) =>
  (one: SimpleCondition): SimpleCondition => {
    if (!TIMED.includes(one.op)) return one;
    if (!takes(one.field, 'day')) return one;
    const { asOf: own = given, ...rest } = one as SimpleCondition & { asOf?: string };
    return (own === unsaid ? rest : { ...rest, asOf: own }) as SimpleCondition;
  };

const HEADCOUNT: readonly FieldKey[] = ['kind'];

/** "How many clients did I have at the end of June": nothing is asked of them but that they were there. */
const isHeadcount = ({ kind, where }: QueryPlan): boolean =>
  kind === 'count' && fieldsIn(where).every((field) => HEADCOUNT.includes(field));

/** Those of today's clients, closed ones included, who had come by the day and had not gone by it. */
const thenClients = (plan: QueryPlan, day: string): QueryPlan => ({
  ...plan,
  where: inOrder([
    ...plan.where,
    { op: 'within', field: 'onboardedOn', is: true, from: null, to: day },
    { op: 'within', field: 'closedOn', is: false, from: null, to: day },
  ]),
});

const withDay = (plan: QueryPlan, on: BusinessDate, day: string | null): QueryPlan | null => {
  const today = on.toString();
  const given = day ?? today;
  const figured = figuresOf(plan).some((field) => takes(field, 'day'));
  if (day !== null && day !== today && !figured && isHeadcount(plan)) return thenClients(plan, day);
  const used = figured || fieldsIn(plan.where).some((field) => takes(field, 'day'));
  if (day !== null && day !== today && !used) return null;
  const unsaid = figured ? given : today;
  const where = plan.where.map((condition) => mapSimple(condition, asOfDay(given, unsaid)));
  return { ...plan, where, ...(unsaid === today ? {} : { asOf: unsaid }) };
};

const COMPARED: readonly QueryPlan['kind'][] = ['count', 'aggregate', 'share', 'groups'];

const spansIn = (plan: QueryPlan): unknown[] => [
  ...(plan.period ? [plan.period] : []),
  ...plan.where
    .flatMap(simpleOf)
    .flatMap((one) => ('period' in one && one.period ? [one.period] : [])),
];

/** Then is a span where now is one, and a day where now is a day. */
const versusOf = (plan: QueryPlan, then: { from: string | null; to: string }): Versus | null => {
  const spans = new Set(spansIn(plan).map((span) => JSON.stringify(span)));
  const ofDay = [...figuresOf(plan), ...fieldsIn(plan.where)].some((field) => takes(field, 'day'));
  if (spans.size > 1 || !COMPARED.includes(plan.kind)) return null;
  if (spans.size === 1) return { period: { from: then.from, to: then.to } };
  return ofDay ? { asOf: then.to } : null;
};

/** Then and now are compared by number, where nothing else is asked. */
const counted = (plan: QueryPlan): QueryPlan =>
  plan.kind === 'list' && plan.sort === null && plan.limit === null && plan.show.length === 0
    ? { ...plan, kind: 'count' }
    : plan;

const SERIAL: readonly QueryPlan['kind'][] = ['count', 'aggregate', 'share', 'client'];

/** What is told month by month must have a history or be of a span; a grouped answer has no room for it. */
const withSeries = (plan: QueryPlan, { series }: Parts): QueryPlan | null => {
  const [one, ...more] = series;
  if (!one || more.length > 0 || !SERIAL.includes(plan.kind) || plan.groupBy.length > 0)
    return null;
  const { unit, from, to, every } = one;
  const figures = figuresOf(plan);
  const timed = (field: FieldKey): boolean => fieldOf(field).takes !== 'nothing';
  const told = figures.length > 0 ? figures.every(timed) : fieldsIn(plan.where).some(timed);
  if (!told || (every && figures.length === 0)) return null;
  return { ...plan, series: { unit, from, to } };
};

/** How a figure of one client changed since then, month by month. */
const sinceThen = (plan: QueryPlan, parts: Parts, on: BusinessDate): QueryPlan | null => {
  const [then] = parts.comparisons;
  const days = figuresOf(plan).every((field) => takes(field, 'day'));
  if (!then || plan.show.length === 0 || !days || !parts.marks.has('changed')) return null;
  const from = Temporal.PlainDate.from(then.to).add({ days: 1 }).toString();
  return { ...plan, series: { unit: 'month', from, to: on.toString() } };
};

/** The plan with its times; null = a day, span or comparison was said that nothing in it has use for. */
export const withTimes = (plan: QueryPlan, parts: Parts, on: BusinessDate): QueryPlan | null => {
  const { days, spans, comparisons, series } = parts;
  if (series.length > 0)
    return days.length + spans.length + comparisons.length > 0 ? null : withSeries(plan, parts);
  if (days.length > 1 || spans.length > 1 || comparisons.length > 1) return null;
  const [span] = spans;
  const over = span ? { ...plan, period: { from: span.from, to: span.to } } : plan;
  const dated = withDay(over, on, days[0]?.on ?? null);
  const [then] = comparisons;
  if (!dated || !then) return dated;
  if (plan.kind === 'client') return sinceThen(dated, parts, on);
  const compared = counted(dated);
  const versus = versusOf(compared, then);
  return versus && { ...compared, versus };
};
