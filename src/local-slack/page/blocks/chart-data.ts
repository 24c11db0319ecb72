/** What a chart block holds, whichever kind it is: categories along, one series or several. */
import { type Json, list, record, records, textOf } from '../model.ts';
import { locale } from '../words.ts';

export type Series = { name: string; values: (number | null)[] };
export type ChartData = {
  categories: string[];
  series: Series[];
  xLabel: string;
  yLabel: string;
};

/** What cannot be read as a number is a gap, never 0. */
const numberOf = (value: unknown): number | null => {
  const number = value === null || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
};

const pointsOf = (series: Json): Map<string, number | null> =>
  new Map(records(series.data).map(({ label, value }) => [textOf(label), numberOf(value)]));

/** A pie's segments are its one series. */
export const chartDataOf = (chart: Json): ChartData => {
  const axes = record(chart.axis_config);
  const labels = { xLabel: textOf(axes.x_label), yLabel: textOf(axes.y_label) };
  if (chart.type === 'pie') {
    const segments = records(chart.segments);
    return {
      ...labels,
      categories: segments.map(({ label }) => textOf(label)),
      series: [{ name: '', values: segments.map(({ value }) => numberOf(value)) }],
    };
  }
  const all = records(chart.series).map((series) => ({
    name: textOf(series.name),
    points: pointsOf(series),
  }));
  const named = list(axes.categories).map(textOf);
  const categories = [...new Set([...named, ...all.flatMap(({ points }) => [...points.keys()])])];
  return {
    ...labels,
    categories,
    series: all.map(({ name, points }) => ({
      name,
      values: categories.map((category) => points.get(category) ?? null),
    })),
  };
};

const figure = (value: number): string =>
  value.toLocaleString(locale(), { maximumFractionDigits: 2 });

/** One point in words: category, series, value. */
export const pointText = (category: string | undefined, name: string, value: number): string =>
  [category, name, figure(value)].filter(Boolean).join(' · ');

/** The whole chart in words, for those who cannot see it. */
export const chartText = (title: string, { categories, series }: ChartData): string => {
  const lines = series.map(({ name, values }) =>
    [name, ...values.map((v, at) => `${categories[at]} ${v === null ? '–' : figure(v)}`)]
      .filter(Boolean)
      .join(', '),
  );
  return [title, ...lines].join('. ');
};

/** The round number at or beyond the value on its side of zero, where the axis ends. */
const roundBeyond = (value: number): number => {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(Math.abs(value)));
  const step = [1, 2, 4, 5, 8, 10].find((each) => each * power >= Math.abs(value)) ?? 10;
  return Math.sign(value) * step * power;
};

const TICKS_MAX = 5;

/** From where to where the axis goes, zero within, and the round numbers along it. */
export const axisOf = (
  values: readonly number[],
): { from: number; to: number; ticks: number[] } => {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === 0 && high === 0) return { from: 0, to: 1, ticks: [0, 1] };
  const step = Math.abs(roundBeyond((high - low) / (TICKS_MAX - 1)));
  const from = Math.floor(low / step) * step;
  const count = Math.ceil(high / step) - Math.floor(low / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => from + step * index);
  return { from, to: from + step * count, ticks };
};
