/** Decides the lines of a card: the one that explains most of what is left is added, until none is worth a line. */
import type { Candidate } from './candidates.ts';
import { columnOf, type FittedLine, fitLine, type Working } from './fit-line.ts';
import { fitLogistic, sigmoid } from './logistic.ts';
import type { BinningRule } from './monotone-bins.ts';

export type GrowOptions = {
  linesMax: number;
  binsMax: number;
  /** A bin holds at least this share of the clients. */
  binShareMin: number;
  shrinkage: number;
  /** Times that every line is fitted again to what the others leave. */
  sweeps: number;
};

export const GROW_DEFAULTS: GrowOptions = {
  linesMax: 12,
  binsMax: 5,
  binShareMin: 0.003,
  shrinkage: 5,
  sweeps: 3,
};

export type GrownLine = { line: FittedLine; column: Float64Array; weight: number };
/** Log-odds of a client = intercept + the sum of weight · column over the lines. */
export type GrownCard = { intercept: number; lines: GrownLine[] };

/** Half of ln n: an edge must improve the Bayesian information criterion. */
const ruleFor = (options: GrowOptions, n: number): BinningRule => ({
  binsMax: options.binsMax,
  clientsMin: Math.max(1, Math.round(options.binShareMin * n)),
  edgeCost: Math.log(n) / 2,
  shrinkage: options.shrinkage,
});

/** Log-odds of every client, those left out of the fit as well. */
export const logOddsOf = ({ intercept, lines }: GrownCard, n: number): Float64Array => {
  const total = new Float64Array(n).fill(intercept);
  for (const { column, weight } of lines)
    for (let i = 0; i < n; i += 1) total[i] = (total[i] ?? 0) + weight * (column[i] ?? 0);
  return total;
};

const workingOf = (card: GrownCard, events: Uint8Array): Working => {
  const chance = logOddsOf(card, events.length).map(sigmoid);
  return {
    residual: chance.map((p, i) => (events[i] ?? 0) - p),
    variance: chance.map((p) => p * (1 - p)),
  };
};

/** Joint weights of lines already binned. */
const weighed = (
  lines: readonly FittedLine[],
  events: Uint8Array,
  rows: Uint32Array,
): GrownCard => {
  const columns = lines.map(columnOf);
  const { intercept, weights } = fitLogistic(columns, events, rows);
  return {
    intercept,
    lines: lines.map((line, i) => ({
      line,
      column: columns[i] ?? new Float64Array(events.length),
      weight: weights[i] ?? 0,
    })),
  };
};

const bestLine = (
  candidates: readonly Candidate[],
  working: Working,
  rows: Uint32Array,
  rule: BinningRule,
): FittedLine | null => {
  let best: FittedLine | null = null;
  for (const candidate of candidates) {
    const line = fitLine(candidate, working, rows, rule);
    if (line.gain > (best?.gain ?? 0)) best = line;
  }
  return best;
};

/** Fits each line again, in turn, to what the others leave unexplained. */
const swept = (
  card: GrownCard,
  events: Uint8Array,
  rows: Uint32Array,
  rule: BinningRule,
): GrownCard => {
  let current = card;
  for (let at = 0; at < card.lines.length; at += 1) {
    const grown = current.lines[at];
    if (!grown) continue;
    const own = grown.column.map((value) => value * grown.weight);
    const working = workingOf(current, events);
    const line = fitLine(grown.line.candidate, working, rows, rule, own);
    const lines = current.lines.slice();
    lines[at] = { line, column: columnOf(line), weight: 1 };
    current = { ...current, lines };
  }
  return weighed(
    current.lines.map((each) => each.line),
    events,
    rows,
  );
};

/** Grows a card from the clients in `rows` alone; bins, choice of lines and weights see nobody else. */
export const growCard = (
  candidates: readonly Candidate[],
  events: Uint8Array,
  rows: Uint32Array,
  options: GrowOptions = GROW_DEFAULTS,
): GrownCard => {
  const rule = ruleFor(options, rows.length);
  let card = weighed([], events, rows);
  while (card.lines.length < options.linesMax) {
    const next = bestLine(candidates, workingOf(card, events), rows, rule);
    if (!next) break;
    card = weighed([...card.lines.map((each) => each.line), next], events, rows);
  }
  for (let sweep = 0; sweep < options.sweeps; sweep += 1) card = swept(card, events, rows, rule);
  return card;
};
