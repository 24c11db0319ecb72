/** Decides the weights of a logistic regression by Newton's method (IRLS): no randomness, no step size. */

export type LogisticFit = { intercept: number; weights: number[]; iterations: number };

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));

type Matrix = readonly (readonly number[])[];

const at = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/** Sum of products of two rows, over their first `upTo` columns. */
const dot = (matrix: Matrix, a: number, b: number, upTo: number): number => {
  let sum = 0;
  for (let k = 0; k < upTo; k += 1) sum += at(matrix, a, k) * at(matrix, b, k);
  return sum;
};

/** The lower triangle L with L · Lᵀ = `matrix`. */
const cholesky = (matrix: Matrix): number[][] => {
  const lower: number[][] = [];
  for (let i = 0; i < matrix.length; i += 1) {
    const row: number[] = [];
    lower.push(row);
    for (let j = 0; j < i; j += 1)
      row[j] = (at(matrix, i, j) - dot(lower, i, j, j)) / at(lower, j, j);
    row[i] = Math.sqrt(at(matrix, i, i) - dot(lower, i, i, i));
  }
  return lower;
};

/** Solves the symmetric positive system `matrix` · x = `right` by Cholesky; both are left as they are. */
export const solveSymmetric = (matrix: Matrix, right: readonly number[]): number[] => {
  const lower = cholesky(matrix);
  const x = right.slice();
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(lower, i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(lower, i, i);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i] = (x[i] ?? 0) - at(lower, k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(lower, i, i);
  }
  return x;
};

type Step = { gradient: number[]; hessian: number[][] };

/** Adds one client with features `x` (the intercept's 1 first) to the sums of a Newton step. */
const accumulate = (step: Step, x: Float64Array, residual: number, variance: number): void => {
  for (let a = 0; a < x.length; a += 1) {
    const xa = x[a] ?? 0;
    step.gradient[a] = (step.gradient[a] ?? 0) + residual * xa;
    const row = step.hessian[a] ?? [];
    for (let b = 0; b <= a; b += 1) row[b] = (row[b] ?? 0) + variance * xa * (x[b] ?? 0);
  }
};

const mirrored = (hessian: readonly number[][]): number[][] =>
  hessian.map((row, a) => row.map((_, b) => (a >= b ? row[b] : hessian[b]?.[a]) ?? 0));

const newtonStep = (
  columns: readonly Float64Array[],
  events: Uint8Array,
  rows: Uint32Array,
  beta: readonly number[],
  ridge: number,
): number[] => {
  const size = beta.length;
  const step: Step = {
    gradient: new Array(size).fill(0),
    hessian: Array.from({ length: size }, () => new Array(size).fill(0)),
  };
  const x = new Float64Array(size).fill(1);
  for (const row of rows) {
    let eta = beta[0] ?? 0;
    for (let c = 1; c < size; c += 1) {
      x[c] = columns[c - 1]?.[row] ?? 0;
      eta += (beta[c] ?? 0) * (x[c] ?? 0);
    }
    const p = sigmoid(eta);
    accumulate(step, x, (events[row] ?? 0) - p, p * (1 - p));
  }
  for (let a = 1; a < size; a += 1) {
    const row = step.hessian[a] ?? [];
    row[a] = (row[a] ?? 0) + ridge;
    step.gradient[a] = (step.gradient[a] ?? 0) - ridge * (beta[a] ?? 0);
  }
  return solveSymmetric(mirrored(step.hessian), step.gradient);
};

const ITERATIONS_MAX = 30;
const TOLERANCE = 1e-9;

/**
 * Fits events (0 or 1) on `columns` (one value a client each) over the clients in `rows`.
 * `ridge` keeps columns that repeat each other solvable; the intercept is never shrunk.
 */
export const fitLogistic = (
  columns: readonly Float64Array[],
  events: Uint8Array,
  rows: Uint32Array,
  ridge = 1e-6,
): LogisticFit => {
  const left = rows.reduce((sum, row) => sum + (events[row] ?? 0), 0);
  let beta = [logit(left / rows.length), ...columns.map(() => 0)];
  let iterations = 0;
  for (; iterations < ITERATIONS_MAX; iterations += 1) {
    const change = newtonStep(columns, events, rows, beta, ridge);
    beta = beta.map((value, i) => value + (change[i] ?? 0));
    if (change.every((each) => Math.abs(each) < TOLERANCE)) break;
  }
  const [intercept = 0, ...weights] = beta;
  return { intercept, weights, iterations };
};
