/** Puts the day, the span and the comparison of a question into its plan; null where the plan has no use for them. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { fieldOf } from '../catalog.ts';
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

const withDay = (plan: QueryPlan, on: BusinessDate, day: string | null): QueryPlan | null => {
  const today = on.toString();
  const given = day ?? today;
  const figured = figuresOf(plan).some((field) => takes(field, 'day'));
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

/** The plan with its times; null = a day, span or comparison was said that nothing in it has use for. */
export const withTimes = (plan: QueryPlan, parts: Parts, on: BusinessDate): QueryPlan | null => {
  const { days, spans, comparisons } = parts;
  if (days.length > 1 || spans.length > 1 || comparisons.length > 1) return null;
  const [span] = spans;
  const over = span ? { ...plan, period: { from: span.from, to: span.to } } : plan;
  const dated = withDay(over, on, days[0]?.on ?? null);
  const [then] = comparisons;
  if (!dated || !then) return dated;
  const compared = counted(dated);
  const versus = versusOf(compared, then);
  return versus && { ...compared, versus };
};
