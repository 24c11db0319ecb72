/** Balances that fell or rose: by how much, and by which share; since when is said elsewhere in the question. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Condition } from '../../query-plan.ts';
import type { Bound, Item, ItemOf, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { holds } from './holds.ts';

type Change = { amount: FieldKey; percent: FieldKey | null };

const CHANGES: Partial<Record<FieldKey, Change>> = {
  aum: { amount: 'aumChange', percent: 'aumChangePct' },
  deposits: { amount: 'depositChange', percent: 'depositChangePct' },
  investments: { amount: 'investmentChange', percent: 'investmentChangePct' },
  loans: { amount: 'loanChange', percent: null },
  netInflow: { amount: 'netInflow', percent: 'netInflowPct' },
};

/** What names its change already: "lost the biggest share of balance". */
const CHANGED: readonly FieldKey[] = Object.values(CHANGES).flatMap(({ amount, percent }) =>
  percent === null || amount === 'netInflow' ? [] : [amount, percent],
);

const MIRRORED = { gte: 'lte', gt: 'lt', lte: 'gte', lt: 'gt', eq: 'eq' } as const;
type Trend = ItemOf<'trend'>;

const changed = (field: FieldKey, trend: Trend, relative: boolean): FieldKey | null => {
  if (CHANGED.includes(field)) return field;
  const change = CHANGES[field];
  if (!change) return null;
  return relative || trend.relative ? change.percent : change.amount;
};

/** "Fell by more than 20 %" is a change below −20 %; "fell less than" may be a rise too, and is not said. */
const by = (field: FieldKey, trend: Trend, bound: Item): Meaning | null => {
  if (bound.type !== 'bound') return null;
  const key = changed(field, trend, Boolean(bound.percent));
  const [first, ...more] = bound.bounds;
  if (!key || !first || more.length > 0 || first.value <= 0) return null;
  if (!bound.percent && trend.relative) return null;
  if (!bound.percent && !bound.money && first.value < SMALL_CHANGE) return null;
  if (first.op !== 'gt' && first.op !== 'gte') return null;
  const { op, value } = limit(first, trend.sign);
  return holds({ op, field: key, value });
};

const SMALL_CHANGE = 1_000;

const limit = ({ op, value }: Bound, sign: -1 | 1): Bound =>
  sign === 1 ? { op, value } : { op: MIRRORED[op], value: -value };

const any = (field: FieldKey, trend: Trend): Meaning | null => {
  const key = changed(field, trend, false);
  return key && holds({ op: trend.sign === 1 ? 'gt' : 'lt', field: key, value: 0 });
};

/** The largest fall is the lowest change. */
const most = (field: FieldKey, trend: Trend, rank: Item, relative: boolean): Meaning | null => {
  const key = changed(field, trend, relative);
  if (!key || rank.type !== 'rank' || rank.direction === 'asc') return null;
  return { type: 'sort', field: key, direction: trend.sign === 1 ? 'desc' : 'asc', n: rank.n };
};

const FALL: Trend = { type: 'trend', sign: -1, relative: false, field: null, start: 0, end: 0 };

/** "Lost 20 % of AUM" is a fall, not a client who left. */
const isLost = (code: Item): boolean =>
  code.type === 'code' &&
  code.readings.some(({ field, codes }) => field === 'lifecycle' && codes[0] === 'lost');

const isSpanned = (field: FieldKey): boolean => fieldOf(field).takes === 'period';

/** "How much has AUM grown?" asks for the change, whichever way it went. */
const howMuch = (field: FieldKey, trend: Trend): Meaning | null => {
  const key = changed(field, trend, false);
  return key && !trend.relative ? { type: 'measure', of: 'sum', field: key } : null;
};

