import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { CHURN_LINES } from '../../src/tiering/churn/card.ts';
import type { ClientFacts } from '../../src/tiering/facts.ts';
import { average, date, factsOf, previousOf, standardPolicy, withoutFeed } from './facts-of.ts';

const policy = standardPolicy();
const on = date('2026-03-15');
const assess = (facts: Partial<ClientFacts>) => assessClient(factsOf(facts), policy, on, null);
const line = (code: string, facts: Partial<ClientFacts>) =>
  assess(facts).reasons.find((reason) => reason.code === code);
const pointsOf = (code: string, facts: Partial<ClientFacts>) => line(code, facts)?.points ?? 0;

const sums = (recent: bigint, before: bigint) => ({
  recent: { sumMinor: recent * 30n, days: 30 },
  before: { sumMinor: before * 90n, days: 90 },
});
const days = (...ago: number[]) => ({ transactionDaysAgo: ago });
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

describe('R01, AUM that left', () => {
  test.each([
    [10_001n, 0],
    [8_001n, 0],
    [8_000n, 10],
    [6_501n, 10],
    [6_500n, 20],
    [5_001n, 20],
    [5_000n, 30],
    [0n, 30],
  ])('from 10,000 to %s on average is %i points', (recent, points) => {
    expect(pointsOf('R01', sums(recent, 10_000n))).toBe(points);
  });

  test('is not rounded: one minor unit in a sum of months decides', () => {
    const { recent, before } = sums(8_000n, 10_000n);
    expect(pointsOf('R01', { before, recent: { ...recent, sumMinor: recent.sumMinor + 1n } })).toBe(
      0,
    );
  });

  test('tells the averages that made it', () => {
    expect(line('R01', sums(5_000n, 10_000n))?.values).toEqual({
      recentMinor: '5000',
      previousMinor: '10000',
      fallPct: 50,
    });
  });

  test('is nothing for a client who had nothing, and not assessed with less than a month before', () => {
    expect(pointsOf('R01', sums(0n, 0n))).toBe(0);
    const short = { recent: { sumMinor: 1n, days: 30 }, before: { sumMinor: 900n, days: 29 } };
    expect(line('not_assessed', short)?.values.codes).toBe('R01 R05');
  });
});

describe('R02, a salary that stopped', () => {
  // D is 15 March: the four months before are November to February.
  test.each([
    ['35 days ago', [35, 66, 97, 128], 0],
    ['36 days ago', [36, 66, 97, 128], 10],
    ['45 days ago', [45, 76, 106], 10],
    ['46 days ago', [46, 76, 106], 20],
    ['46 days ago, in two of the four months only', [46, 76], 0],
    ['never', [], 0],
  ])('paid last %s', (_, salaryDaysAgo, points) => {
    expect(pointsOf('R02', { salaryDaysAgo })).toBe(points);
  });
});

describe('R03, products that ended', () => {
  test.each([
    [0, 1, 0],
    [1, 1, 8],
    [2, 1, 15],
    [3, 1, 15],
    [1, 0, 20],
  ])('%i ended with %i open is %i points', (endedProducts, openAccounts, points) => {
    expect(pointsOf('R03', { endedProducts, openAccounts })).toBe(points);
  });
});

describe('R04, fewer transaction days', () => {
  const before = every(10, 90, 170); // nine days
  test.each([
    [[1, 2, 3, 4, 5], 0],
    [[1, 2, 3, 4], 8],
    [[1, 2, 3], 8],
    [[1, 2], 15],
    [[], 15],
  ])('%o after nine is %i points', (now, points) => {
    expect(pointsOf('R04', days(...now, ...before))).toBe(points);
  });

  test('is nothing where there were none before', () => {
    expect(pointsOf('R04', days())).toBe(0);
  });
});

describe('R05, silent for longer than usual', () => {
  test.each([
    [60, 20, 0],
    [61, 20, 10],
    [30, 5, 0],
    [31, 5, 10],
  ])('for %i days with a usual gap of %i is %i points', (idleDays, gap, points) => {
    const rhythm = every(gap, idleDays, idleDays + 4 * gap);
    expect(pointsOf('R05', { idleDays, transactionDaysAgo: rhythm })).toBe(points);
  });
});

