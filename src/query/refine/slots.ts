/** Gives a bare value the condition of the last plan that it must mean: "use 90 days", "make it 500k", 换成50万. */
import { fieldOf, isAmount } from '../catalog.ts';
import type { Condition, QueryPlan } from '../query-plan.ts';
import type { UnderstandContext } from '../understand.ts';
import { understand } from '../understand.ts';

type Span = { from: string | null; to: string | null };
type Valued = Extract<Condition, { value: number }>;

const COMPARED = {
  gte: 'at least',
  gt: 'more than',
  lte: 'at most',
  lt: 'less than',
  eq: 'exactly',
} as const;

/** The only condition that a question's words make; null = they make another plan than that. */
const onlyCondition = (question: string, context: UnderstandContext): Condition | null => {
  const understanding = understand(question, context);
  if (understanding.status !== 'plan' || understanding.plan.where.length !== 1) return null;
  return understanding.plan.where[0] ?? null;
};

const SPANNING = ['', 'in the last', 'in the'] as const;

/** The days that the words name; null = they name none. */
export const spanOf = (rest: string, context: UnderstandContext): Span | null => {
  for (const words of SPANNING) {
    const read = onlyCondition(`clients contacted ${words} ${rest}`, context);
    if (read?.op === 'within' && read.is) return { from: read.from, to: read.to };
    if (read && 'period' in read && read.period) return read.period;
  }
  return null;
};

const named = (condition: Valued, rest: string): string =>
  `clients with ${fieldOf(condition.field).name.en} ${COMPARED[condition.op]} ${rest}`;

const valued = (condition: Valued, rest: string, context: UnderstandContext): Condition | null => {
  const read = onlyCondition(named(condition, rest), context);
  return read && 'value' in read && read.field === condition.field
    ? { ...condition, value: read.value }
    : null;
};

/** Silence of some days instead of a named state: "dormant" with 90 days is idle for 90 days or more. */
const idleFor = (rest: string, context: UnderstandContext): Condition | null => {
  const read = onlyCondition(`clients with idle days at least ${rest}`, context);
  return read && 'value' in read && read.field === 'idleDays' ? read : null;
};

const spanned = (condition: Condition, { from, to }: Span, on: string): Condition | null => {
  if (condition.op === 'within') return { ...condition, from, to };
  if ('period' in condition && condition.period)
    return { ...condition, period: { from, to: to ?? on } };
  return null;
};

const valueIn = (
  condition: Condition,
  rest: string,
  context: UnderstandContext,
): Condition | null => {
  const span = spanOf(rest, context);
  const over = span && spanned(condition, span, context.businessDate.toString());
  if (over) return over;
  if ('value' in condition && isAmount(condition.field)) return valued(condition, rest, context);
  const names = condition.op === 'in' && condition.field === 'activity' && condition.is;
  return names && span ? idleFor(rest, context) : null;
};

/** The last plan with the value in each condition that can take it: none, the one meant, or a choice. */
export const plansWithValue = (
  plan: QueryPlan,
  rest: string,
  context: UnderstandContext,
): QueryPlan[] =>
  plan.where.flatMap((condition, index) => {
    const changed = valueIn(condition, rest, context);
    return changed ? [{ ...plan, where: plan.where.with(index, changed) }] : [];
  });

/** "Above 500k" without a field, put in place of what was said of deposits, speaks of deposits. */
export const inFieldOf = (
  plan: QueryPlan,
  said: Condition,
  rest: string,
  context: UnderstandContext,
): Condition => {
  if (!('value' in said) || fieldOf(said.field).type !== 'money') return said;
  const others = plan.where.filter(
    (condition) => 'value' in condition && fieldOf(condition.field).type === 'money',
  );
  if (others.some((condition) => 'value' in condition && condition.field === said.field))
    return said;
  const [other] = others;
  if (others.length !== 1 || !other || !('value' in other)) return said;
  const read = onlyCondition(`clients with ${fieldOf(other.field).name.en} ${rest}`, context);
  const elliptical = read && 'value' in read && read.field === other.field;
  return elliptical && read.value === said.value ? read : said;
};
