/** Stage 1: numbers become money, percentages, durations, headcounts and limits. */
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Bound, CompareOp, Item, ItemOf, Meaning, TimeUnit } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { REPORTING } from '../words/noise.ts';

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
  if (quantity.type === 'years')
    return { type: 'bound', bounds: [{ op, value: quantity.value }], money: false, age: true };
  if (quantity.type === 'percent')
    return {
      type: 'bound',
      bounds: [{ op, value: quantity.value }],
      money: false,
      percent: true,
    };
  if (quantity.type === 'duration')
    return { type: 'lapse', op, n: quantity.n, unit: quantity.unit };
  return null;
};

const isAmount = (item: Item): item is ItemOf<'number' | 'money' | 'percent' | 'years'> =>
  ['number', 'money', 'percent', 'years'].includes(item.type);

/** 50到100万 and "500 to 800k": a first number without a magnitude shares that of the second. */
const lowOf = (low: Item, high: Item): number | null => {
  if (low.type !== 'number' || high.type !== 'number') return 'value' in low ? low.value : null;
  const bare = !low.scaled && high.scaled && low.value > 0 && low.value < 1_000;
  if (!bare) return low.value;
  const shared = low.value * (high.unit ?? 1);
  return shared < high.value ? shared : null;
};

const range = (low: Item, high: Item): Meaning | null => {
  if (!isAmount(low) || !isAmount(high)) return null;
  const from = lowOf(low, high);
  if (from === null || from > high.value) return null;
  return {
    type: 'bound',
    bounds: [
      { op: 'gte', value: from },
      { op: 'lte', value: high.value },
    ],
    money: low.type === 'money' || high.type === 'money',
    percent: low.type === 'percent' || high.type === 'percent',
    age: high.type === 'years',
  };
};

export const unitRules = (currency: string): Rule[] => {
  const isOf = (unit: ItemOf<'currency'>): boolean =>
    unit.currency === currency || unit.currency === REPORTING;
  return [
    rule(['number', 'currency'], ([number, unit]) =>
      isOf(unit) ? { type: 'money', value: number.value } : null,
    ),
    rule(['currency', 'number'], ([unit, number]) =>
      isOf(unit) ? { type: 'money', value: number.value } : null,
    ),
    rule(['negative', 'number'], ([, number]) => ({ ...number, value: -number.value })),
    rule(['number', 'yearsOld'], ([{ value, scaled }]) =>
      scaled ? null : { type: 'years', value },
    ),
    rule(['number', 'percentSign'], ([{ value, scaled }]) =>
      scaled ? null : { type: 'percent', value },
    ),
    rule(['number', 'unit'], ([number, { unit }]) => durationOf(number.value, unit)),
  ];
};

const quantity = ['number', 'money', 'percent', 'years', 'duration'] as const;
const amount = ['number', 'money', 'percent', 'years'] as const;
const FROM = ['dateEdge'] as const;

const ageBound = (op: CompareOp, value: number): Meaning => ({
  type: 'bound',
  bounds: [{ op, value }],
  money: false,
  age: true,
});

/** "Between 20 and 45 days": the unit is said once. */
const dayRange = (low: Item, high: Item): Meaning | null => {
  if (low.type !== 'number' || low.scaled || high.type !== 'duration' || high.unit !== 'day')
    return null;
  if (low.value > high.n) return null;
  const bounds: Bound[] = [
    { op: 'gte', value: low.value },
    { op: 'lte', value: high.n },
  ];
  return { type: 'bound', bounds, money: false };
};

/** 50万以内 is an amount, 10以内 may be anything. */
const isSum = (item: Item): boolean => item.type !== 'number' || item.scaled;

/** A grade right after the name of its scale: 满意度5分, "RFM recency 5". */
const graded = (field: FieldKey, value: number): Meaning | null => {
  const { scale } = fieldOf(field);
  if (scale === null || !Number.isInteger(value) || value < 1 || value > scale) return null;
  return { type: 'condition', conditions: [{ op: 'eq', field, value }] };
};

/** "Rated us 1 or 2": grades that follow each other. */
const gradedEither = (field: FieldKey, low: number, high: number): Meaning | null =>
  graded(field, low) && graded(field, high) && high === low + 1
    ? { type: 'condition', conditions: [{ op: 'between', field, is: true, from: low, to: high }] }
    : null;

/** 达到5个及以上: both words say the one limit. */
const saidTwice = (before: ItemOf<'compare'>, after: ItemOf<'compare'>): boolean =>
  before.side === 'before' && after.side === 'after' && before.op === after.op;

