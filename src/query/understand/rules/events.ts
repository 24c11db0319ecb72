/** Stage 2: what happened when, and since when nothing happened. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Span } from '../../query-plan.ts';
import { lapsePeriod, type Period } from '../calendar.ts';
import type { Item, ItemOf, Meaning, TimeUnit } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { ALWAYS, holds, turned, within } from './holds.ts';
import { clientsSince, longAgo } from './long-ago.ts';

/** Only a last day can say that nothing happened since; a day of onboarding happens once. */
const recurs = (field: FieldKey): boolean => fieldOf(field).whenNull === 'never';

/** How often it happened, for a field that knows only when it happened last. */
const COUNTED: Partial<Record<FieldKey, FieldKey>> = {
  lastContactOn: 'contactCount',
  lastTransactionOn: 'transactionDays',
};

const isCounted = (field: FieldKey): boolean => fieldOf(field).takes === 'period';

/** The field that counts how often it happened; null = none does. */
export const countOf = (field: FieldKey): FieldKey | null =>
  isCounted(field) ? field : (COUNTED[field] ?? null);

/** The days that a span means for the field; null = it lies ahead and the field does not. */
export const spanFor = (on: BusinessDate, field: FieldKey, period: Period): Span | null => {
  if (fieldOf(field).ahead && period.ahead) return period.ahead;
  const ahead = fieldOf(field).ahead;
  const { from, to } = begun(field, period);
  if (!ahead && (from ?? '') > on.toString()) return null;
  if (to !== null) return { from, to };
  return ahead ? { from, to: FAR } : { from, to: on.toString() };
};

/** What changes or happens "since the end of June" does so from the first of July on. */
const begun = (field: FieldKey, { from, to, closing }: Period): Period =>
  closing && from !== null && from !== to && isCounted(field)
    ? { from: Temporal.PlainDate.from(from).add({ days: 1 }).toString(), to }
    : { from, to };

const FAR = '9999-12-31';

/** It happened at least once within the span, or not once; without a span since when is asked. */
const times = (field: FieldKey, is: boolean, period: Span | null): Meaning =>
  holds({ op: is ? 'gte' : 'eq', field, value: is ? 1 : 0, ...(period ? { period } : {}) });

/**
 * Of contacts and transactions the last day tells what happened since a day; within a period that ended
 * before D they are counted.
 */
const since = (on: BusinessDate, field: FieldKey, is: boolean, period: Period): Meaning | null => {
  const { from, to } = period;
  if (isCounted(field)) {
    const span = spanFor(on, field, period);
    return span && times(field, is, span);
  }
  if (fieldOf(field).ahead) {
    const span = period.to === null ? period : spanFor(on, field, period);
    return span && within(field, is, span);
  }
  if (!recurs(field)) return within(field, is, { from, to });
  if (from !== null && from > on.toString()) return null;
  if (from !== null && (to === null || to >= on.toString()))
    return within(field, is, { from, to: null });
  const counted = COUNTED[field];
  return counted && from !== null && to !== null ? times(counted, is, { from, to }) : null;
};

/** 超过180天没动账: whoever never had a transaction is idle from the first day with the bank. */
const IDLE_DAYS: Partial<Record<TimeUnit, number>> = { day: 1, year: 365 };

export const notSince = (on: BusinessDate, field: FieldKey, lapse: Item): Meaning | null => {
  if (!recurs(field) && !isCounted(field)) return null;
  if (lapse.type === 'period') return since(on, field, false, lapse);
  if (lapse.type === 'lapse' && field === 'lastTransactionOn' && lapse.unit in IDLE_DAYS)
    return holds({
      op: lapse.op,
      field: 'idleDays',
      value: lapse.n * (IDLE_DAYS[lapse.unit] ?? 1),
    });
  const period =
    lapse.type === 'duration'
      ? lapsePeriod(on, 'gte', lapse.n, lapse.unit)
      : lapse.type === 'lapse'
        ? lapsePeriod(on, lapse.op, lapse.n, lapse.unit)
        : null;
  return period && since(on, field, false, period);
};

