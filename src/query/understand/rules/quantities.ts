/** Stage 1: numbers become money, durations, headcounts and limits; words of time become spans of days. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { lastPeriod } from '../calendar.ts';
import type { CompareOp, Item, Meaning, TimeUnit } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const isWhole = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 100_000;

const durationOf = (value: number, unit: TimeUnit): Meaning | null => {
  if (isWhole(value)) return { type: 'duration', n: value, unit };
  if (unit === 'year' && isWhole(value * 12))
    return { type: 'duration', n: value * 12, unit: 'month' };
  return null;
};

const headcount = (value: number, scaled: boolean): Meaning | null =>
  isWhole(value) && !scaled ? { type: 'headcount', n: value } : null;

const bound = (op: CompareOp, quantity: Item): Meaning | null => {
  if (quantity.type === 'number' || quantity.type === 'money')
    return {
      type: 'bound',
      bounds: [{ op, value: quantity.value }],
      money: quantity.type === 'money',
    };
  if (quantity.type === 'duration')
    return { type: 'lapse', op, n: quantity.n, unit: quantity.unit };
  return null;
};

const range = (low: Item, high: Item): Meaning | null => {
  const isAmount = (item: Item) => item.type === 'number' || item.type === 'money';
  if (!isAmount(low) || !isAmount(high)) return null;
  const [from, to] = [low, high] as { value: number }[];
  if (!from || !to || from.value > to.value) return null;
  return {
    type: 'bound',
    bounds: [
      { op: 'gte', value: from.value },
      { op: 'lte', value: to.value },
    ],
    money: low.type === 'money' || high.type === 'money',
  };
};

export const unitRules = (currency: string): Rule[] => [
  rule(['number', 'currency'], ([number, unit]) =>
    unit.currency === currency ? { type: 'money', value: number.value } : null,
  ),
  rule(['currency', 'number'], ([unit, number]) =>
    unit.currency === currency ? { type: 'money', value: number.value } : null,
  ),
  rule(['number', 'unit'], ([number, { unit }]) => durationOf(number.value, unit)),
];

const quantity = ['number', 'money', 'duration'] as const;
const amount = ['number', 'money'] as const;

export const boundRules: readonly Rule[] = [
  rule(['between', amount, ['and', 'to'], amount], ([, low, , high]) => range(low, high)),
  rule([amount, 'to', amount, 'between'], ([low, , high]) => range(low, high)),
  rule([amount, ['and'], amount, 'between'], ([low, , high]) => range(low, high)),
  rule([amount, 'to', amount], ([low, , high]) => range(low, high)),
  rule([amount, ['counter', 'points'], 'compare'], ([number, , compare]) =>
    compare.side === 'after' ? bound(compare.op, number) : null,
  ),
  rule([quantity, 'compare'], ([number, compare]) =>
    compare.side === 'after' ? bound(compare.op, number) : null,
  ),
  rule(['compare', quantity], ([compare, number]) =>
    compare.side === 'before' ? bound(compare.op, number) : null,
  ),
];

const isLower = (op: CompareOp): boolean => op === 'gte' || op === 'gt';

/** "over 300k and under 500k": a lower and an upper limit of one amount. */
const both = (first: Item, second: Item): Meaning | null => {
  if (first.type !== 'bound' || second.type !== 'bound') return null;
  const [a, b] = [first.bounds[0], second.bounds[0]];
  if (!a || !b || first.bounds.length + second.bounds.length > 2) return null;
  if (a.op === 'eq' || b.op === 'eq' || isLower(a.op) === isLower(b.op)) return null;
  return {
    type: 'bound',
    bounds: isLower(a.op) ? [a, b] : [b, a],
    money: first.money || second.money,
  };
};

