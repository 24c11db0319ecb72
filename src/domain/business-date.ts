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

export const compareDates = (a: BusinessDate, b: BusinessDate): number =>
  Temporal.PlainDate.compare(a, b);

/** Days from `from` to `to`, negative when `to` lies before. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  from.until(to, { largestUnit: 'days' }).days;

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
