/** Decides the bins of one measure: neighbours are joined until the weight of evidence only rises, or only falls. */

/** Sums over the clients of a bin: of `score` (working response times weight) and of `weight` (variance). */
export type Cell = { score: number; weight: number; clients: number };

/** `from` is the first of the fine cells that the bin holds. */
export type Bin = Cell & { from: number; value: number };

export type BinningRule = {
  binsMax: number;
  clientsMin: number;
  /** What an edge must earn, in units of log-likelihood, or the two bins become one. */
  edgeCost: number;
  /** Pulls a bin's value towards 0 as this much weight at 0 would. */
  shrinkage: number;
};

export type Binning = { bins: Bin[]; gain: number };

const shrunkMean = (cell: Cell, shrinkage: number): number =>
  cell.score / (cell.weight + shrinkage);

/** Log-likelihood that the value of a cell earns, by its second-order expansion. */
export const gainOf = (cell: Cell, shrinkage: number): number =>
  (cell.score * cell.score) / (2 * (cell.weight + shrinkage));

const joined = (a: Bin, b: Bin, shrinkage: number): Bin => {
  const sum = {
    score: a.score + b.score,
    weight: a.weight + b.weight,
    clients: a.clients + b.clients,
  };
  return { ...sum, from: a.from, value: shrunkMean(sum, shrinkage) };
};

/** Pool adjacent violators: afterwards values strictly rise (`sign` 1) or fall (−1) and no bin is too small. */
const pooled = (cells: readonly Cell[], sign: 1 | -1, rule: BinningRule): Bin[] => {
  const stack: Bin[] = [];
  const offends = (a: Bin, b: Bin): boolean =>
    sign * (b.value - a.value) <= 0 || a.clients < rule.clientsMin;
  cells.forEach((cell, from) => {
    if (cell.clients === 0) return;
    let top: Bin = { ...cell, from, value: shrunkMean(cell, rule.shrinkage) };
    for (let below = stack.at(-1); below && offends(below, top); below = stack.at(-1)) {
      stack.pop();
      top = joined(below, top, rule.shrinkage);
    }
    stack.push(top);
  });
  const last = stack.at(-1);
  const before = stack.at(-2);
  if (last && before && last.clients < rule.clientsMin)
    stack.splice(-2, 2, joined(before, last, rule.shrinkage));
  return stack;
};

/** What is lost when bin `at` and the next become one. */
const lossOfJoining = (bins: readonly Bin[], at: number, shrinkage: number): number => {
  const [a, b] = [bins[at], bins[at + 1]];
  if (!a || !b) return Number.POSITIVE_INFINITY;
  return gainOf(a, shrinkage) + gainOf(b, shrinkage) - gainOf(joined(a, b, shrinkage), shrinkage);
};

/** Joins the pair that costs least until every edge that is left earns its cost and there are few enough. */
const thinned = (bins: readonly Bin[], rule: BinningRule): Bin[] => {
  const kept = bins.slice();
  while (kept.length > 1) {
    const losses = kept.slice(1).map((_, at) => lossOfJoining(kept, at, rule.shrinkage));
    const least = Math.min(...losses);
    if (least >= rule.edgeCost && kept.length <= rule.binsMax) break;
    const at = losses.indexOf(least);
    const [a, b] = [kept[at], kept[at + 1]];
    if (!a || !b) break;
    kept.splice(at, 2, joined(a, b, rule.shrinkage));
  }
  return kept;
};

/** The better of the rising and the falling binning of fine `cells`, lowest values first; a tie rises. */
export const monotoneBins = (cells: readonly Cell[], rule: BinningRule): Binning => {
  const binning = (sign: 1 | -1): Binning => {
    const bins = thinned(pooled(cells, sign, rule), rule);
    const earned = bins.reduce((sum, bin) => sum + gainOf(bin, rule.shrinkage), 0);
    return { bins, gain: earned - rule.edgeCost * Math.max(0, bins.length - 1) };
  };
  const [rising, falling] = [binning(1), binning(-1)];
  return falling.gain > rising.gain ? falling : rising;
};