export const trendRules: readonly Rule[] = [
  rule(['amountOf', 'has', 'field', 'has', 'trend'], ([, , { field }, , trend]) =>
    howMuch(field, trend),
  ),
  rule(['amountOf', 'has', 'field', 'trend'], ([, , { field }, trend]) => howMuch(field, trend)),
  rule(['amountOf', 'field', 'has', 'trend'], ([, { field }, , trend]) => howMuch(field, trend)),
  rule(['amountOf', 'field', 'trend'], ([, { field }, trend]) => howMuch(field, trend)),
  rule(['field', 'trend', 'howMuch'], ([{ field }, trend]) => howMuch(field, trend)),
  rule(['trend', 'compare', 'field', 'percent'], ([trend, { op, side }, { field }, percent]) =>
    trend.field && field === 'aum' && side === 'before'
      ? by(trend.field, trend, {
          ...percent,
          type: 'bound',
          bounds: [{ op, value: percent.value }],
          money: false,
          percent: true,
        })
      : null,
  ),
  rule(['trend', 'has', 'bound'], ([trend, , bound]) =>
    trend.field ? by(trend.field, trend, bound) : null,
  ),
  rule(['trend', 'bound'], ([trend, bound]) =>
    trend.field ? by(trend.field, trend, bound) : null,
  ),
  rule(['bound', 'trend'], ([bound, trend]) =>
    trend.field ? by(trend.field, trend, bound) : null,
  ),
  rule(['trend', 'rank'], ([trend, rank]) =>
    trend.field ? most(trend.field, trend, rank, false) : null,
  ),
  rule(['rank', 'trend'], ([rank, trend]) =>
    trend.field ? most(trend.field, trend, rank, false) : null,
  ),
  rule(['field', 'signed'], ([{ field }, { sign }]) =>
    isSpanned(field) ? holds({ op: sign === 1 ? 'gt' : 'lt', field, value: 0 }) : null,
  ),
  rule(['signed', 'field'], ([{ sign }, { field }]) =>
    isSpanned(field) ? holds({ op: sign === 1 ? 'gt' : 'lt', field, value: 0 }) : null,
  ),
  rule(['field', 'has', 'trend', 'by', 'bound'], ([{ field }, , trend, , bound]) =>
    by(field, trend, bound),
  ),
  rule(['field', 'trend', 'by', 'bound'], ([{ field }, trend, , bound]) => by(field, trend, bound)),
  rule(['field', 'trend', 'bound'], ([{ field }, trend, bound]) => by(field, trend, bound)),
  rule(['bound', 'trend', 'field'], ([bound, trend, { field }]) => by(field, trend, bound)),
  rule(['trend', 'bound', 'field'], ([trend, bound, { field }]) => by(field, trend, bound)),
  rule(['code', 'bound', 'field'], ([code, bound, { field }]) =>
    isLost(code) ? (by(field, FALL, bound) ?? { type: 'unknown' }) : null,
  ),
  rule(['code', 'rank', 'share', 'their', 'field'], ([code, rank, , , { field }]) =>
    isLost(code) ? most(field, FALL, rank, true) : null,
  ),
  rule(['code', 'rank', 'share', 'field'], ([code, rank, , { field }]) =>
    isLost(code) ? most(field, FALL, rank, true) : null,
  ),
  rule(['code', 'rank', 'field'], ([code, rank, { field }]) =>
    isLost(code) ? most(field, FALL, rank, false) : null,
  ),
  rule(['code', 'bound'], ([code, bound]) =>
    isLost(code) ? (by('aum', FALL, bound) ?? { type: 'unknown' }) : null,
  ),
  rule(['lost', 'bound'], ([, bound]) => by('aum', FALL, bound)),
  rule(['lost', 'bound', 'field'], ([, bound, { field }]) => by(field, FALL, bound)),
  rule(['lost', 'rank', 'share', 'field'], ([, rank, , { field }]) =>
    most(field, FALL, rank, true),
  ),
  rule(['lost', 'sort'], ([, { field, direction, n }]) =>
    direction === 'asc' ? null : lostMost(field, n),
  ),
  rule(['field', 'trend', 'rank'], ([{ field }, trend, rank]) => most(field, trend, rank, false)),
  rule(['trend', 'rank', 'field'], ([trend, rank, { field }]) =>
    trend.field ? null : most(field, trend, rank, false),
  ),
  rule(['rank', 'trend', 'field'], ([rank, trend, { field }]) => most(field, trend, rank, false)),
  rule(['rank', 'field', 'trend'], ([rank, { field }, trend]) => most(field, trend, rank, false)),
  rule(['trend', 'field'], ([trend, { field }]) => any(field, trend)),
  rule(['field', 'has', 'trend'], ([{ field }, , trend]) => any(field, trend)),
  rule(['field', 'trend'], ([{ field }, trend]) => any(field, trend)),
  rule(['field', 'dropped', 'by', 'bound'], ([{ field }, , , bound]) => by(field, FALL, bound)),
  rule(['field', 'dropped', 'bound'], ([{ field }, , bound]) => by(field, FALL, bound)),
  rule(['field', 'has', 'dropped', 'bound'], ([{ field }, , , bound]) => by(field, FALL, bound)),
  rule(['field', 'dropped', 'rank'], ([{ field }, , rank]) => most(field, FALL, rank, false)),
  rule(['field', 'dropped'], ([{ field }]) => any(field, FALL)),
];

/** "Lost the most AUM" */
const lostMost = (field: FieldKey, n: number | null): Meaning | null => {
  const key = CHANGES[field]?.amount;
  return key ? { type: 'sort', field: key, direction: 'asc', n } : null;
};

/** "Lower than at the end of last month": the change since that day. */
const against = (
  on: BusinessDate,
  field: FieldKey,
  day: string | null,
  sign: -1 | 1,
): Meaning | null => {
  const key = CHANGES[field]?.amount;
  if (!key || day === null || day >= on.toString()) return null;
  const from = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const period = { from, to: on.toString() };
  return holds({ op: sign === 1 ? 'gt' : 'lt', field: key, value: 0, period });
};

/** The change by an amount since the day. */
const sinceBy = (on: BusinessDate, change: Meaning | null, day: string): Meaning | null => {
  const [condition] = change?.type === 'condition' ? change.conditions : [];
  if (!condition || condition.op === 'any' || day >= on.toString()) return null;
  const from = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return holds({ ...condition, period: { from, to: on.toString() } } as Condition);
};

export const againstRules = (on: BusinessDate): Rule[] => [
  rule(['field', 'compare', 'period'], ([{ field }, { op, side }, { from, to }]) =>
    side === 'before' && from === to && (op === 'lt' || op === 'gt')
      ? against(on, field, to, op === 'gt' ? 1 : -1)
      : null,
  ),
  rule(['field', 'versus', 'trend', 'bound'], ([{ field }, { to }, trend, bound]) =>
    sinceBy(on, by(field, trend, bound), to),
  ),
  rule(['versus', 'trend', 'bound'], ([{ to }, trend, bound]) =>
    trend.field === null ? sinceBy(on, by('aum', trend, bound), to) : null,
  ),
  rule(['field', 'versus', 'trend'], ([{ field }, { to }, { sign }]) =>
    against(on, field, to, sign),
  ),
];

/** "Net outflow" alone. */
export const flowRules: readonly Rule[] = [
  rule(['has', 'trend'], ([, trend]) => (trend.field ? any(trend.field, trend) : null)),
  rule(['trend'], (items) => flow(items[0])),
];

const flow = (item: Item): Meaning | null =>
  item.type === 'trend' && item.field ? any(item.field, item) : null;
