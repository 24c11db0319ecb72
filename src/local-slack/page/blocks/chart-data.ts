/** What a chart block holds, whichever kind it is: categories along, one series or several. */
import { type Json, records, textOf } from '../model.ts';

export type Series = { name: string; values: (number | null)[] };
export type ChartData = { categories: string[]; series: Series[] };

const pointsOf = (series: Json): Map<string, number> =>
  new Map(records(series.data).map(({ label, value }) => [textOf(label), Number(value)]));

/** A pie's segments are its one series. */
export const chartDataOf = (chart: Json): ChartData => {
  if (chart.type === 'pie') {
    const segments = records(chart.segments);
    return {
      categories: segments.map(({ label }) => textOf(label)),
      series: [{ name: '', values: segments.map(({ value }) => Number(value)) }],
    };
  }
  const all = records(chart.series).map((series) => ({
    name: textOf(series.name),
    points: pointsOf(series),
  }));
  const categories = [...new Set(all.flatMap(({ points }) => [...points.keys()]))];
  return {
    categories,
    series: all.map(({ name, points }) => ({
      name,
      values: categories.map((category) => points.get(category) ?? null),
    })),
  };
};

/** The round number at or above the largest value, where the axis ends. */
export const axisEnd = (largest: number): number => {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 5, 10].find((each) => each * power >= largest) ?? 10;
  return step * power;
};
