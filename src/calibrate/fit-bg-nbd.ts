/** Decides the parameters of the BG/NBD model: those under which the clients' rhythms are likeliest. */
import type { BgNbd, Rhythm } from '../tiering/p-alive.ts';
import { logGamma } from './log-gamma.ts';
import { minimise } from './nelder-mead.ts';

/** The part of a client's log-likelihood that depends on the number of repeats alone. */
const countTerms = ({ r, alpha, a, b }: BgNbd) => {
  const known = new Map<number, number>();
  return (x: number): number => {
    const held = known.get(x);
    if (held !== undefined) return held;
    const purchases = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const dropouts = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    known.set(x, purchases + dropouts);
    return purchases + dropouts;
  };
};

const logSum = (a: number, b: number): number => {
  const [high, low] = a > b ? [a, b] : [b, a];
  return high + Math.log1p(Math.exp(low - high));
};

/** Log-likelihood of all rhythms: Fader, Hardie and Lee (2005), equation 6, in logs. */
export const logLikelihood = (rhythms: readonly Rhythm[], model: BgNbd): number => {
  const { r, alpha, a, b } = model;
  const ofCount = countTerms(model);
  return rhythms.reduce((total, { repeats: x, recency, age }) => {
    const alive = -(r + x) * Math.log(alpha + age);
    if (x === 0) return total + ofCount(x) + alive;
    const gone = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
    return total + ofCount(x) + logSum(alive, gone);
  }, 0);
};

export type BgNbdFit = BgNbd & { logLikelihood: number; clients: number; evaluations: number };

/** Fixed starts, in the logarithm of (r, alpha, a, b): the best end wins, the earlier one a tie. */
const STARTS = [
  [0, 0, 0, 0],
  [-1, 2, -1, 1],
];
const SIMPLEX = { step: 0.5, tolerance: 1e-10, evaluationsMax: 5_000 };

const modelAt = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

/** Sums of floating point depend on their order: it is fixed here, so that the order of the file does not matter. */
const inFixedOrder = (rhythms: readonly Rhythm[]): Rhythm[] =>
  rhythms.toSorted((p, q) => p.repeats - q.repeats || p.recency - q.recency || p.age - q.age);

/** Fits by maximum likelihood, from fixed starts, so that the same rhythms give the same numbers; throws RangeError without any. */
export const fitBgNbd = (rhythms: readonly Rhythm[]): BgNbdFit => {
  if (rhythms.length === 0) throw new RangeError('fitBgNbd: no rhythms');
  const sorted = inFixedOrder(rhythms);
  const cost = (at: readonly number[]): number => -logLikelihood(sorted, modelAt(at));
  const [best] = STARTS.map((start) => minimise(cost, start, SIMPLEX)).sort(
    (a, b) => a.value - b.value,
  );
  if (!best) throw new RangeError('fitBgNbd: no start');
  return {
    ...modelAt(best.at),
    logLikelihood: -best.value,
    clients: rhythms.length,
    evaluations: best.evaluations,
  };
};