/** "Contacted at least three times": the field that counts it. */
const often = (field: FieldKey, { bounds, money, percent }: ItemOf<'bound'>): Meaning | null => {
  const counted = countOf(field);
  if (!counted || money || percent || fieldOf(counted).type !== 'count') return null;
  if (bounds.some(({ value }) => !Number.isInteger(value) || value > TIMES_MAX)) return null;
  return holds(...bounds.map(({ op, value }) => ({ op, field: counted, value })));
};

const TIMES_MAX = 1_000;

const lapse = ['period', 'duration', 'lapse'] as const;

/** What happens within a span that is said elsewhere in the question. */
export const countedRules: readonly Rule[] = [
  rule(['not', 'has', 'event'], ([, , { field }]) => counted(field, false)),
  rule(['was', 'not', 'event'], ([, , { field }]) => counted(field, false)),
  rule(['not', 'event'], ([, { field }]) => counted(field, false)),
  rule(['never', 'event'], ([, { field }]) => counted(field, false)),
  rule(['has', 'event'], ([, { field }]) => counted(field, true)),
  rule(['was', 'event'], ([, { field }]) => counted(field, true)),
  rule(['event'], (items) => (items[0].type === 'event' ? counted(items[0].field, true) : null)),
];

const counted = (field: FieldKey, is: boolean): Meaning | null =>
  isCounted(field) ? times(field, is, null) : null;

const isNew = (code: Item): boolean =>
  code.type === 'code' && code.readings.some(({ codes }) => codes[0] === 'new');

const duringOften = (
  on: BusinessDate,
  field: FieldKey,
  period: Period,
  bound: ItemOf<'bound'>,
): Meaning | null => {
  const meaning = often(field, bound);
  if (meaning?.type !== 'condition') return null;
  const conditions = meaning.conditions.flatMap((one) => {
    const span = one.op === 'any' ? null : spanFor(on, one.field, period);
    return span ? [{ ...one, period: span } as typeof one] : [];
  });
  return conditions.length === meaning.conditions.length ? holds(...conditions) : null;
};

const DAY_COUNTS: readonly FieldKey[] = ['loginDays', 'transactionDays'];

/** "On at least ten days" */
const onDays = (field: FieldKey, lapse: ItemOf<'lapse'>): Meaning | null =>
  lapse.unit === 'day' && DAY_COUNTS.includes(field)
    ? holds({ op: lapse.op, field, value: lapse.n })
    : null;

