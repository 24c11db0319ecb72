/** Decides the points of many clients at once, from the fine cells that calibration holds; the same arithmetic as `scoreByCard`. */
import type { FeatureName } from '../tiering/scorecard/features.ts';
import type { ScoreCell, Scorecard, ScoreLine } from '../tiering/scorecard/scorecard.ts';
import { gridOf } from './grid.ts';
import type { Codes, Sample } from './sample.ts';

const binOf = (name: FeatureName, edges: readonly number[], code: number): number => {
  const low = gridOf(name)[code - 2] ?? Number.NEGATIVE_INFINITY;
  return edges.filter((edge) => low >= edge).length;
};

const pointsIn = (cell: ScoreCell | undefined, name: FeatureName, code: number): number => {
  if (!cell) return 0;
  return code === 0 ? (cell.unknown ?? 0) : (cell.points[binOf(name, cell.edges, code)] ?? 0);
};

const addLine = (total: Int32Array, line: ScoreLine, sample: Sample): void => {
  const codes = sample.codes.get(line.feature) as Codes;
  const width = gridOf(line.feature).length + 2;
  const context = line.within ? (sample.codes.get(line.within.feature) as Codes) : null;
  const contextWidth = line.within ? gridOf(line.within.feature).length + 2 : 1;
  const bandOf = (code: number): number => {
    if (!line.within) return 0;
    return code === 0
      ? line.within.edges.length + 1
      : binOf(line.within.feature, line.within.edges, code);
  };
  const table = Array.from({ length: contextWidth }, (_, contextCode) =>
    Array.from({ length: width }, (_, code) =>
      pointsIn(line.cells[bandOf(contextCode)], line.feature, code),
    ),
  );
  for (let i = 0; i < total.length; i += 1)
    total[i] = (total[i] ?? 0) + (table[context?.[i] ?? 0]?.[codes[i] ?? 0] ?? 0);
};

/** Raw points of every client of the sample, without cap or floor. The card's edges lie on the sample's grid. */
export const scoreSample = (
  card: Pick<Scorecard, 'base' | 'lines'>,
  sample: Sample,
): Int32Array => {
  const total = new Int32Array(sample.events.length).fill(card.base);
  for (const line of card.lines) addLine(total, line, sample);
  return total;
};
