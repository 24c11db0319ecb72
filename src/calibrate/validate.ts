/** Decides how good the method is on clients that it has not seen: nested cross-validation, halves, and what each band holds. */
import { CHURN_BANDS, type ChurnBand } from '../domain/client.ts';
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';
import { auc } from './auc.ts';
import type { Candidate } from './candidates.ts';
import { foldOf } from './folds.ts';
import { type GrowOptions, growCard } from './grow-card.ts';
import type { Sample } from './sample.ts';
import { chanceOf, scaleCard } from './scale-card.ts';
import { scoreSample } from './score-sample.ts';

export type IntegerCard = Pick<Scorecard, 'base' | 'scale' | 'lines'>;

export type CrossValidation = {
  folds: number;
  seed: number;
  /** Of each fold's integer card on the clients held out, and of all held-out points together. */
  foldAucs: number[];
  pooledAuc: number;
  /** Points of each client from the card that did not see it. */
  heldOut: Int32Array;
};

const rowsWhere = (n: number, holds: (row: number) => boolean): Uint32Array =>
  Uint32Array.from({ length: n }, (_, row) => row).filter(holds);

/** Bins, choice of lines, weights and points all come from `rows`. */
export const calibrateOn = (
  sample: Sample,
  candidates: readonly Candidate[],
  rows: Uint32Array,
  options: GrowOptions,
): IntegerCard => scaleCard(growCard(candidates, sample.events, rows, options), rows);

const aucOn = (points: Int32Array, sample: Sample, rows: Uint32Array): number =>
  auc(
    Array.from(rows, (row) => points[row] ?? 0),
    Array.from(rows, (row) => sample.events[row] ?? 0),
  ) ?? 0.5;

export const crossValidate = (
  sample: Sample,
  candidates: readonly Candidate[],
  options: GrowOptions,
  { folds, seed }: { folds: number; seed: number },
): CrossValidation => {
  const n = sample.events.length;
  const fold = sample.clientIds.map((id) => foldOf(id, folds, seed));
  const heldOut = new Int32Array(n);
  const foldAucs: number[] = [];
  for (let each = 0; each < folds; each += 1) {
    const seen = rowsWhere(n, (row) => fold[row] !== each);
    const unseen = rowsWhere(n, (row) => fold[row] === each);
    const points = scoreSample(calibrateOn(sample, candidates, seen, options), sample);
    foldAucs.push(aucOn(points, sample, unseen));
    for (const row of unseen) heldOut[row] = points[row] ?? 0;
  }
  return { folds, seed, foldAucs, pooledAuc: auc(heldOut, sample.events) ?? 0.5, heldOut };
};

export type Halves = {
  /** AUC of the card of one half on the other. */
  firstOnSecond: number;
  secondOnFirst: number;
  /** Lines (measure and context) that both halves chose. */
  sharedLines: string[];
  /** Pearson correlation of the points that both cards give every client. */
  correlation: number;
  /** Share of clients whose points differ by at most ten. */
  within10: number;
};

const lineName = (line: IntegerCard['lines'][number]): string =>
  line.within ? `${line.feature} within ${line.within.feature}` : line.feature;

const correlationOf = (a: Int32Array, b: Int32Array): number => {
  const mean = (v: Int32Array) => v.reduce((sum, x) => sum + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    const [da, db] = [value - ma, (b[i] ?? 0) - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  });
  return ab / Math.sqrt(aa * bb);
};

/** Two cards from two halves of the clients, each judged on the half it has not seen. */
export const compareHalves = (
  sample: Sample,
  candidates: readonly Candidate[],
  options: GrowOptions,
  seed: number,
): Halves => {
  const n = sample.events.length;
  const half = sample.clientIds.map((id) => foldOf(id, 2, seed));
  const rows = [rowsWhere(n, (row) => half[row] === 0), rowsWhere(n, (row) => half[row] === 1)];
  const [first, second] = rows.map((each) => calibrateOn(sample, candidates, each, options));
  if (!first || !second || !rows[0] || !rows[1]) throw new RangeError('two halves');
  const [a, b] = [scoreSample(first, sample), scoreSample(second, sample)];
  const names = new Set(second.lines.map(lineName));
  return {
    firstOnSecond: aucOn(a, sample, rows[1]),
    secondOnFirst: aucOn(b, sample, rows[0]),
    sharedLines: first.lines.map(lineName).filter((name) => names.has(name)),
    correlation: correlationOf(a, b),
    within10: a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) <= 10).length / n,
  };
};

export type BandShare = {
  /** Points from `floor` to below the next. */
  floor: number;
  clients: number;
  left: number;
  /** Mean chance that the points stand for; null without a client. */
  predicted: number | null;
  observed: number | null;
};

/** What each band of points predicts and holds; points are capped to 0…100 as a score is. */
export const shareByBand = (
  points: Int32Array,
  events: Uint8Array,
  floors: readonly number[],
): BandShare[] => {
  const sums = floors.map((floor) => ({ floor, clients: 0, left: 0, chance: 0 }));
  points.forEach((raw, i) => {
    const capped = Math.min(100, Math.max(0, raw));
    const band = sums.findLast(({ floor }) => capped >= floor);
    if (!band) return;
    band.clients += 1;
    band.left += events[i] ?? 0;
    band.chance += chanceOf(raw);
  });
  return sums.map(({ floor, clients, left, chance }) => ({
    floor,
    clients,
    left,
    predicted: clients === 0 ? null : chance / clients,
    observed: clients === 0 ? null : left / clients,
  }));
};

/** The policy's bands, lowest first: 70 points are even odds, so "high" is more likely than not. */
export const BAND_FLOORS: readonly { band: ChurnBand; floor: number }[] = [0, 20, 40, 70].map(
  (floor, i) => ({ floor, band: CHURN_BANDS.toReversed()[i] ?? 'low' }),
);
