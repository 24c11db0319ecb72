import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Tier, tierRank } from '../../src/domain/client.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import type { Assessment, ClientFacts, PreviousAssessment } from '../../src/tiering/facts.ts';
import { average, date, factsOf, previousOf, standardPolicy } from './facts-of.ts';

const policy = standardPolicy();

/** One assessment a month-end from January 2025 on, each with its average. */
const months = (averages: readonly number[], changes: Partial<ClientFacts> = {}): Assessment[] => {
  let previous: PreviousAssessment | null = null;
  return averages.map((yuan, month) => {
    const on = date('2025-01-31').add({ months: month });
    const end = on.with({ day: on.daysInMonth });
    const now = assessClient(factsOf({ avg3: average(yuan), ...changes }), policy, end, previous);
    previous = now;
    return now;
  });
};
const decided = (averages: readonly number[], changes?: Partial<ClientFacts>): Tier[] =>
  months(averages, changes).map((each) => each.decidedTier);

describe('the first night', () => {
  test('decides at once, in the middle of a month too', () => {
    const now = assessClient(factsOf({ avg3: average(60_000) }), policy, date('2026-03-17'), null);
    expect(now).toMatchObject({ decidedTier: 'quality', inForceTier: 'quality', promotedOn: null });
    expect(now.previousInForceTier).toBeNull();
  });
});

describe('between decision dates', () => {
  const key = previousOf({ decidedTier: 'key', inForceTier: 'key', monthsBelow: 1 });
  test.each([
    ['2026-02-27', 1_200_000, 'key', 'provisional_up'],
    ['2026-02-28', 1_200_000, 'premier', 'promoted'],
    ['2028-02-28', 1_200_000, 'key', 'provisional_up'],
    ['2028-02-29', 1_200_000, 'premier', 'promoted'],
    ['2026-03-30', 100_000, 'key', 'provisional_down'],
  ] as const)('on %s an average of %i leaves %s: %s', (on, yuan, tier, code) => {
    const now = assessClient(factsOf({ avg3: average(yuan) }), policy, date(on), key);
    expect(now.decidedTier).toBe(tier);
    expect(now.reasons.map((reason) => reason.code)).toContain(code);
  });

  test('the demotion clock stands still', () => {
    const facts = factsOf({ avg3: average(100_000) });
    expect(assessClient(facts, policy, date('2026-03-30'), key).monthsBelow).toBe(1);
  });
});

describe('demotion, month by month', () => {
  test('comes with the third consecutive decision date below the floor', () => {
    expect(decided([400_000, 200_000, 200_000, 200_000])).toEqual(['key', 'key', 'key', 'quality']);
  });

  test('starts counting again after a month at the floor', () => {
    expect(decided([400_000, 200_000, 200_000, 300_000, 200_000, 200_000, 200_000])).toEqual([
      'key',
      'key',
      'key',
      'key',
      'key',
      'key',
      'quality',
    ]);
  });

  test('waits while the average is not below 90 % of the floor, and shows the clock', () => {
    const run = months([400_000, 280_000, 280_000, 270_000, 269_999]);
    expect(run.map((each) => each.decidedTier)).toEqual(['key', 'key', 'key', 'key', 'quality']);
    expect(run.map((each) => each.monthsBelow)).toEqual([0, 1, 2, 3, 0]);
    expect(run[3]?.reasons.map((reason) => reason.code)).toContain('demotion_buffer');
  });

  test('goes one band a run; every band counts its own three dates', () => {
    expect(decided([2_000_000, 0, 0, 0, 0, 0, 0])).toEqual([
      'premier',
      'premier',
      'premier',
      'key',
      'quality',
      'potential',
      'mass',
    ]);
    expect(decided([2_000_000, 500_000, 500_000, 200_000, 200_000, 200_000])).toEqual([
      'premier',
      'premier',
      'premier',
      'key',
      'key',
      'quality',
    ]);
  });

  test('of a corporate waits for target credit too', () => {
    const corporate = (creditMinor: bigint, previous: PreviousAssessment) =>
      assessClient(
        factsOf({ kind: 'corporate', targetCreditMinor: creditMinor }),
        policy,
        date('2026-03-31'),
        previous,
      ).decidedTier;
    const class1 = previousOf({ decidedTier: 'class_1', inForceTier: 'class_1', monthsBelow: 2 });
    const ninety = 180_000_000n * 100n;
    expect(corporate(ninety, class1)).toBe('class_1');
    expect(corporate(ninety - 1n, class1)).toBe('class_2');
  });
});

