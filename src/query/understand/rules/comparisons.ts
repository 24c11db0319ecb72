/** Stage 3: fields compared with amounts. */
import { fieldCan, fieldOf, isAmount } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Condition } from '../../query-plan.ts';
import type { Bound, Item, Meaning } from '../items.ts';
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
): Condition[] | null => {
  if (!isAmount(field) || !fieldCan(field, 'filter')) return null;
  if (money && fieldOf(field).type !== 'money') return null;
  if (!money && fieldOf(field).type === 'money' && bounds.some(isUnclear)) return null;
  const [low, high] = bounds;
  if (low?.op === 'gte' && high?.op === 'lte')
    return [{ op: 'between', field, is: true, from: low.value, to: high.value }];
  return bounds.map(({ op, value }) => ({ op, field, value }));
};

const compared = (field: FieldKey, bound: Item): Meaning | null => {
  if (bound.type === 'lapse') {
    if (fieldOf(field).type !== 'days' || bound.unit !== 'day') return null;
    return holds({ op: bound.op, field, value: bound.n });
  }
  if (bound.type !== 'bound') return null;
  const conditions = limited(field, bound.bounds, bound.money);
  return conditions && holds(...conditions);
};

/** "More than 3 products" counts product lines. */
const counted = (field: FieldKey, bound: Item): Meaning | null =>
  compared(field === 'productLines' ? 'productCount' : field, bound);

const bounds = ['bound', 'lapse'] as const;

export const comparisonRules: readonly Rule[] = [
  rule(['field', 'has', bounds], ([{ field }, , bound]) => compared(field, bound)),
  rule(['field', bounds], ([{ field }, bound]) => compared(field, bound)),
  rule(['field', 'not', bounds], ([{ field }, , bound]) => turned(compared(field, bound))),
  rule(['measure', bounds], ([{ of, field }, bound]) =>
    of === 'sum' ? compared(field, bound) : { type: 'unknown' },
  ),
  rule(['sort', bounds], ([{ field }]) => (field === 'aum' ? null : { type: 'unknown' })),
  rule([bounds, 'field'], ([bound, { field }]) => counted(field, bound)),
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
