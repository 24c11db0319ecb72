import { describe, expect, test } from 'vitest';
import { fitBgNbd, logLikelihood } from '../../src/calibrate/fit-bg-nbd.ts';
import { logGamma } from '../../src/calibrate/log-gamma.ts';
import { fitLogistic, sigmoid, solveSymmetric } from '../../src/calibrate/logistic.ts';
import { minimise } from '../../src/calibrate/nelder-mead.ts';

const allRows = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

test('a symmetric system is solved', () => {
  const solved = solveSymmetric(
    [
      [4, 2, 0],
      [2, 5, 1],
      [0, 1, 3],
    ],
    [8, 15, 11],
  );
  for (const [i, value] of [1, 2, 3].entries()) expect(solved[i]).toBeCloseTo(value, 12);
});

describe('a logistic regression', () => {
  test('on one yes-or-no column gives the log-odds of both groups exactly', () => {
    // 1 of 4 leave where the column is 0, 3 of 4 where it is 1.
    const events = Uint8Array.from([1, 0, 0, 0, 1, 1, 1, 0]);
    const column = Float64Array.from([0, 0, 0, 0, 1, 1, 1, 1]);
    const { intercept, weights } = fitLogistic([column], events, allRows(8), 0);
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 9);
    expect(weights[0]).toBeCloseTo(2 * Math.log(3), 9);
  });

  test('ends where the residuals balance in every column', () => {
    const n = 500;
    const first = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
    const second = Float64Array.from({ length: n }, (_, i) => Math.cos(3 * i));
    const events = Uint8Array.from({ length: n }, (_, i) =>
      Math.sin(i) + Math.sin(7 * i) > 0.3 ? 1 : 0,
    );
    const { intercept, weights } = fitLogistic([first, second], events, allRows(n), 0);
    const residual = Array.from(events, (event, i) => {
      const eta =
        intercept + (weights[0] ?? 0) * (first[i] ?? 0) + (weights[1] ?? 0) * (second[i] ?? 0);
      return event - sigmoid(eta);
    });
    for (const column of [first, second])
      expect(residual.reduce((sum, r, i) => sum + r * (column[i] ?? 0), 0)).toBeCloseTo(0, 6);
    expect(residual.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 6);
  });

  test('sees only the rows that it is given', () => {
    const column = Float64Array.from([0, 1, 0, 1, 0, 1, 5, 5]);
    const rows = allRows(6);
    const one = fitLogistic([column], Uint8Array.from([0, 1, 1, 0, 0, 1, 0, 0]), rows);
    const other = fitLogistic([column], Uint8Array.from([0, 1, 1, 0, 0, 1, 1, 1]), rows);
    expect(one).toEqual(other);
  });
});

test('the simplex finds the bottom of a curved valley, the same each time', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const options = { step: 0.5, tolerance: 1e-14, evaluationsMax: 5_000 };
  const found = minimise(valley, [-1.2, 1], options);
  expect(found.at[0]).toBeCloseTo(1, 5);
  expect(found.at[1]).toBeCloseTo(1, 5);
  expect(minimise(valley, [-1.2, 1], options)).toEqual(found);
});

test.each([
  [1, 0],
  [2, 0],
  [5, Math.log(24)],
  [0.5, Math.log(Math.sqrt(Math.PI))],
  [0.2426, 1.3197854750907918],
  [101, 363.7393755555635],
])('ln Γ(%d) is %d', (x, expected) => {
  expect(logGamma(x)).toBeCloseTo(expected, 9);
});

describe('BG/NBD', () => {
  const rhythms = [
    { repeats: 0, recency: 0, age: 30 },
    { repeats: 2, recency: 20, age: 38 },
    { repeats: 5, recency: 36, age: 38 },
    { repeats: 1, recency: 2, age: 35 },
    { repeats: 9, recency: 12, age: 33 },
  ];

  test('fits better than its neighbourhood', () => {
    const { logLikelihood: best, ...fit } = fitBgNbd(rhythms);
    for (const factor of [0.97, 1.03]) {
      expect(logLikelihood(rhythms, { ...fit, r: fit.r * factor })).toBeLessThan(best);
      expect(logLikelihood(rhythms, { ...fit, alpha: fit.alpha * factor })).toBeLessThan(best);
    }
  });

  test('without a rhythm is a mistake of the caller', () => {
    expect(() => fitBgNbd([])).toThrow(RangeError);
  });
});