describe('the hold after a promotion', () => {
  const promoted = (on: string) =>
    previousOf({ decidedTier: 'key', inForceTier: 'key', monthsBelow: 5, promotedOn: date(on) });
  const demote = (promotedOn: string, on: string, changes: Partial<ClientFacts> = {}) =>
    assessClient(factsOf(changes), policy, date(on), promoted(promotedOn)).decidedTier;
  // held (within 6 months) | nothing left for 30 d | all accounts closed | → decision
  test.each([
    ['2025-09-30', '2026-02-28', {}, 'key'],
    ['2025-08-31', '2026-02-28', {}, 'quality'],
    ['2025-09-30', '2026-02-28', { zeroAum: true }, 'quality'],
    ['2025-09-30', '2026-02-28', { openAccounts: 0, lastClosedOn: date('2026-02-01') }, 'quality'],
    ['2024-08-31', '2025-02-28', {}, 'quality'],
  ] as const)('promoted on %s, on %s with %o: %s', (promotedOn, on, changes, tier) => {
    expect(demote(promotedOn, on, changes)).toBe(tier);
  });

  test('begins again with each promotion, which may skip bands', () => {
    const run = months([20_000, 2_000_000, 0, 0, 0, 0, 0, 0, 0]);
    expect(run[1]).toMatchObject({ decidedTier: 'premier', promotedOn: date('2025-02-28') });
    expect(run.map((each) => each.decidedTier).slice(4)).toEqual([
      'premier',
      'premier',
      'premier',
      'key',
      'quality',
    ]);
  });
});

describe('an override', () => {
  const facts = factsOf({
    avg3: average(60_000),
    override: { tier: 'key', validTo: date('2026-05-01') },
  });
  test('is in force without changing what policy decided', () => {
    const now = assessClient(facts, policy, date('2026-03-31'), null);
    expect(now).toMatchObject({
      computedTier: 'quality',
      decidedTier: 'quality',
      inForceTier: 'key',
    });
    expect(now.reasons.map((reason) => reason.code)).toContain('override');
  });

  test('gives way to the last decision when it has ended', () => {
    const before = assessClient(facts, policy, date('2026-03-31'), null);
    const after = assessClient({ ...facts, override: null }, policy, date('2026-05-01'), before);
    expect(after).toMatchObject({ inForceTier: 'quality', previousInForceTier: 'key' });
  });
});

describe('whatever the averages of two years are', () => {
  const years = fc.array(fc.integer({ min: 0, max: 1_500_000 }), { minLength: 1, maxLength: 24 });
  const rank = (tier: Tier) => tierRank('individual', tier);

  test('no tier falls by more than one band a month, nor stays below what policy computes', () => {
    fc.assert(
      fc.property(years, (averages) => {
        const run = months(averages);
        return run.every((now, i) => {
          const before = run[i - 1];
          const fell = before ? rank(before.decidedTier) - rank(now.decidedTier) : 0;
          return fell <= 1 && rank(now.decidedTier) >= rank(now.computedTier);
        });
      }),
    );
  });

  test('assessing a date again gives the identical result', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 1_500_000 }), (averages, yuan) => {
        const previous = months(averages).at(-1) ?? null;
        const facts = factsOf({ avg3: average(yuan) });
        const again = () => assessClient(facts, policy, date('2027-06-30'), previous);
        expect(again()).toEqual(again());
      }),
    );
  });
});
