import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pAlive } from '../../src/tiering/p-alive.ts';

/** The parameters of Fader, Hardie and Lee for CDNOW, in weeks. */
const model = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 };

describe('P(alive)', () => {
  test('is not assessable without a repeat', () => {
    expect(pAlive({ repeats: 0, recency: 0, age: 38.86 }, model)).toBeNull();
  });

  test('of a client with two repeats until week 30.43 of 38.86 is 0.7266', () => {
    // 1 / (1 + 0.7929 / 3.4259 · (43.2736 / 34.8436) ^ 2.2426)
    expect(pAlive({ repeats: 2, recency: 30.43, age: 38.86 }, model)).toBeCloseTo(0.7266, 3);
  });

  test('falls with silence, and lies between 0 and 1', () => {
    const rhythm = fc.record({
      repeats: fc.integer({ min: 1, max: 100 }),
      recency: fc.double({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(rhythm, fc.double({ min: 0, max: 50, noNaN: true }), (known, silence) => {
        const now = pAlive({ ...known, age: known.recency + silence }, model) ?? -1;
        const later = pAlive({ ...known, age: known.recency + silence + 1 }, model) ?? -1;
        expect(now).toBeGreaterThan(0);
        expect(now).toBeLessThan(1);
        expect(later).toBeLessThan(now);
      }),
    );
  });
});
