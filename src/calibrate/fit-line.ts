/** Decides the bins of one line, given what the lines before it already say. */
import type { Candidate } from './candidates.ts';
import { type Bin, type BinningRule, type Cell, gainOf, monotoneBins } from './monotone-bins.ts';

/** What the card says so far, a client: the residual and variance of the chance to leave. */
export type Working = { residual: Float64Array; variance: Float64Array };

export type FittedCell = { bins: Bin[]; unknown: number };
export type FittedLine = { candidate: Candidate; cells: FittedCell[]; gain: number };

type Sums = { score: Float64Array; weight: Float64Array; clients: Uint32Array };

/** `own` is what this line says now (null for a new one): the response that it is refitted to. */
const sumsOf = (
  { cells, codeCount, bandCount }: Candidate,
  { residual, variance }: Working,
  rows: Uint32Array,
  own: Float64Array | null,
): Sums => {
  const size = codeCount * bandCount;
  const score = new Float64Array(size);
  const weight = new Float64Array(size);
  const clients = new Uint32Array(size);
  for (const row of rows) {
    const at = cells[row] as number;
    const v = variance[row] as number;
    const response = (residual[row] as number) + (own ? v * (own[row] as number) : 0);
    score[at] = (score[at] as number) + response;
    weight[at] = (weight[at] as number) + v;
    clients[at] = (clients[at] as number) + 1;
  }
  return { score, weight, clients };
};

const cellOf = ({ score, weight, clients }: Sums, at: number): Cell => ({
  score: score[at] ?? 0,
  weight: weight[at] ?? 0,
  clients: clients[at] ?? 0,
});

/** Bins within one band of the context; code 0, "not recorded", stands apart and takes no part in the order. */
const fitCell = (sums: Sums, from: number, codeCount: number, rule: BinningRule) => {
  const fine = Array.from({ length: codeCount - 1 }, (_, i) => cellOf(sums, from + 1 + i));
  const { bins, gain } = monotoneBins(fine, rule);
  const missing = cellOf(sums, from);
  const known = missing.clients >= rule.clientsMin;
  return {
    bins,
    unknown: known ? missing.score / (missing.weight + rule.shrinkage) : 0,
    gain: gain + (known ? gainOf(missing, rule.shrinkage) : 0),
  };
};

/** Fits a line on the clients in `rows`; its gain is in units of log-likelihood, the cost of its edges taken off. */
export const fitLine = (
  candidate: Candidate,
  working: Working,
  rows: Uint32Array,
  rule: BinningRule,
  own: Float64Array | null = null,
): FittedLine => {
  const sums = sumsOf(candidate, working, rows, own);
  const fitted = Array.from({ length: candidate.bandCount }, (_, band) =>
    fitCell(sums, band * candidate.codeCount, candidate.codeCount, rule),
  );
  const gain = fitted.reduce((sum, cell) => sum + cell.gain, 0);
  // A cell is something more for a person to read: it pays like an edge.
  const paid = gain - rule.edgeCost * candidate.bandCount;
  return { candidate, cells: fitted.map(({ bins, unknown }) => ({ bins, unknown })), gain: paid };
};

/** What the line says of each fine cell: `band * codeCount + code`. */
const tableOf = ({ candidate, cells }: FittedLine): Float64Array => {
  const table = new Float64Array(candidate.codeCount * candidate.bandCount);
  cells.forEach((cell, band) => {
    const from = band * candidate.codeCount;
    table[from] = cell.unknown;
    for (let code = 1; code < candidate.codeCount; code += 1)
      table[from + code] =
        cell.bins.findLast((bin) => bin.from <= code - 1)?.value ?? cell.bins[0]?.value ?? 0;
  });
  return table;
};

/** What the line says of every client, in log-odds. */
export const columnOf = (line: FittedLine): Float64Array => {
  const table = tableOf(line);
  return Float64Array.from(line.candidate.cells, (cell) => table[cell] ?? 0);
};
