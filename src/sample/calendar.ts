/** Days are counted from the business date: 0 is D, -1 the day before; only here do they become dates. */

export const HISTORY_MONTHS = 18;

export type Calendar = {
  /** First day of the history, about -548. */
  start: number;
  iso: (day: number) => string;
  dayOf: (date: Temporal.PlainDate) => number;
  /** First day of the month that lies `months` before that of `day`. */
  monthStart: (day: number, months?: number) => number;
  /** Day of the month, 1–31. */
  monthDay: (day: number) => number;
  month: (day: number) => number;
  /** The day itself, or the Friday before when it is a weekend. */
  workday: (day: number) => number;
  /** First day of the month, `months` before the month of the last decision date (a month-end, at or before D). */
  decisionMonthStart: (months: number) => number;
};

const cached = <T>(make: (day: number) => T) => {
  const known = new Map<number, T>();
  return (day: number): T => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const made = make(day);
    known.set(day, made);
    return made;
  };
};

/** The calendar of one business date. */
export const createCalendar = (businessDate: Temporal.PlainDate): Calendar => {
  const date = cached((day) => businessDate.add({ days: day }));
  const dayOf = (other: Temporal.PlainDate) =>
    businessDate.until(other, { largestUnit: 'days' }).days;
  const monthStart = (day: number, months = 0) =>
    dayOf(date(day).with({ day: 1 }).subtract({ months }));
  const decidedOnBusinessDate = businessDate.day === businessDate.daysInMonth;
  return {
    start: dayOf(businessDate.subtract({ months: HISTORY_MONTHS })),
    iso: cached((day) => date(day).toString()),
    dayOf,
    monthStart,
    monthDay: cached((day) => date(day).day),
    month: cached((day) => date(day).month),
    workday: cached((day) => day - Math.max(0, date(day).dayOfWeek - 5)),
    decisionMonthStart: (months) => monthStart(0, months + (decidedOnBusinessDate ? 0 : 1)),
  };
};
