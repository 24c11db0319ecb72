import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, monotoneBins } from '../../src/calibrate/monotone-bins.ts';

const rule = { binsMax: 5, clientsMin: 10, edgeCost: 0.5, shrinkage: 1 };
/** Residuals of clients whose chance was a half. */
const cell = (clients: number, left: number): Cell => ({
  clients,
  score: left - clients / 2,
  weight: clients / 4,
});

const cells = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([clients, share]) => cell(clients, Math.round(clients * share))),
  { minLength: 1, maxLength: 30 },
);

describe('monotone bins', () => {
  test('only rise or only fall, are not too many, and lose no client', () => {
    fc.assert(
      fc.property(cells, (fine) => {
        const { bins } = monotoneBins(fine, rule);
        const steps = bins.slice(1).map((bin, i) => Math.sign(bin.value - (bins[i]?.value ?? 0)));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
        expect(bins.length).toBeLessThanOrEqual(rule.binsMax);
        const clients = fine.reduce((sum, each) => sum + each.clients, 0);
        expect(bins.reduce((sum, bin) => sum + bin.clients, 0)).toBe(clients);
        if (clients >= rule.clientsMin)
          for (const bin of bins) expect(bin.clients).toBeGreaterThanOrEqual(rule.clientsMin);
      }),
    );
  });

  test('keep an edge that parts two groups, and drop one that parts nothing', () => {
    const { bins } = monotoneBins([cell(100, 20), cell(100, 20), cell(100, 80)], rule);
    expect(bins.map((bin) => bin.from)).toEqual([0, 2]);
  });

  test('join neighbours that break the order', () => {
    const { bins } = monotoneBins([cell(100, 20), cell(50, 45), cell(50, 30), cell(100, 90)], rule);
    const values = bins.map((bin) => bin.value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  test('fall where the share falls', () => {
    const { bins } = monotoneBins([cell(100, 90), cell(100, 10)], rule);
    expect((bins[0]?.value ?? 0) > 0 && (bins[1]?.value ?? 0) < 0).toBe(true);
  });

  test('are one where an edge costs more than it earns', () => {
    const fine = [cell(100, 20), cell(100, 80)];
    expect(monotoneBins(fine, { ...rule, edgeCost: 1_000 }).bins).toHaveLength(1);
  });
});