export const countingRules: readonly Rule[] = [
  rule(['bound', 'and', 'bound'], ([first, , second]) => both(first, second)),
  rule(['bound', 'bound'], ([first, second]) => both(first, second)),
  rule(['bound', ['counter', 'points']], ([{ bounds, money }]) => ({
    type: 'bound',
    bounds,
    money,
  })),
  rule(['front', 'number', 'great'], ([, { value, scaled }]) => rankOf(value, scaled)),
  rule(['front', 'number', 'counter'], ([, { value, scaled }]) => rankOf(value, scaled)),
  rule(['front', 'number'], ([, { value, scaled }]) => rankOf(value, scaled)),
  rule(['number', 'great'], ([{ value, scaled }]) => rankOf(value, scaled)),
  rule(['number', 'thisClient'], ([{ value, scaled }]) => referenceTo(value, scaled)),
  rule(['clients', 'number'], ([, { value, scaled }]) =>
    value >= 100 ? referenceTo(value, scaled) : null,
  ),
  rule(['clients', 'identifier'], ([, { text }]) => ({ type: 'reference', by: 'id', text })),
  rule(['identifier', 'thisClient'], ([{ text }]) => ({ type: 'reference', by: 'id', text })),
  rule(['identifier'], ([{ text }]) => ({ type: 'reference', by: 'id', text })),
  rule(['number', 'counter', 'clients'], ([{ value, scaled }]) => headcount(value, scaled)),
  rule(['number', 'clients'], ([{ value, scaled }]) => headcount(value, scaled)),
  rule(['number', 'counter'], ([{ value, scaled }]) => headcount(value, scaled)),
  rule(['clients', ['inside', 'among']], () => ({ type: 'clients' })),
];

const rankOf = (value: number, scaled: boolean): Meaning | null =>
  isWhole(value) && !scaled ? { type: 'rank', direction: 'desc', n: value, alone: true } : null;

const referenceTo = (value: number, scaled: boolean): Meaning | null =>
  isWhole(value) && !scaled ? { type: 'reference', by: 'id', text: String(value) } : null;

const YEAR_MIN = 1900;
const YEAR_MAX = 2100;

/** The days named by an edge: "since March", 2019年之前; null = no year reads so. */
const edged = (
  edge: 'before' | 'after' | 'since',
  period: { from: string | null; to: string | null },
  on: BusinessDate,
): Meaning | null => {
  const { from, to } = period;
  if (edge === 'since') return from ? { type: 'period', from, to: on.toString() } : null;
  if (edge === 'before') return from ? { type: 'period', from: null, to: shift(from, -1) } : null;
  return to ? { type: 'period', from: shift(to, 1), to: null } : null;
};

const shift = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const yearPeriod = (value: number): { from: string; to: string } | null =>
  Number.isInteger(value) && value >= YEAR_MIN && value <= YEAR_MAX
    ? { from: `${value}-01-01`, to: `${value}-12-31` }
    : null;

export const periodRules = (on: BusinessDate): Rule[] => [
  rule(['last', 'duration', ['inside', 'among']], ([, { n, unit }]) => ({
    type: 'period',
    ...lastPeriod(on, n, unit),
  })),
  rule(['last', 'duration'], ([, { n, unit }]) => ({ type: 'period', ...lastPeriod(on, n, unit) })),
  rule(['duration', ['inside', 'among']], ([{ n, unit }]) => ({
    type: 'period',
    ...lastPeriod(on, n, unit),
  })),
  rule(['between', 'period', ['and', 'to'], 'period'], ([, a, , b]) => joined(a, b)),
  rule(['dateEdge', 'period', 'to', 'period'], ([{ edge }, a, , b]) =>
    edge === 'since' ? joined(a, b) : null,
  ),
  rule(['period', 'to', 'period', 'between'], ([a, , b]) => joined(a, b)),
  rule(['period', 'to', 'period'], ([a, , b]) => joined(a, b)),
  rule(['dateEdge', 'period', 'dateEdge'], ([first, period, second]) =>
    first.edge === 'since' && second.edge === 'since' ? edged('since', period, on) : null,
  ),
  rule(['dateEdge', 'period'], ([{ edge, side }, period]) =>
    side === 'before' ? edged(edge, period, on) : null,
  ),
  rule(['period', 'dateEdge'], ([period, { edge, side }]) =>
    side === 'after' ? edged(edge, period, on) : null,
  ),
  rule(['dateEdge', 'number'], ([{ edge, side }, { value }]) => {
    const year = yearPeriod(value);
    return year && side === 'before' ? edged(edge, year, on) : null;
  }),
];

const joined = (
  a: { from: string | null; to: string | null },
  b: { from: string | null; to: string | null },
): Meaning | null =>
  a.from && b.to && a.from <= b.to ? { type: 'period', from: a.from, to: b.to } : null;
