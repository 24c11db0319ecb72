/** Everyday turns of phrase that say a fact without its name, or a part of a condition behind it. */

import type { BusinessDate } from '../../../domain/business-date.ts';
import { balanceOfLine, fieldCan } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import { dayBefore, lastPeriod } from '../calendar.ts';
import type { Item, ItemOf, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { counted, limited } from './comparisons.ts';
import { countOf, notSince } from './events.ts';
import { coded, holds, within } from './holds.ts';

const KYC: readonly FieldKey[] = ['kycComplete', 'kycPct'];

const isKyc = (fact: Item): boolean =>
  fact.type === 'kycWord' ||
  ((fact.type === 'flag' || fact.type === 'field') && KYC.includes(fact.field));

const shareDone = (fact: Item, bound: Item): Meaning | null => {
  if (!isKyc(fact) || bound.type !== 'bound' || !bound.percent) return null;
  const conditions = limited('kycPct', bound.bounds, bound.money, true);
  return conditions && holds(...conditions);
};

const AGE_MIN = 16;
const AGE_MAX = 110;

/** "Clients between 40 and 55": small numbers said of people are their age. */
const aged = (bound: Item): Meaning | null => {
  if (bound.type !== 'bound' || bound.money || bound.percent) return null;
  const ages = bound.bounds.every(
    ({ value }) => Number.isInteger(value) && value >= AGE_MIN && value <= AGE_MAX,
  );
  const conditions = ages ? limited('age', bound.bounds, false) : null;
  return conditions && holds(...conditions);
};

const OF_PEOPLE: readonly FieldKey[] = ['kind', 'lifecycle', 'occupation'];

/** "Prospects over 30", "teachers over 40" */
const agedPeople = (code: Item, bound: Item): Meaning | null => {
  const age = aged(bound);
  const people = coded(code, true);
  if (age?.type !== 'condition' || people?.type !== 'condition') return null;
  const told = people.conditions.every((one) => one.op !== 'any' && OF_PEOPLE.includes(one.field));
  return told ? holds(...people.conditions, ...age.conditions) : null;
};

/** "Contacted least": by how often it happened. */
const oftenest = (field: FieldKey, rank: Item): Meaning | null => {
  const counted = countOf(field);
  if (rank.type !== 'rank' || !counted || !fieldCan(counted, 'sort')) return null;
  return { type: 'sort', field: counted, direction: rank.direction, n: rank.n };
};

const FACT = ['flag', 'field', 'kycWord'] as const;
const LASTING = ['duration', 'lapse'] as const;

/** "Two months into the demotion clock" */
const onClock = (field: FieldKey, time: Item): Meaning | null => {
  if (field !== 'demotionRunning' && field !== 'demotionClock') return null;
  if ((time.type !== 'duration' && time.type !== 'lapse') || time.unit !== 'month') return null;
  const op = time.type === 'lapse' ? time.op : 'eq';
  return holds({ op, field: 'demotionClock', value: time.n });
};

/** "Been with us for over five years" */
const knownFor = (on: BusinessDate, field: FieldKey, lapse: ItemOf<'lapse'>): Meaning | null => {
  if (field !== 'onboardedOn') return null;
  const day = dayBefore(on, lapse.n, lapse.unit);
  const [before, after] = [day.subtract({ days: 1 }).toString(), day.add({ days: 1 }).toString()];
  if (lapse.op === 'gt') return within(field, true, { from: null, to: before });
  if (lapse.op === 'gte') return within(field, true, { from: null, to: day.toString() });
  return lapse.op === 'lt' ? within(field, true, { from: after, to: null }) : null;
};

const TIME = ['duration', 'lapse', 'period'] as const;

const both = (a: Meaning | null, b: Meaning | null): Meaning | null =>
  a?.type === 'condition' && b?.type === 'condition'
    ? holds(...a.conditions, ...b.conditions)
    : null;

const OPEN: Partial<Record<FieldKey, FieldKey>> = {
  openAlert: 'openAlertCount',
  openComplaint: 'openComplaintCount',
};

/** "At least two open alerts" */
const openOnes = (flag: FieldKey, bound: ItemOf<'bound'>): Meaning | null => {
  const field = OPEN[flag];
  const conditions = field ? limited(field, bound.bounds, bound.money, bound.percent) : null;
  return conditions && holds(...conditions);
};

const MATURING: Partial<Record<FieldKey, FieldKey>> = {
  maturityCount: 'maturingAmount',
  unrenewedCount: 'unrenewedAmount',
};

/** "Maturities over 100k": an amount of money is what matures, not all that is held. */
const maturingMoney = (event: FieldKey, bound: ItemOf<'bound'>): Meaning | null => {
  const field = MATURING[event];
  const conditions = field ? limited(field, bound.bounds, bound.money, bound.percent) : null;
  return conditions && holds(...conditions);
};

const LASTING_DAYS: readonly FieldKey[] = ['idleDays', 'contactGapDays'];

/** "Idle for more than half a year": in days, back to that day. */
const lastingFor = (on: BusinessDate, field: FieldKey, lapse: ItemOf<'lapse'>): Meaning | null => {
  if (!LASTING_DAYS.includes(field) || lapse.unit === 'day') return null;
  const { days } = dayBefore(on, lapse.n, lapse.unit).until(on, { largestUnit: 'day' });
  return holds({ op: lapse.op, field, value: days });
};

const YEARLY: FieldKey = 'contribution12m';

/** "Contribution in the past 12 months": the one span that it is ever told of. */
const isItsYear = (on: BusinessDate, field: FieldKey, period: ItemOf<'period'>): boolean => {
  const year = lastPeriod(on, 12, 'month');
  return field === YEARLY && period.from === year.from && period.to === year.to;
};

/** "Owes us more than 200k": what is owed, not what is held. */
const owed = (flag: FieldKey, bound: ItemOf<'bound'>, of: Item | null = null): Meaning | null => {
  const field = flag === 'owing' ? debtIn(of) : null;
  const conditions = field ? limited(field, bound.bounds, bound.money, bound.percent) : null;
  return conditions && holds(...conditions);
};

const DEBTS: readonly FieldKey[] = [
  'loans',
  'loanLineBalance',
  'mortgageBalance',
  'creditCardBalance',
];

/** null = not something that is owed. */
const debtIn = (of: Item | null): FieldKey | null => {
  if (of === null) return 'loans';
  const lines = of.type === 'code' ? of.readings.find((one) => one.field === 'productLines') : null;
  const [line, ...others] = lines?.codes ?? [];
  const balance = line !== undefined && others.length === 0 ? balanceOfLine(line) : null;
  const field = of.type === 'field' ? of.field : balance;
  return field && DEBTS.includes(field) ? field : null;
};

/** "Left the bank this year", before the noun and its event become "closed". */
export const idiomRules = (on: BusinessDate): readonly Rule[] => [
  rule(['bound', 'event'], ([bound, { field }]) => (field === 'closedOn' ? bound : null)),
  rule(['clients', 'event', 'period'], ([, { field }, period]) =>
    field === 'closedOn' ? within(field, true, period) : null,
  ),
  rule(['event', 'clients', 'period'], ([{ field }, , period]) =>
    field === 'closedOn' ? within(field, true, period) : null,
  ),
  rule([LASTING, 'flag'], ([time, { field }]) => onClock(field, time)),
  rule([LASTING, 'field'], ([time, { field }]) => onClock(field, time)),
  rule(
    ['field', 'lapse'],
    ([{ field }, lapse]) => knownFor(on, field, lapse) ?? lastingFor(on, field, lapse),
  ),
  rule(['field', 'has', 'flag'], ([{ field }]) =>
    field === 'churnReasons' ? { type: 'unknown' } : null,
  ),
  rule(['event', 'has', 'bound'], ([{ field }, , bound]) => maturingMoney(field, bound)),
  rule(['event', 'bound'], ([{ field }, bound]) => maturingMoney(field, bound)),
  rule(['bound', 'event'], ([bound, { field }]) => maturingMoney(field, bound)),
  rule(['not', 'event', 'has', 'code', 'clients', TIME], ([, { field }, , code, , time]) =>
    both(notSince(on, field, time), coded(code, true)),
  ),
  rule(['not', 'event', 'code', 'clients', TIME], ([, { field }, code, , time]) =>
    both(notSince(on, field, time), coded(code, true)),
  ),
  rule([FACT, 'bound', 'complete'], ([fact, bound]) => shareDone(fact, bound)),
  rule(['complete', 'bound', 'their', FACT], ([, bound, , fact]) => shareDone(fact, bound)),
  rule(['complete', 'bound', FACT], ([, bound, fact]) => shareDone(fact, bound)),
  rule(['bound', 'complete', FACT], ([bound, , fact]) => shareDone(fact, bound)),
  rule(['bound', FACT, 'complete'], ([bound, fact]) => shareDone(fact, bound)),
  rule([FACT, 'bound'], ([fact, bound]) => shareDone(fact, bound)),
  rule(['field', 'together', 'bound'], ([{ field }, , bound]) => {
    const conditions = field === 'householdAum' ? limited(field, bound.bounds, bound.money) : null;
    return conditions && holds(...conditions);
  }),
  rule(['flag', 'bound', ['field', 'code']], ([{ field }, bound, of]) => owed(field, bound, of)),
  rule(['flag', 'bound'], ([{ field }, bound]) => owed(field, bound)),
  rule(['field', 'period', 'bound'], ([{ field }, period, bound]) => {
    const conditions = isItsYear(on, field, period)
      ? limited(field, bound.bounds, bound.money)
      : null;
    return conditions && holds(...conditions);
  }),
  rule(['field', 'bound', 'period'], ([{ field }, bound, period]) => {
    const conditions = isItsYear(on, field, period)
      ? limited(field, bound.bounds, bound.money)
      : null;
    return conditions && holds(...conditions);
  }),
  rule(['field', 'bound', 'field'], ([{ field }, bound, again]) => {
    const conditions = field === again.field ? limited(field, bound.bounds, bound.money) : null;
    return conditions && holds(...conditions);
  }),
  rule(['bound', 'inTotal', 'field'], ([bound, , { field }]) => {
    const conditions = limited(field, bound.bounds, bound.money, bound.percent);
    return conditions && holds(...conditions);
  }),
  rule(['bound', 'inTotal'], ([bound]) => bound),
  rule(['not', 'code', 'also', 'bound', 'field'], ([, code, , bound, { field }]) =>
    both(coded(code, false), counted(field, bound)),
  ),
  rule(['not', 'code', 'also', 'has', 'bound', 'field'], ([, code, , , bound, { field }]) =>
    both(coded(code, false), counted(field, bound)),
  ),
  rule(['bound', 'flag'], ([bound, { field }]) => openOnes(field, bound)),
  rule(['holders', 'bound'], ([, bound]) => aged(bound)),
  rule(['clients', 'bound'], ([, bound]) => aged(bound)),
];

/** "The least contacted", before the event becomes a condition. */
export const oftenestRules: readonly Rule[] = [
  rule(['event', 'rank'], ([{ field }, rank]) => oftenest(field, rank)),
  rule(['rank', 'event'], ([rank, { field }]) => oftenest(field, rank)),
];

/** "… in the last survey", "… together": the condition before them says so already. */
export const endingRules: readonly Rule[] = [
  rule(['condition', 'field'], ([item, { field }]) =>
    field === 'lastSurveyOn' && isAllOf(item, 'csat') ? item : null,
  ),
  rule(['condition', 'complete'], ([item]) => (isAllOf(item, 'kycPct') ? item : null)),
  rule(['condition', ['together', 'inTotal']], ([item]) =>
    isAllOf(item, 'householdAum') ? item : null,
  ),
  rule(['code', 'bound'], ([code, bound]) => agedPeople(code, bound)),
];

const isAllOf = (item: Item, field: FieldKey): boolean =>
  item.type === 'condition' &&
  item.conditions.every((one) => one.op !== 'any' && one.field === field);