export const eventRules = (on: BusinessDate): Rule[] => [
  rule(['kycWord', 'period', 'event'], ([, period, { field }]) =>
    field === 'maturityCount' ? since(on, 'kycDueOn', true, period) : null,
  ),
  rule(['field', 'event', 'period'], ([{ field }, event, period]) =>
    field === 'kycDueOn' && event.field === 'maturityCount' ? since(on, field, true, period) : null,
  ),
  rule(['period', 'event', 'kycWord'], ([period, { field }]) =>
    field === 'maturityCount' ? since(on, 'kycDueOn', true, period) : null,
  ),
  rule(['kycWord', 'event'], ([, { field }]) =>
    field === 'maturityCount' ? { type: 'event', field: 'kycDueOn' } : null,
  ),
  rule(['event', 'lapse', 'ago'], ([{ field }, when]) => clientsSince(on, field, when)),
  rule(['event', 'lapse'], ([{ field }, when]) => clientsSince(on, field, when)),
  rule(['code', 'event'], ([code, { field }]) =>
    isNew(code) && field === 'onboardedOn' ? { type: 'event', field } : null,
  ),
  rule(['period', 'code', 'event'], ([period, code, { field }]) =>
    isNew(code) && field === 'onboardedOn' ? since(on, field, true, period) : null,
  ),
  rule(['period', 'event', 'bound'], ([period, { field }, bound]) =>
    duringOften(on, field, period, bound),
  ),
  rule(['event', 'bound', 'period'], ([{ field }, bound, period]) =>
    duringOften(on, field, period, bound),
  ),
  rule(['event', 'lapse'], ([{ field }, lapse]) => onDays(field, lapse)),
  rule(['field', 'lapse'], ([{ field }, lapse]) => onDays(field, lapse)),
  rule(['was', 'not', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'has', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'event', lapse], ([, { field }, when]) => notSince(on, field, when)),
  rule([lapse, 'not', 'has', 'event'], ([when, , , { field }]) => notSince(on, field, when)),
  rule([lapse, 'not', 'event'], ([when, , { field }]) => notSince(on, field, when)),
  rule(['not', lapse, 'event'], ([, when, { field }]) => notSince(on, field, when)),
  rule([lapse, 'never', 'has', 'event'], ([when, , , { field }]) => notSince(on, field, when)),
  rule([lapse, 'never', 'event'], ([when, , { field }]) => notSince(on, field, when)),
  rule(['never', 'has', 'event'], ([, , { field }]) => never(on, field)),
  rule(['never', 'event'], ([, { field }]) => never(on, field)),
  rule(['has', 'event', 'period'], ([, { field }, period]) => since(on, field, true, period)),
  rule(['was', 'event', 'period'], ([, { field }, period]) => since(on, field, true, period)),
  rule(['event', 'period'], ([{ field }, period]) => since(on, field, true, period)),
  rule(['period', 'has', 'event'], ([period, , { field }]) => since(on, field, true, period)),
  rule(['period', 'event'], ([period, { field }]) => since(on, field, true, period)),
  rule(['field', ['lapse', 'duration'], ['ago', 'front']], ([{ field }, when]) =>
    longAgo(on, field, when),
  ),
  rule(['event', 'has', 'bound'], ([{ field }, , bound]) => often(field, bound)),
  rule(['event', 'bound'], ([{ field }, bound]) => often(field, bound)),
  rule(['bound', 'event'], ([bound, { field }]) => often(field, bound)),
  rule(['ever', 'event'], ([, { field }]) => within(field, true, ALWAYS)),
  rule(['field', 'not', 'period'], ([{ field }, , period]) => turned(dated(on, field, period))),
  rule(['field', 'period'], ([{ field }, period]) => dated(on, field, period)),
  rule(['period', 'field'], ([period, { field }]) =>
    fieldOf(field).ahead ? dated(on, field, period) : null,
  ),
  rule(['field', 'was', 'period'], ([{ field }, , period]) => dated(on, field, period)),
  rule(['code', 'clients', 'period'], ([code, , period]) => newcomers(code, period)),
  rule(['code', 'period'], ([code, period]) => newcomers(code, period)),
  rule(['period', 'code'], ([period, code]) => newcomers(code, period)),
  rule(['event', 'clients'], ([{ field }]) => closed(field)),
  rule(['not', 'event'], ([, { field }]) => notClosed(field)),
  rule(['clients', 'event'], ([, { field }]) => closed(field)),
];

const never = (on: BusinessDate, field: FieldKey): Meaning | null => {
  if (fieldOf(field).ahead) return null;
  if (isCounted(field)) return times(field, false, { from: null, to: on.toString() });
  return recurs(field) ? within(field, false, ALWAYS) : null;
};

const dated = (on: BusinessDate, field: FieldKey, period: Period): Meaning | null => {
  if (fieldOf(field).type !== 'date') return null;
  if (fieldOf(field).ahead && period.to !== null) {
    const span = spanFor(on, field, period);
    return span && within(field, true, span);
  }
  const tooLate = (period.from ?? '') > on.toString() && !fieldOf(field).ahead;
  return tooLate ? null : within(field, true, period);
};

/** "New clients this month" are those onboarded this month, not those in the stage "new". */
const newcomers = (code: Item, period: Period): Meaning | null =>
  code.type === 'code' && code.readings.some(({ codes }) => codes[0] === 'new')
    ? within('onboardedOn', true, period)
    : null;

export const closed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, true, ALWAYS) : null;

const notClosed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, false, ALWAYS) : null;
