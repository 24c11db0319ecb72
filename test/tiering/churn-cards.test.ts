import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessClient } from '../../src/tiering/assess-client.ts';
import type { ClientFacts } from '../../src/tiering/facts.ts';
import type { ScorecardFacts } from '../../src/tiering/scorecard/facts.ts';
import { date, factsOf, standardPolicy } from './facts-of.ts';
import { policyWithCard } from './policy-with-card.ts';
import { factsOf as measured } from './scorecard/facts-of.ts';

const ON = date('2026-03-31');
const both = policyWithCard();
const expertFirst = policyWithCard({ decidedBy: 'expert' });
const assess = (facts: ClientFacts, policy = both) => assessClient(facts, policy, ON, null);
const leaving = (scorecard: ScorecardFacts | null = measured()): ClientFacts =>
  factsOf({ aumMinor: 5_000_000n, openComplaint: 'severe', scorecard });
const codesOf = (facts: ClientFacts, policy = both) =>
  assess(facts, policy).reasons.map(({ code }) => code);

describe('where the scorecard decides', () => {
  test('its points are the score, line by line with the numbers that made them', () => {
    const now = assess(leaving());
    expect([now.churnScore, now.churnBand, now.churnCoveragePct]).toEqual([17, 'low', 100]);
    expect(now.reasons).toContainEqual({
      code: 'churn_sum',
      values: { card: 'test-card-1', base: 30, lines: -13, score: 17 },
    });
    expect(now.reasons).toContainEqual({
      code: 'S02',
      points: 7,
      values: {
        about: 'deposits',
        feature: 'fall_from_peak',
        unit: 'share',
        value: '5000',
        within: 'idle_days',
        withinUnit: 'days',
        withinValue: '10',
      },
    });
    expect(now.valueAtRiskMinor).toBe(850_000n);
  });

  test('the base and the points of the lines told add up to the score', () => {
    const { reasons, churnScore } = assess(leaving());
    const told = reasons.filter(({ code }) => code.startsWith('S'));
    expect(30 + told.reduce((sum, { points = 0 }) => sum + points, 0)).toBe(churnScore);
  });

  test('the expert card stands beside it, its signals without points', () => {
    const { reasons } = assess(leaving());
    expect(reasons).toContainEqual({
      code: 'churn_second_opinion',
      values: { card: 'expert', score: 15, band: 'low', coveragePct: 91, lines: '' },
    });
    expect(reasons.find(({ code }) => code === 'R07')).toEqual({
      code: 'R07',
      values: { severe: true },
    });
  });

  test('a feed that is missing leaves its lines out and says so', () => {
    const now = assess(leaving(measured({ behaviour: null })));
    expect([now.churnScore, now.churnCoveragePct]).toEqual([10, 33]);
    expect(now.reasons).toContainEqual({
      code: 'not_assessed',
      values: { codes: 'S02 S03', assessed: 1, total: 3 },
    });
  });

  test('without any feed there is no score, not that of the average client', () => {
    const nothing = { holdings: null, behaviour: null, monthEnds: [null, null, null] } as const;
    for (const scorecard of [null, nothing] as (ScorecardFacts | null)[]) {
      const now = assess(leaving(scorecard));
      expect([now.churnScore, now.churnBand, now.churnCoveragePct]).toEqual([0, 'low', 0]);
    }
  });

  test('clients of a kind that it was not calibrated on keep the expert card', () => {
    const corporate = { ...leaving(), kind: 'corporate' as const };
    const now = assess(corporate);
    expect(now.churnScore).toBe(assess(corporate, standardPolicy()).churnScore);
    expect(codesOf(corporate)).not.toContain('churn_second_opinion');
  });
});

describe('where the expert card decides', () => {
  test('the score is that of the policy without a scorecard, which is the second opinion', () => {
    const now = assess(leaving(), expertFirst);
    const alone = assess(leaving(), standardPolicy());
    expect([now.churnScore, now.churnBand]).toEqual([alone.churnScore, alone.churnBand]);
    expect(now.reasons).toContainEqual({
      code: 'churn_second_opinion',
      values: { card: 'scorecard', score: 17, band: 'low', coveragePct: 100, lines: 'S02 +7' },
    });
  });

  test('a policy without a scorecard says nothing of one', () => {
    expect(codesOf(leaving(), standardPolicy()).filter((code) => /^S|churn_/.test(code))).toEqual(
      [],
    );
  });
});

test('the score lies in 0 to 100 and is the same every time, whatever the facts', () => {
  const amount = fc.bigInt(0n, 10n ** 12n);
  const count = fc.option(fc.bigInt(0n, 500n));
  const end = fc.option(fc.record({ depositsMinor: amount, depositProducts: count }));
  const facts = fc.record({
    holdings: fc.option(
      fc.record({
        termMinor: amount,
        demandMinor: amount,
        investmentsMinor: amount,
        loansMinor: amount,
        products: fc.bigInt(0n, 9n),
      }),
    ),
    behaviour: fc.option(
      fc.record({
        logins: count,
        transfersIn: count,
        transfersInMinor: fc.option(amount),
        transfersOut: count,
        transfersOutMinor: fc.option(amount),
        transactions: count,
        idleDays: count,
      }),
    ),
    monthEnds: fc.tuple(end, end, end),
  });
  fc.assert(
    fc.property(facts, (scorecard) => {
      const now = assess(leaving(scorecard));
      expect(now.churnScore).toBeGreaterThanOrEqual(0);
      expect(now.churnScore).toBeLessThanOrEqual(100);
      expect(assess(leaving(structuredClone(scorecard)))).toEqual(now);
    }),
  );
});