export const boundRules: readonly Rule[] = [
  rule(['compare', 'number', 'unit'], ([{ op, side }, { value }]) =>
    value === 0 && side === 'before'
      ? { type: 'bound', bounds: [{ op, value }], money: false }
      : null,
  ),
  rule(['between', 'number', ['and', 'to'], 'duration'], ([, low, , high]) => dayRange(low, high)),
  rule(['number', 'to', 'duration', 'between'], ([low, , high]) => dayRange(low, high)),
  rule(['number', 'to', 'duration'], ([low, , high]) => dayRange(low, high)),
  rule(['between', amount, ['and', 'to'], amount], ([, low, , high]) => range(low, high)),
  rule([amount, 'to', amount, 'between'], ([low, , high]) => range(low, high)),
  rule([amount, ['and'], amount, 'between'], ([low, , high]) => range(low, high)),
  rule([FROM, amount, 'to', amount], ([{ side }, low, , high]) =>
    side === 'before' ? range(low, high) : null,
  ),
  rule([amount, 'to', amount], ([low, , high]) => range(low, high)),
  rule(['compare', quantity, 'counter', 'compare'], ([first, number, , second]) =>
    saidTwice(first, second) ? bound(first.op, number) : null,
  ),
  rule(['compare', quantity, 'compare'], ([first, number, second]) =>
    saidTwice(first, second) ? bound(first.op, number) : null,
  ),
  rule(['duration', 'moreThan'], ([duration]) => bound('gt', duration)),
  rule([amount, 'inside'], ([number]) => (isSum(number) ? bound('lte', number) : null)),
  rule([amount, ['counter', 'points', 'times'], 'compare'], ([number, , compare]) =>
    compare.side === 'after' ? bound(compare.op, number) : null,
  ),
  rule([quantity, 'compare'], ([number, compare]) =>
    compare.side === 'after' || compare.op === 'lt' ? bound(compare.op, number) : null,
  ),
  rule(['ageCompare', ['number', 'years'], 'unit'], ([{ op }, { value }, { unit }]) =>
    unit === 'year' ? ageBound(op, value) : null,
  ),
  rule(['ageCompare', 'duration'], ([{ op }, { n, unit }]) =>
    unit === 'year' ? ageBound(op, n) : null,
  ),
  rule(['ageCompare', ['number', 'years']], ([{ op }, { value }]) => ageBound(op, value)),
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
    percent: Boolean(first.percent || second.percent),
    age: Boolean(first.age || second.age),
  };
};

const STRICT = { gte: 'gt', lte: 'lt', gt: 'gt', lt: 'lt', eq: 'eq' } as const;

export const countingRules: readonly Rule[] = [
  rule(['field', 'number', 'or', 'number'], ([{ field }, { value: low }, , { value: high }]) =>
    gradedEither(field, low, high),
  ),
  rule(['field', 'number', 'points'], ([{ field }, { value }]) => graded(field, value)),
  rule(['field', 'number'], ([{ field }, { value }]) => graded(field, value)),
  rule(['bound', 'compare', amount], ([first, { op, side }, amount_]) => {
    const second = side === 'after' ? bound(STRICT[op], amount_) : null;
    return second && both(first, { ...second, start: 0, end: 0 } as Item);
  }),
  rule(['bound', 'and', 'bound'], ([first, , second]) => both(first, second)),
  rule(['bound', 'bound'], ([first, second]) => both(first, second)),
  rule(['bound', ['counter', 'points', 'times']], ([bounded]) => bounded),
  rule(['number', ['times', 'points']], ([{ value, scaled }]) =>
    scaled ? null : { type: 'bound', bounds: [{ op: 'eq', value }], money: false },
  ),
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
  rule(['which', 'number'], ([, { value, scaled }]) => headcount(value, scaled)),
  rule(['number', 'clients'], ([{ value, scaled }]) => headcount(value, scaled)),
  rule(['number', 'counter'], ([{ value, scaled }]) => headcount(value, scaled)),
  rule(['clients', ['inside', 'among']], () => ({ type: 'among' })),
];

const rankOf = (value: number, scaled: boolean): Meaning | null =>
  isWhole(value) && !scaled ? { type: 'rank', direction: 'desc', n: value, alone: true } : null;

const referenceTo = (value: number, scaled: boolean): Meaning | null =>
  isWhole(value) && !scaled ? { type: 'reference', by: 'id', text: String(value) } : null;
