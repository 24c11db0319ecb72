/** Turns words of time into days, relative to the business date and never to a clock. */
import { type BusinessDate, monthEnd, monthStart } from '../../domain/business-date.ts';
import type { CompareOp, TimeUnit } from './items.ts';
import type { NamedPeriod } from './words/time.ts';

/** Both ends are included; null = open on that side. */
export type Period = { from: string | null; to: string | null };

const spanOf = (n: number, unit: TimeUnit): Temporal.DurationLike => {
  if (unit === 'quarter') return { months: n * 3 };
  return { [`${unit}s`]: n };
};

/** "Last N days" = [D−N+1, D]; "last N months" = (D−N months, D]. */
export const lastPeriod = (on: BusinessDate, n: number, unit: TimeUnit): Period => ({
  from: on.subtract(spanOf(n, unit)).add({ days: 1 }).toString(),
  to: on.toString(),
});

const quarterStart = (on: BusinessDate): BusinessDate =>
  monthStart(on.with({ month: Math.floor((on.month - 1) / 3) * 3 + 1, day: 1 }));

const weekStart = (on: BusinessDate): BusinessDate => on.subtract({ days: on.dayOfWeek - 1 });

const between = (from: BusinessDate, to: BusinessDate): Period => ({
  from: from.toString(),
  to: to.toString(),
});

/** "This month" runs through D; "last month" is the previous calendar month. */
export const namedPeriod = (on: BusinessDate, name: NamedPeriod): Period => {
  const yearStart = on.with({ month: 1, day: 1 });
  const quarter = quarterStart(on);
  const starts: Record<NamedPeriod, () => Period> = {
    thisWeek: () => between(weekStart(on), on),
    lastWeek: () =>
      between(weekStart(on).subtract({ days: 7 }), weekStart(on).subtract({ days: 1 })),
    thisMonth: () => between(monthStart(on), on),
    lastMonth: () =>
      between(monthStart(on).subtract({ months: 1 }), monthStart(on).subtract({ days: 1 })),
    thisQuarter: () => between(quarter, on),
    lastQuarter: () => between(quarter.subtract({ months: 3 }), quarter.subtract({ days: 1 })),
    thisYear: () => between(yearStart, on),
    lastYear: () => between(yearStart.subtract({ years: 1 }), yearStart.subtract({ days: 1 })),
  };
  return starts[name]();
};

/** Days within which nothing happened, for "N days or more" (gte) and "more than N days" (gt). */
export const lapsePeriod = (
  on: BusinessDate,
  op: CompareOp,
  n: number,
  unit: TimeUnit,
): Period | null => {
  const { from, to } = lastPeriod(on, n, unit);
  if (op === 'gte' || op === 'eq') return { from, to };
  if (op === 'gt') return { from: on.subtract(spanOf(n, unit)).toString(), to };
  return null;
};

/** The day that lies N units before D, for "more than 90 days ago". */
export const dayBefore = (on: BusinessDate, n: number, unit: TimeUnit): BusinessDate =>
  on.subtract(spanOf(n, unit));

/** A month or day without its year: the latest that does not begin after D. */
export const latestYear = (on: BusinessDate, month: number, day: number): number => {
  const later = month > on.month || (month === on.month && day > on.day);
  return later ? on.year - 1 : on.year;
};

/** The days of a month, cut off at D. */
export const monthPeriod = (on: BusinessDate, year: number, month: number): Period => {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  const end = monthEnd(start);
  return between(start, Temporal.PlainDate.compare(end, on) > 0 ? on : end);
};

/** The days of a calendar quarter, cut off at D; without its year the latest that has begun. */
export const quarterPeriod = (on: BusinessDate, year: number | null, quarter: number): Period => {
  const month = (quarter - 1) * 3 + 1;
  const start = Temporal.PlainDate.from({ year: year ?? latestYear(on, month, 1), month, day: 1 });
  const end = start.add({ months: 3 }).subtract({ days: 1 });
  return between(start, Temporal.PlainDate.compare(end, on) > 0 ? on : end);
};
