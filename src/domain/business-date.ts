/** Calendar arithmetic on Temporal.PlainDate; nothing here knows what day it is. */

export type BusinessDate = Temporal.PlainDate;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; null for another shape or a day that does not exist (2026-02-30). */
export const parseDate = (text: string): BusinessDate | null => {
  if (!ISO_DATE.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
};

const YEARS_PER_ERA = 400;
const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/**
 * The number of the day, 0 on 1970-01-01. Worked out from year, month and day (H. Hinnant, "chrono-compatible
 * low-level date algorithms"): Temporal's own differences cost twenty times as much, which a night would feel.
 */
export const dayNumber = ({ year, month, day }: BusinessDate): number => {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
};

/** Negative, 0 or positive as `a` lies before, on or after `b`. */
export const compareDates = (a: BusinessDate, b: BusinessDate): number =>
  dayNumber(a) - dayNumber(b);

/** Days from `from` to `to`, negative when `to` lies before. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  dayNumber(to) - dayNumber(from);

export const monthStart = (date: BusinessDate): BusinessDate => date.with({ day: 1 });

export const monthEnd = (date: BusinessDate): BusinessDate => date.with({ day: date.daysInMonth });

/** A decision date is the last calendar day of a month (rules.md, in-force tier). */
export const isDecisionDate = (date: BusinessDate): boolean => date.day === date.daysInMonth;

/** First day of the avg3 window: of the month two months before that of `on`. */
export const avg3Start = (on: BusinessDate): BusinessDate => monthStart(on).subtract({ months: 2 });

/** The month-ends in [from, to], oldest first. */
export const monthEndsBetween = (from: BusinessDate, to: BusinessDate): BusinessDate[] => {
  const ends: BusinessDate[] = [];
  for (let end = monthEnd(from); compareDates(end, to) <= 0; end = monthEnd(end.add({ days: 1 })))
    ends.push(end);
  return ends;
};
