/** Decides which questions are a little wider than one that nothing met, nearest first for each condition. */
import { fieldOf } from './catalog.ts';
import { ladderOf } from './ladders.ts';
import type { Condition, QueryPlan, SimpleCondition } from './query-plan.ts';
import { conflictChoices } from './understand/conflicts.ts';

export const RELAXATIONS_MAX = 12;

/** Round days at which people look again. */
const DAYS = [7, 14, 30, 60, 91, 181, 365, 730];

type Amount = Extract<SimpleCondition, { op: 'gte' | 'gt' | 'lte' | 'lt' | 'eq' }>;
type Coded = Extract<SimpleCondition, { op: 'in' }>;
type Within = Extract<SimpleCondition, { op: 'within' }>;

const widerDays = ({ op, value }: Amount): number[] =>
  op === 'gte' || op === 'gt'
    ? DAYS.filter((days) => days < value).toReversed()
    : DAYS.filter((days) => days > value);

const FACTORS = [2, 5, 10];

const widerAmounts = (condition: Amount): number[] => {
  const { op, value, field } = condition;
  if (fieldOf(field).type === 'days') return widerDays(condition);
  const down = op === 'gte' || op === 'gt' ? value > 0 : value < 0;
  const factors = FACTORS.map((factor) => (down ? value / factor : value * factor));
  return factors.map((wider) => Math.round(wider)).filter((wider) => wider !== value);
};

const widerCodes = ({ field, codes }: Coded): string[][] => {
  const ladder = ladderOf(field, codes);
  if (!ladder) return [];
  const places = codes.map((code) => ladder.indexOf(code));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return [low - 1, high + 1].flatMap((place) => {
    const more = ladder[place];
    return more === undefined ? [] : [[...codes, more]];
  });
};

const shift = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** What has not happened since a day is asked since a later one; what has happened within days, within more. */
const widerSpans = (condition: Within): Within[] => {
  const { is, from, to } = condition;
  if (from === null || to !== null) return [];
  const days = is ? [-30, -90, -180] : [30, 60, 90, 120, 150];
  return days.map((n) => ({ ...condition, from: shift(from, n) }));
};

const widerConditions = (condition: Condition): Condition[] => {
  switch (condition.op) {
    case 'gte':
    case 'gt':
    case 'lte':
    case 'lt':
      return widerAmounts(condition).map((value) => ({ ...condition, value }));
    case 'in':
      return condition.is ? widerCodes(condition).map((codes) => ({ ...condition, codes })) : [];
    case 'within':
      return widerSpans(condition);
    default:
      return [];
  }
};

/** Plans with one condition widened, then with one left out; at most twelve. */
export const relaxations = (plan: QueryPlan): QueryPlan[] => {
  if (plan.client || plan.versus || !['list', 'count'].includes(plan.kind)) return [];
  const swapped = (old: Condition, wider: Condition | null): QueryPlan => ({
    ...plan,
    where: plan.where.flatMap((one) => (one === old ? (wider ?? []) : one)),
  });
  const widened = plan.where.flatMap((one) => widerConditions(one).map((to) => swapped(one, to)));
  const dropped = plan.where.length > 1 ? plan.where.map((one) => swapped(one, null)) : [];
  const share = Math.max(RELAXATIONS_MAX - dropped.length, 0);
  return [...widened.slice(0, share), ...dropped]
    .slice(0, RELAXATIONS_MAX)
    .filter((wider) => conflictChoices(wider).length === 0);
};
