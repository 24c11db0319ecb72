/** Turns words of time into days, relative to the business date and never to a clock. */
import { type BusinessDate, monthEnd, monthStart } from '../../domain/business-date.ts';
import type { Span } from '../query-plan.ts';
import type { CompareOp, TimeUnit } from './items.ts';
import type { NamedPeriod } from './words/time.ts';

/** Both ends are included; null = open on that side. `ahead`: what it is of days still to come. */
export type Period = {
  from: string | null;
  to: string | null;
  ahead?: Span;
  closing?: boolean;
};

const spanOf = (n: number, unit: TimeUnit): Temporal.DurationLike => {
  if (unit === 'quarter') return { months: n * 3 };
  return { [`${unit}s`]: n };
};

/** "Last N days" = [D−N+1, D]; "last N months" = (D−N months, D]. */
export const lastPeriod = (on: BusinessDate, n: number, unit: TimeUnit): Period => ({
  from: on.subtract(spanOf(n, unit)).add({ days: 1 }).toString(),
  to: on.toString(),
});

/** "Next N days" = (D, D+N]; days that lie ahead are ahead for every field. */
export const nextPeriod = (on: BusinessDate, n: number, unit: TimeUnit): Period => {
  const from = on.add({ days: 1 }).toString();
  const to = on.add(spanOf(n, unit)).toString();
  return { from, to, ahead: { from, to } };
};

/** "Within N days": those that end on D, or for what lies ahead the next. */
export const withinPeriod = (on: BusinessDate, n: number, unit: TimeUnit): Period => ({
  ...lastPeriod(on, n, unit),
  ahead: {
    from: on.add({ days: 1 }).toString(),
    to: on.add(spanOf(n, unit)).toString(),
  },
});

const quarterStart = (on: BusinessDate): BusinessDate =>
  monthStart(on.with({ month: Math.floor((on.month - 1) / 3) * 3 + 1, day: 1 }));

const weekStart = (on: BusinessDate): BusinessDate => on.subtract({ days: on.dayOfWeek - 1 });

const between = (from: BusinessDate, to: BusinessDate): Period => ({
  from: from.toString(),
  to: to.toString(),
});

const UNIT_STARTS = {
  Week: weekStart,
  Month: monthStart,
  Quarter: quarterStart,
  Year: (on: BusinessDate) => on.with({ month: 1, day: 1 }),
};
type Unit = keyof typeof UNIT_STARTS;

const LENGTHS: Record<Unit, Temporal.DurationLike> = {
  Week: { days: 7 },
  Month: { months: 1 },
  Quarter: { months: 3 },
  Year: { years: 1 },
};

/** The calendar unit `shift` units after that of `on`, in whole. */
const calendarUnit = (
  on: BusinessDate,
  unit: Unit,
  shift: number,
): [BusinessDate, BusinessDate] => {
  const length = Temporal.Duration.from(LENGTHS[unit]);
  const start = UNIT_STARTS[unit](on);
  const moved =
    shift < 0
      ? Array.from({ length: -shift }).reduce<BusinessDate>((day) => day.subtract(length), start)
      : shift > 0
        ? start.add(length)
        : start;
  return [moved, moved.add(length).subtract({ days: 1 })];
};

const day = (date: BusinessDate): Period => between(date, date);

const half = (on: BusinessDate, month: number, year = on.year): Period => {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  const end = start.add({ months: 6 }).subtract({ days: 1 });
  const ahead = between(start, end) as Span;
  return Temporal.PlainDate.compare(end, on) > 0 ? { ...between(start, on), ahead } : ahead;
};

const SINGLE_DAYS: Partial<Record<NamedPeriod, (on: BusinessDate) => BusinessDate>> = {
  today: (on) => on,
  yesterday: (on) => on.subtract({ days: 1 }),
  monthEnd: (on) => monthStart(on).subtract({ days: 1 }),
  quarterEnd: (on) => quarterStart(on).subtract({ days: 1 }),
  yearEnd: (on) => Temporal.PlainDate.from({ year: on.year - 1, month: 12, day: 31 }),
  sameDayLastYear: (on) => on.subtract({ years: 1 }),
};

const HALVES: Partial<Record<NamedPeriod, (on: BusinessDate) => Period>> = {
  firstHalf: (on) => half(on, 1),
  secondHalf: (on) => (on.month < 7 ? orComing(on, half(on, 7, on.year - 1)) : half(on, 7)),
};

/** From D to the last day of the unit, for what is due "before the end of the month"; nothing else lies there. */
const untilEnd = (on: BusinessDate, unit: Unit): Period => {
  const [, to] = calendarUnit(on, unit, 0);
  return { from: null, to: to.toString(), ahead: between(on, to) as Span };
};

const ENDS: Partial<Record<NamedPeriod, Unit>> = {
  byWeekEnd: 'Week',
  byMonthEnd: 'Month',
  byQuarterEnd: 'Quarter',
  byYearEnd: 'Year',
};

/** "This month" runs through D, and to its end for what lies ahead; "last month" is the previous calendar month. */
export const namedPeriod = (on: BusinessDate, name: NamedPeriod): Period => {
  const single = SINGLE_DAYS[name];
  if (single) return { ...day(single(on)), ...(name.endsWith('End') ? { closing: true } : {}) };
  if (name === 'yearOnYear') return lastPeriod(on, 1, 'year');
  const ends = ENDS[name];
  if (ends) return untilEnd(on, ends);
  const halved = HALVES[name];
  if (halved) return halved(on);
  const [, which = '', unit = ''] = /^(this|last|next|before)(\w+)$/.exec(name) ?? [];
  const shift = { this: 0, last: -1, next: 1, before: -2 }[which] ?? 0;
  const [from, to] = calendarUnit(on, unit as Unit, shift);
  const whole = { from: from.toString(), to: to.toString() };
  if (shift === 1) return { ...whole, ahead: whole };
  return shift === 0 ? { ...between(from, on), ahead: whole } : whole;
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

const SOON = { months: 9 } as const;

/** Of what lies ahead, a span without its year is the coming one, where that begins within nine months. */
export const orComing = (on: BusinessDate, period: Period): Period => {
  if (period.ahead || period.from === null || period.to === null) return period;
  const [from, to] = [period.from, period.to].map((day) =>
    Temporal.PlainDate.from(day).add({ years: 1 }),
  ) as [BusinessDate, BusinessDate];
  const soon = Temporal.PlainDate.compare(from, on.add(SOON)) <= 0;
  return soon ? { ...period, ahead: between(from, to) as Span } : period;
};

/** The days of a month, cut off at D. */
export const monthPeriod = (on: BusinessDate, year: number, month: number): Period => {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  const end = monthEnd(start);
  return cutOff(start, end, on);
};

/** A span that D lies in ends on D, and for what lies ahead at its own end; one after D lies ahead. */
const cutOff = (start: BusinessDate, end: BusinessDate, on: BusinessDate): Period => {
  const whole = between(start, end) as Span;
  if (Temporal.PlainDate.compare(start, on) > 0) return { ...whole, ahead: whole };
  if (Temporal.PlainDate.compare(end, on) <= 0) return whole;
  return { ...between(start, on), ahead: whole };
};

/** The days of a calendar quarter, cut off at D; without its year the latest that has begun. */
export const quarterPeriod = (on: BusinessDate, year: number | null, quarter: number): Period => {
  const month = (quarter - 1) * 3 + 1;
  const start = Temporal.PlainDate.from({ year: year ?? latestYear(on, month, 1), month, day: 1 });
  return cutOff(start, start.add({ months: 3 }).subtract({ days: 1 }), on);
};
