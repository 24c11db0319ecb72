/** Stage 2: what happened when, and since when nothing happened. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import { dayBefore, lapsePeriod, type Period } from '../calendar.ts';
import type { Item, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { ALWAYS, turned, within } from './holds.ts';

/** Only a last day can say that nothing happened since; a day of onboarding happens once. */
const recurs = (field: FieldKey): boolean => fieldOf(field).whenNull === 'never';

/**
 * Of contacts and transactions only the last day is known: it tells what happened since a day, not what
 * happened within a period that ended before D.
 */
const since = (
  on: BusinessDate,
  field: FieldKey,
  is: boolean,
  { from, to }: Period,
): Meaning | null => {
  if (!recurs(field)) return within(field, is, { from, to });
  return from !== null && (to === null || to >= on.toString())
    ? within(field, is, { from, to: null })
    : null;
};

const notSince = (on: BusinessDate, field: FieldKey, lapse: Item): Meaning | null => {
  if (!recurs(field)) return null;
  if (lapse.type === 'period') return since(on, field, false, lapse);
  const period =
    lapse.type === 'duration'
      ? lapsePeriod(on, 'gte', lapse.n, lapse.unit)
      : lapse.type === 'lapse'
        ? lapsePeriod(on, lapse.op, lapse.n, lapse.unit)
        : null;
  return period && since(on, field, false, period);
};

const lapse = ['period', 'duration', 'lapse'] as const;

export const eventRules = (on: BusinessDate): Rule[] => [
  rule(['was', 'not', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'has', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'event', lapse], ([, { field }, when]) => notSince(on, field, when)),
  rule([lapse, 'not', 'has', 'event'], ([when, , , { field }]) => notSince(on, field, when)),
  rule([lapse, 'not', 'event'], ([when, , { field }]) => notSince(on, field, when)),
  rule(['not', lapse, 'event'], ([, when, { field }]) => notSince(on, field, when)),
  rule(['never', 'has', 'event'], ([, , { field }]) => never(field)),
  rule(['never', 'event'], ([, { field }]) => never(field)),
  rule(['has', 'event', 'period'], ([, { field }, period]) => since(on, field, true, period)),
  rule(['was', 'event', 'period'], ([, { field }, period]) => since(on, field, true, period)),
  rule(['event', 'period'], ([{ field }, period]) => since(on, field, true, period)),
  rule(['period', 'has', 'event'], ([period, , { field }]) => since(on, field, true, period)),
  rule(['period', 'event'], ([period, { field }]) => since(on, field, true, period)),
  rule(['field', ['lapse', 'duration'], ['ago', 'front']], ([{ field }, when]) =>
    longAgo(on, field, when),
  ),
  rule(['ever', 'event'], ([, { field }]) => within(field, true, ALWAYS)),
  rule(['field', 'not', 'period'], ([{ field }, , period]) => turned(dated(field, period))),
  rule(['field', 'period'], ([{ field }, period]) => dated(field, period)),
  rule(['code', 'clients', 'period'], ([code, , period]) => newcomers(code, period)),
  rule(['code', 'period'], ([code, period]) => newcomers(code, period)),
  rule(['period', 'code'], ([period, code]) => newcomers(code, period)),
  rule(['event', 'clients'], ([{ field }]) => closed(field)),
  rule(['not', 'event'], ([, { field }]) => notClosed(field)),
  rule(['clients', 'event'], ([, { field }]) => closed(field)),
];

const never = (field: FieldKey): Meaning | null =>
  recurs(field) ? within(field, false, ALWAYS) : null;

/** "Last contact more than 90 days ago": it happened, so that "never" is not meant. */
const longAgo = (on: BusinessDate, field: FieldKey, when: Item): Meaning | null => {
  if (fieldOf(field).type !== 'date') return null;
  if (when.type !== 'lapse') return null;
  const day = dayBefore(on, when.n, when.unit);
  if (when.op === 'gt')
    return within(field, true, { from: null, to: day.subtract({ days: 1 }).toString() });
  if (when.op === 'gte') return within(field, true, { from: null, to: day.toString() });
  return null;
};

const dated = (field: FieldKey, period: Period): Meaning | null =>
  fieldOf(field).type === 'date' ? within(field, true, period) : null;

/** "New clients this month" are those onboarded this month, not those in the stage "new". */
const newcomers = (code: Item, period: Period): Meaning | null =>
  code.type === 'code' && code.readings.some(({ codes }) => codes[0] === 'new')
    ? within('onboardedOn', true, period)
    : null;

export const closed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, true, ALWAYS) : null;

const notClosed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, false, ALWAYS) : null;
