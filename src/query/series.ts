/** Decides the days of a series: the end of every month, quarter or year of its span, and the last day of the span. */
import { compareDates, monthEnd } from '../domain/business-date.ts';
import type { QueryPlan, Series, Span } from './query-plan.ts';

export const SERIES_POINTS_MAX = 36;

const MONTHS: Record<Series['unit'], number> = { month: 1, quarter: 3, year: 12 };

/** The last day of the unit that the day lies in. */
const unitEnd = (day: Temporal.PlainDate, unit: Series['unit']): Temporal.PlainDate => {
  const months = MONTHS[unit];
  const last = Math.ceil(day.month / months) * months;
  return monthEnd(day.with({ day: 1, month: last }));
};

/** The spans of a series in order; a figure of a day is that of a span's last day. */
export const seriesSpans = ({ unit, from, to }: Series): { from: string; to: string }[] => {
  const last = Temporal.PlainDate.from(to);
  const spans: { from: string; to: string }[] = [];
  let first = Temporal.PlainDate.from(from);
  while (compareDates(first, last) <= 0 && spans.length <= SERIES_POINTS_MAX) {
    const end = unitEnd(first, unit);
    const day = compareDates(end, last) < 0 ? end : last;
    spans.push({ from: first.toString(), to: day.toString() });
    first = end.add({ days: 1 });
  }
  return spans;
};

/** What is asked at one point of the series: as of its day, over its span where a figure takes a span. */
export const atPoint = (
  { series: _, ...plan }: QueryPlan,
  span: Span,
  on: Temporal.PlainDate,
): QueryPlan => ({
  ...plan,
  period: span,
  ...(span.to === on.toString() ? {} : { asOf: span.to }),
});
