/** Decides the integer points of a card: log-odds become points of which ten double the odds. */

import { type FeatureName, mayBeUnknown } from '../tiering/scorecard/features.ts';
import type { ScoreCell, Scorecard, ScoreLine } from '../tiering/scorecard/scorecard.ts';
import type { FittedCell } from './fit-line.ts';
import { gridOf } from './grid.ts';
import type { GrownCard, GrownLine } from './grow-card.ts';

/** 70 points, the floor of the policy's high band, are even odds; every 10 points double them. */
export const SCALE = { even: 70, doubling: 10 } as const;

const POINTS_PER_LOG_ODDS = SCALE.doubling / Math.LN2;

/** The chance to leave that a total stands for. */
export const chanceOf = (points: number): number =>
  1 / (1 + 2 ** ((SCALE.even - points) / SCALE.doubling));

/** Bins that round to the same points are one bin for a reader. */
const cellOf = (
  cell: FittedCell,
  feature: FeatureName,
  toPoints: (value: number) => number,
): ScoreCell => {
  const grid = gridOf(feature);
  const edges: number[] = [];
  const points: number[] = [];
  for (const bin of cell.bins) {
    const its = toPoints(bin.value);
    if (points.at(-1) === its) continue;
    if (points.length > 0) edges.push(grid[bin.from - 1] ?? 0);
    points.push(its);
  }
  // No bin: the calibration saw nobody here, so the line says nothing.
  const known = { edges, points: points.length > 0 ? points : [0] };
  return mayBeUnknown(feature) ? { ...known, unknown: toPoints(cell.unknown) } : known;
};

/** A line is centred: 0 points are the average client, so that what cannot be assessed speaks neither way. */
const meanOf = ({ column }: GrownLine, rows: Uint32Array): number => {
  let sum = 0;
  for (const row of rows) sum += column[row] ?? 0;
  return sum / rows.length;
};

const lineOf = (grown: GrownLine, mean: number, at: number): ScoreLine => {
  const { candidate, cells } = grown.line;
  const { feature, within } = candidate;
  const toPoints = (value: number): number => {
    const points = Math.round((value - mean) * grown.weight * POINTS_PER_LOG_ODDS);
    return points === 0 ? 0 : points;
  };
  const read = within && !mayBeUnknown(within.feature) ? cells.slice(0, -1) : cells;
  return {
    code: `S${String(at + 1).padStart(2, '0')}`,
    feature,
    ...(within ? { within: { feature: within.feature, edges: [...within.edges] } } : {}),
    cells: read.map((cell) => cellOf(cell, feature, toPoints)),
  };
};

/** Base and lines of the card that was grown from `rows`. */
export const scaleCard = (
  card: GrownCard,
  rows: Uint32Array,
): Pick<Scorecard, 'base' | 'scale' | 'lines'> => {
  const means = card.lines.map((line) => meanOf(line, rows));
  const centre = card.lines.reduce(
    (sum, line, i) => sum + line.weight * (means[i] ?? 0),
    card.intercept,
  );
  return {
    base: Math.round(SCALE.even + centre * POINTS_PER_LOG_ODDS),
    scale: { ...SCALE },
    lines: card.lines.map((line, i) => lineOf(line, means[i] ?? 0, i)),
  };
};