describe('R06 to R12', () => {
  const quality = { avg3: average(60_000) };
  test.each([
    ['R06', { loginDays: 5, loginDaysBefore: 30 }, 5],
    ['R06', { loginDays: 6, loginDaysBefore: 30 }, 0],
    ['R06', { loginDays: 0, loginDaysBefore: 30 }, 10],
    ['R06', { loginDays: 0, loginDaysBefore: 0 }, 0],
    ['R07', { openComplaint: 'normal' }, 10],
    ['R07', { openComplaint: 'severe' }, 15],
    ['R08', { csat: 2, csatDaysAgo: 179 }, 8],
    ['R08', { csat: 2, csatDaysAgo: 180 }, 0],
    ['R08', { csat: 3, csatDaysAgo: 1 }, 0],
    ['R09', { ...quality, contactGapDays: 135 }, 0],
    ['R09', { ...quality, contactGapDays: 136 }, 5],
    ['R09', { ...quality, contactGapDays: 180 }, 5],
    ['R09', { ...quality, contactGapDays: 181 }, 10],
    ['R09', { contactGapDays: 9_999 }, 0],
    ['R10', { aumBeforeMinor: 1_000n, sentElsewhereMinor: 299n }, 0],
    ['R10', { aumBeforeMinor: 1_000n, sentElsewhereMinor: 300n }, 15],
    ['R11', { aumMinor: 1_000n, maturingMinor: 299n }, 0],
    ['R11', { aumMinor: 1_000n, maturingMinor: 300n }, 10],
    ['R12', { newProducts: 1 }, -5],
    ['R12', sums(11_999n, 10_000n), 0],
    ['R12', sums(12_000n, 10_000n), -10],
    ['R12', { productLines: ['mortgage'] }, -5],
    ['R12', { productLines: ['loan'], newProducts: 2, ...sums(12_000n, 10_000n) }, -20],
    ['R12', { productLines: ['credit_card'] }, 0],
  ] as [string, Partial<ClientFacts>, number][])(
    '%s with %o is %i points',
    (code, facts, points) => {
      expect(pointsOf(code, facts)).toBe(points);
    },
  );

  test('R09 goes by the tier in force, not by the computed one', () => {
    const facts = factsOf({ contactGapDays: 61 });
    const key = previousOf({ decidedTier: 'key', inForceTier: 'key' });
    const codes = assessClient(facts, policy, on, key).reasons.map((reason) => reason.code);
    expect(codes).toContain('R09');
  });
});

describe('the card', () => {
  const worst: Partial<ClientFacts> = {
    ...sums(0n, 10_000n),
    endedProducts: 3,
    openAccounts: 0,
    openComplaint: 'severe',
    csat: 1,
    csatDaysAgo: 3,
    loginDaysBefore: 30,
    aumBeforeMinor: 100n,
    sentElsewhereMinor: 100n,
    aumMinor: 100n,
    maturingMinor: 100n,
    idleDays: 100,
    transactionDaysAgo: every(5, 100, 170),
  };

  test('adds up, stops at 100 and at 0, and lists the most points first', () => {
    const now = assess(worst);
    expect(now).toMatchObject({ churnScore: 100, churnBand: 'high', churnCoveragePct: 100 });
    const churn = now.reasons.filter(({ code }) => /^R\d\d$/.test(code));
    const points = churn.map((reason) => reason.points ?? 0);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(assess({ newProducts: 1 }).churnScore).toBe(0);
  });

  test.each([
    [{ openComplaint: 'severe' }, 15, 'low'],
    [{ endedProducts: 1, openAccounts: 0 }, 20, 'watch'],
    [{ ...sums(0n, 10_000n), csat: 1, csatDaysAgo: 1 }, 38, 'watch'],
    [{ ...sums(0n, 10_000n), openComplaint: 'normal' }, 40, 'medium'],
    [
      { ...sums(0n, 10_000n), endedProducts: 1, openAccounts: 0, openComplaint: 'severe' },
      65,
      'medium',
    ],
    [{ ...worst, transactionDaysAgo: [] }, 100, 'high'],
  ] as [Partial<ClientFacts>, number, string][])('%o scores %i: %s', (facts, score, band) => {
    expect(assess(facts)).toMatchObject({ churnScore: score, churnBand: band });
  });

  test.each([
    ['balances', 'R01 R05 R10 R11'],
    ['transactions', 'R02 R04 R05 R10'],
    ['salary', 'R02 R05'],
    ['contacts', 'R05 R09'],
    ['complaints', 'R05 R07'],
    ['surveys', 'R05 R08'],
    ['logins', 'R05 R06'],
  ] as const)('does not assess what needs %s when that feed is missing or stale', (feed, codes) => {
    const facts = { ...worst, transactionDaysAgo: [], freshFeeds: withoutFeed(feed) };
    const found = line('not_assessed', facts)?.values;
    expect(found?.codes).toBe(codes);
    const total = CHURN_LINES.length;
    const missing = codes.split(' ').length;
    expect(assess(facts).churnCoveragePct).toBe(Math.floor((100 * (total - missing)) / total));
  });

  test('puts money at risk by its points, and a corporate’s known contribution before its AUM', () => {
    const lost = { ...sums(0n, 10_000n), openComplaint: 'normal' as const, aumMinor: 1_000_001n };
    expect(assess(lost).valueAtRiskMinor).toBe(400_000n);
    const corporate = { ...lost, kind: 'corporate' as const };
    expect(assess(corporate).valueAtRiskMinor).toBe(400_000n);
    expect(assess({ ...corporate, contribution12mMinor: 500n }).valueAtRiskMinor).toBe(200n);
  });

  test('never claims more than what the feeds say: fewer feeds, no more coverage', () => {
    const feeds = [
      'balances',
      'transactions',
      'contacts',
      'complaints',
      'surveys',
      'logins',
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...feeds]), fc.subarray([...feeds]), (some, more) => {
        const coverage = (missing: typeof some) =>
          assess({ ...worst, freshFeeds: withoutFeed(...missing) }).churnCoveragePct;
        return coverage([...new Set([...some, ...more])]) <= coverage(some);
      }),
    );
  });
});
