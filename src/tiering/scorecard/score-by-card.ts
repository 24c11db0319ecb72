/** Decides a client's points on a scorecard: integer comparisons and additions, nothing else. */
import type { ChurnBand } from '../../domain/client.ts';
import { type FeatureValue, NOT_ASSESSED, UNKNOWN } from './facts.ts';
import { FEATURES, type FeatureName } from './features.ts';
import type { ScoreCell, ScoreLine } from './scorecard.ts';

/** What adding up needs of a card. */
export type PointsCard = {
  base: number;
  lines: readonly ScoreLine[];
  bands: readonly { band: ChurnBand; floor: number }[];
};

export type CardScore = {
  /** 0 to 100. */
  points: number;
  /** Before the cap and the floor; ranks clients within both. */
  rawPoints: number;
  band: ChurnBand;
  /** Lines assessed of all lines, percent, rounded down. */
  coveragePct: number;
  /** In the order of the card; null = not assessed. */
  lines: { code: string; points: number | null }[];
};

export type FeatureValues = Readonly<Record<FeatureName, FeatureValue>>;

const SCORE_MAX = 100;
/** Minor units of a whole unit, and hundredths of a percent: both are a hundred. */
const FINE = 100;

const fineEdge = (name: FeatureName, edge: number): bigint => {
  const { unit } = FEATURES[name];
  return BigInt(unit === 'money' || unit === 'share' ? Math.round(edge * FINE) : edge);
};

/** How many edges a value has reached. */
const reached = (name: FeatureName, edges: readonly number[], value: bigint): number =>
  edges.filter((edge) => value >= fineEdge(name, edge)).length;

const cellOf = (line: ScoreLine, values: FeatureValues): ScoreCell | null => {
  if (!line.within) return line.cells[0] ?? null;
  const { feature, edges } = line.within;
  const value = values[feature];
  if (value === NOT_ASSESSED) return null;
  const at = value === UNKNOWN ? edges.length + 1 : reached(feature, edges, value);
  return line.cells[at] ?? null;
};

const pointsOf = (line: ScoreLine, values: FeatureValues): number | null => {
  const cell = cellOf(line, values);
  const value = values[line.feature];
  if (cell === null || value === NOT_ASSESSED) return null;
  if (value === UNKNOWN) return cell.unknown ?? 0;
  return cell.points[reached(line.feature, cell.edges, value)] ?? 0;
};

/** A line that cannot be assessed adds nothing and lowers the coverage. `values` in the units of `FeatureValue`. */
export const scoreByCard = (values: FeatureValues, card: PointsCard): CardScore => {
  const lines = card.lines.map((line) => ({ code: line.code, points: pointsOf(line, values) }));
  const rawPoints = lines.reduce((sum, line) => sum + (line.points ?? 0), card.base);
  const points = Math.min(SCORE_MAX, Math.max(0, rawPoints));
  const assessed = lines.filter((line) => line.points !== null).length;
  return {
    points,
    rawPoints,
    band: card.bands.findLast((band) => points >= band.floor)?.band ?? 'low',
    coveragePct: Math.floor((assessed * 100) / lines.length),
    lines,
  };
};

/** The measures that a card reads, each once. */
export const featuresRead = ({ lines }: Pick<PointsCard, 'lines'>): FeatureName[] => [
  ...new Set(
    lines.flatMap(({ feature, within }) => (within ? [within.feature, feature] : [feature])),
  ),
];
