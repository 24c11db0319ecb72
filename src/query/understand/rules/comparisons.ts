/** Stage 3: fields compared with amounts. */
import { balanceOfLine } from '../../catalog/lines.ts';
import { fieldCan, fieldOf, isAmount } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Condition } from '../../query-plan.ts';
import type { Bound, Item, ItemOf, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { holds, turned } from './holds.ts';

/** "Assets over 50" may mean 50 or 500,000: a small amount of money needs its currency. */
const isUnclear = ({ value }: Bound): boolean => value !== 0 && value < SMALL_AMOUNT;

export const SMALL_AMOUNT = 1_000;

/** The conditions that limits put on a field; null = the field has no amounts. */
export const limited = (
  field: FieldKey,
  bounds: readonly Bound[],
  money: boolean,
  percent = false,
): Condition[] | null => {
  if (!isAmount(field) || !fieldCan(field, 'filter')) return null;
  const { type } = fieldOf(field);
  if (money && type !== 'money') return null;
  if (percent && type !== 'percent') return null;
  if (!money && type === 'money' && bounds.some(isUnclear)) return null;
  const [low, high] = bounds;
  if (low?.op === 'gte' && high?.op === 'lte' && low.value <= high.value)
    return [{ op: 'between', field, is: true, from: low.value, to: high.value }];
  return bounds.map(({ op, value }) => ({ op, field, value }));
};

const compared = (field: FieldKey, bound: Item): Meaning | null => {
  if (bound.type === 'lapse') {
    if (fieldOf(field).key === 'age' && bound.unit === 'year')
      return holds({ op: bound.op, field, value: bound.n });
    if (field === 'demotionClock' && bound.unit === 'month')
      return holds({ op: bound.op, field, value: bound.n });
    if (fieldOf(field).type !== 'days' || bound.unit !== 'day') return null;
    return holds({ op: bound.op, field, value: bound.n });
  }
  if (bound.type !== 'bound' || (bound.age && field !== 'age')) return null;
  const conditions = limited(field, bound.bounds, bound.money, bound.percent);
  return conditions && holds(...conditions);
};

/** "More than 3 products" counts product lines. */
export const counted = (field: FieldKey, bound: Item): Meaning | null =>
  compared(field === 'productLines' ? 'productCount' : field, bound);

/** "Over 100k in funds" limits what is held in funds, not all assets; in several lines it is not said of which. */
const heldIn = (code: ItemOf<'code'>, bound: ItemOf<'bound'>): Meaning | null => {
  const lines = code.readings.find(({ field }) => field === 'productLines')?.codes;
  if (!lines || bound.percent || bound.age) return null;
  const [line, ...others] = lines;
  const balance = line !== undefined && others.length === 0 ? balanceOfLine(line) : null;
  return (balance && compared(balance, bound)) || { type: 'unknown' };
};

const isProduct = (item: Item): boolean =>
  item.type === 'code' && item.readings.some(({ field }) => field === 'productLines');

/** An amount in funds or bonds: in each or in both together, which is not said. */
const eachOf = (a: Item, b: Item): Meaning | null =>
  isProduct(a) && isProduct(b) ? { type: 'unknown' } : null;

const JOINED = ['or', 'and', 'pause'] as const;

/** "Largest fund holders" */
export const ranksOf = (code: Item, rank: ItemOf<'rank'>): Meaning | null => {
  if (code.type !== 'code') return null;
  const [line, ...others] =
    code.readings.find(({ field }) => field === 'productLines')?.codes ?? [];
  const field = line !== undefined && others.length === 0 ? balanceOfLine(line) : null;
  return field && { type: 'sort', field, direction: rank.direction, n: rank.n };
};

const bounds = ['bound', 'lapse'] as const;

const EXACT = ['number', 'money', 'percent'] as const;

/** "A score of 5", 资产为零: an amount without a comparator is meant exactly where it is small or counted. */
const exactly = (field: FieldKey, exact: ItemOf<(typeof EXACT)[number]>): Meaning | null => {
  const { type } = fieldOf(field);
  const plain = type === 'count' || type === 'points' || exact.value === 0;
  if (!plain || !isAmount(field)) return null;
  return compared(field, { ...oneBound('eq', exact.value) });
};

const twice = (field: FieldKey, a: Item, b: Item): Meaning | null => {
  const [first, second] = [compared(field, a), compared(field, b)];
  if (first?.type !== 'condition' || second?.type !== 'condition') return null;
  return holds(...first.conditions, ...second.conditions);
};

export const comparisonRules: readonly Rule[] = [
  rule(['bound', 'code', JOINED, 'code'], ([, a, , b]) => eachOf(a, b)),
  rule(['code', JOINED, 'code', 'bound'], ([a, , b]) => eachOf(a, b)),
  rule(['code', JOINED, 'code', 'has', 'bound'], ([a, , b]) => eachOf(a, b)),
  rule(['code', 'rank'], ([code, rank]) => ranksOf(code, rank)),
  rule(['code', 'has', 'rank'], ([code, , rank]) => ranksOf(code, rank)),
  rule(['has', 'bound', 'code'], ([, bound, code]) => heldIn(code, bound)),
  rule(['bound', 'code'], ([bound, code]) => heldIn(code, bound)),
  rule(['code', 'holders', 'bound'], ([code, , bound]) => heldIn(code, bound)),
  rule(['has', 'code', 'bound'], ([, code, bound]) => heldIn(code, bound)),
  rule(['code', 'has', 'bound'], ([code, , bound]) => heldIn(code, bound)),
  rule(['code', 'bound'], ([code, bound]) => heldIn(code, bound)),
  rule(['field', bounds, 'and', bounds], ([{ field }, a, , b]) => twice(field, a, b)),
  rule(['field', bounds, bounds], ([{ field }, a, b]) => twice(field, a, b)),
  rule([EXACT, 'field'], ([exact, { field }]) =>
    exact.value === 0 ? exactly(field, exact) : null,
  ),
  rule(['field', 'only', bounds], ([{ field }, , bound]) => compared(field, bound)),
  rule(['field', 'has', bounds], ([{ field }, , bound]) => compared(field, bound)),
  rule(['field', bounds], ([{ field }, bound]) => compared(field, bound)),
  rule(['field', 'was', bounds], ([{ field }, , bound]) => compared(field, bound)),
  rule(['field', EXACT], ([{ field }, exact]) => exactly(field, exact)),
  rule(['field', 'not', bounds], ([{ field }, , bound]) => turned(compared(field, bound))),
  rule(['measure', bounds], ([{ of, field }, bound]) =>
    of === 'sum' ? compared(field, bound) : { type: 'unknown' },
  ),
  rule(['sort', bounds], ([{ field }]) => (field === 'aum' ? null : { type: 'unknown' })),
  rule([bounds, 'field'], ([bound, { field }]) => counted(field, bound)),
  rule(['only', ['headcount', 'number'], 'field'], ([, amount, { field }]) =>
    counted(field, oneBound('eq', amount.type === 'headcount' ? amount.n : amount.value)),
  ),
  rule(['headcount', 'field', 'compare'], ([{ n }, { field }, { op, side }]) =>
    side === 'after' ? counted(field, oneBound(op, n)) : null,
  ),
  rule(['number', 'field', 'compare'], ([{ value }, { field }, { op, side }]) =>
    side === 'after' ? counted(field, oneBound(op, value)) : null,
  ),
];

const oneBound = (op: Bound['op'], value: number): Item => ({
  type: 'bound',
  bounds: [{ op, value }],
  money: false,
  start: 0,
  end: 0,
});
