import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auc } from '../../src/calibrate/auc.ts';
import { foldOf } from '../../src/calibrate/folds.ts';
import { topShare } from '../../src/calibrate/lift.ts';

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), {
  minLength: 2,
  maxLength: 40,
});

/** The definition itself: every pair of one who left and one who stayed, a tie for half. */
const byPairs = (pairs: [number, number][]): number | null => {
  const left = pairs.filter(([, event]) => event === 1).map(([score]) => score);
  const stayed = pairs.filter(([, event]) => event === 0).map(([score]) => score);
  if (left.length === 0 || stayed.length === 0) return null;
  const won = left.flatMap((a) => stayed.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  return won.reduce((sum, each) => sum + each, 0) / won.length;
};

describe('the area under the curve', () => {
  test('is the share of pairs that are in the right order, whatever the ties', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const found = auc(
          pairs.map(([score]) => score),
          pairs.map(([, event]) => event),
        );
        const expected = byPairs(pairs);
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 12);
      }),
    );
  });

  test.each([
    [[1, 2, 3, 4], [0, 0, 1, 1], 1],
    [[4, 3, 2, 1], [0, 0, 1, 1], 0],
    [[5, 5, 5, 5], [0, 1, 0, 1], 0.5],
  ])('of %j with events %j is %d', (scores, events, area) => {
    expect(auc(scores, events)).toBe(area);
  });
});

test('the top tenth is as many clients as a tenth, the highest scores first', () => {
  const scores = Array.from({ length: 100 }, (_, i) => i);
  const events = scores.map((score) => (score >= 95 || score === 3 ? 1 : 0));
  expect(topShare(scores, events, 0.1)).toEqual({
    clients: 10,
    precision: 0.5,
    lift: 0.5 / 0.06,
    captured: 5 / 6,
  });
});

describe('the fold of a client', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `0xb2d${i.toString(16).padStart(5, '0')}`);

  test('depends on the id and the seed alone', () => {
    expect(foldOf('0xb2d640a6', 5, 1)).toBe(foldOf('0xb2d640a6', 5, 1));
    expect(ids.some((id) => foldOf(id, 5, 1) !== foldOf(id, 5, 2))).toBe(true);
  });

  test('is about as often each of them', () => {
    const counts = [0, 0, 0, 0, 0];
    for (const id of ids) counts[foldOf(id, 5, 1)] = (counts[foldOf(id, 5, 1)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(150);
  });
});
