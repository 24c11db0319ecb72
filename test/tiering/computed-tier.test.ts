import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tierRank } from '../../src/domain/client.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { average, date, factsOf, standardPolicy } from './facts-of.ts';

const policy = standardPolicy();
const on = date('2026-03-31');
const individual = (yuan: number, extraMinor: bigint) =>
  assessClient(factsOf({ avg3: average(yuan, extraMinor) }), policy, on, null).computedTier;
const corporate = (deposits: number, extraMinor: bigint, creditMinor: bigint | null) => {
  const facts = { deposits3: average(deposits, extraMinor), targetCreditMinor: creditMinor };
  return assessClient(factsOf({ kind: 'corporate', ...facts }), policy, on, null).computedTier;
};

describe('the computed tier of a person', () => {
  // One minor unit in the sum over 90 days is a ninetieth of a fen in the average: nothing is rounded.
  test.each([
    [0, 0n, 'mass'],
    [10_000, -1n, 'mass'],
    [10_000, 0n, 'potential'],
    [10_000, 1n, 'potential'],
    [50_000, -1n, 'potential'],
    [50_000, 0n, 'quality'],
    [50_000, 1n, 'quality'],
    [300_000, -1n, 'quality'],
    [300_000, 0n, 'key'],
    [300_000, 1n, 'key'],
    [1_000_000, -1n, 'key'],
    [1_000_000, 0n, 'premier'],
    [1_000_000, 1n, 'premier'],
  ] as const)('with an average of %i and %i more in its sum is %s', (yuan, extra, tier) => {
    expect(individual(yuan, extra)).toBe(tier);
  });

  test('without any account is mass, by an average of 0', () => {
    const facts = factsOf({ avg3: { sumMinor: 0n, days: 0 }, firstProductOn: null });
    expect(assessClient(facts, policy, on, null).computedTier).toBe('mass');
  });

  test('counts days with the bank only: one day at the floor is enough for a client of yesterday', () => {
    const facts = factsOf({ avg3: average(50_000, 0n, 1) });
    expect(assessClient(facts, policy, on, null).computedTier).toBe('quality');
  });

  test('never falls when the average rises', () => {
    const sums = fc.tuple(
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(0n, 10n ** 12n),
      fc.integer({ min: 1, max: 92 }),
    );
    fc.assert(
      fc.property(sums, ([sumMinor, more, days]) => {
        const tierAt = (sum: bigint) =>
          assessClient(factsOf({ avg3: { sumMinor: sum, days } }), policy, on, null).computedTier;
        const [low, high] = [tierAt(sumMinor), tierAt(sumMinor + more)];
        return tierRank('individual', high) >= tierRank('individual', low);
      }),
    );
  });
});

describe('the computed class of a corporate', () => {
  const CREDIT = 200_000_000n * 100n;
  // deposits | target credit | class: the first that matches from the top
  test.each([
    [0, 0n, null, 'class_3'],
    [50_000_000, -1n, null, 'class_3'],
    [50_000_000, 0n, null, 'class_2'],
    [50_000_000, 1n, null, 'class_2'],
    [200_000_000, -1n, null, 'class_2'],
    [200_000_000, 0n, null, 'class_1'],
    [200_000_000, 1n, null, 'class_1'],
    [30_000_000, 0n, CREDIT - 1n, 'class_3'],
    [30_000_000, 0n, CREDIT, 'class_1'],
    [30_000_000, 0n, CREDIT + 1n, 'class_1'],
    [200_000_000, 0n, 0n, 'class_1'],
  ] as const)(
    'with deposits of %i (%i) and a target credit of %s is %s',
    (deposits, extra, credit, tier) => {
      expect(corporate(deposits, extra, credit)).toBe(tier);
    },
  );

  test('names the credit as the reason where only the credit reaches the class', () => {
    const facts = factsOf({ kind: 'corporate', targetCreditMinor: CREDIT });
    const { reasons } = assessClient(facts, policy, on, null);
    expect(reasons[0]).toMatchObject({
      code: 'tier_by_credit',
      values: { tier: 'class_1', targetCreditMinor: CREDIT.toString() },
    });
  });
});

describe('the gap to the tier above the one in force', () => {
  test.each([
    ['mass', 9_999, 100n],
    ['potential', 20_000, 3_000_000n],
    ['key', 1_200_000, 0n],
    ['premier', 2_000_000, null],
  ] as const)('of a %s client with an average of %i is %s', (tier, yuan, gap) => {
    const previous = { decidedTier: tier, inForceTier: tier, decidedOn: date('2026-02-28') };
    const history = {
      promotedOn: null,
      monthsBelow: 0,
      recentComputed: [],
      lostOn: null,
      wonBackOn: null,
    };
    const before = { ...previous, ...history, lifecycle: 'active' as const };
    const facts = factsOf({ avg3: average(yuan) });
    expect(assessClient(facts, policy, date('2026-03-17'), before).nextTierGapMinor).toBe(gap);
  });

  test('is rounded up, so that paying it in suffices', () => {
    const facts = factsOf({ avg3: { sumMinor: 1_000_000n * 90n - 1n, days: 90 } });
    expect(assessClient(facts, policy, on, null).nextTierGapMinor).toBe(1n);
  });
});
