/** Joins "each month" with the span that it is asked for; without one it is the last twelve months. */
import { type BusinessDate, compareDates, monthStart } from '../../domain/business-date.ts';
import { SERIES_POINTS_MAX, seriesSpans } from '../series.ts';
import { noise } from './at-place.ts';
import type { Item, ItemOf } from './items.ts';

const MONTHS_UNSAID = 11;

/** null = a span without a beginning, one that lies ahead, or more points than can be shown. */
const seriesOf = (
  { unit, every, start, end }: ItemOf<'step'>,
  span: { from: string | null; to: string | null },
  on: BusinessDate,
): ItemOf<'series'> | null => {
  if (span.from === null || compareDates(Temporal.PlainDate.from(span.from), on) > 0) return null;
  const to = span.to === null || span.to > on.toString() ? on.toString() : span.to;
  const series = { unit, from: span.from, to };
  const points = seriesSpans(series).length;
  if (points === 0 || points > SERIES_POINTS_MAX) return null;
  return { type: 'series', ...series, every, start, end };
};

/** The only span, or of several the one beside the step, rather behind it than before it. */
const spanBeside = (items: readonly Item[], step: Item): ItemOf<'period'> | null => {
  const told = items.filter(({ type }) => type !== 'noise' && type !== 'pause');
  const at = told.indexOf(step);
  const spans = items.filter((item) => item.type === 'period');
  const beside = [told[at + 1], told[at - 1]].find((item) => item?.type === 'period');
  if (spans.length < 2) return spans[0] ?? null;
  return beside?.type === 'period' ? beside : null;
};

/** Nothing is joined where several steps are named, or several spans of which none is the step's. */
export const bindSeries = (items: readonly Item[], on: BusinessDate): Item[] => {
  const steps = items.filter((item) => item.type === 'step');
  const [step] = steps;
  if (!step || steps.length > 1) return [...items];
  const span = spanBeside(items, step);
  if (!span && items.some(({ type }) => type === 'period')) return [...items];
  const unsaid = monthStart(on.subtract({ months: MONTHS_UNSAID })).toString();
  const series = seriesOf(step, span ?? { from: unsaid, to: on.toString() }, on);
  if (!series) return [...items];
  return items.map((item) => {
    if (item === step) return series;
    return item === span ? noise(item) : item;
  });
};
