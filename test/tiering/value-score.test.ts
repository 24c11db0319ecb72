import { describe, expect, test } from 'vitest';
import { assessClient } from '../../src/tiering/assess-client.ts';
import type { ClientFacts } from '../../src/tiering/facts.ts';
import { average, date, factsOf, standardPolicy, withoutFeed } from './facts-of.ts';

const policy = standardPolicy();
const on = date('2026-03-15');
const assess = (facts: Partial<ClientFacts>) => assessClient(factsOf(facts), policy, on, null);
const days = (count: number) => Array.from({ length: count }, (_, i) => i * 3);
const reason = (facts: Partial<ClientFacts>, code: string) =>
  assess(facts).reasons.find((each) => each.code === code)?.values;

describe('the value score', () => {
  test.each([
    // AUM alone: four closed bands of 25 each, 100 from the floor of the highest; half of it counts.
    ['0', average(0), 0, 0n, 0],
    ['just below 10,000', average(10_000, -1n), 0, 0n, 12],
    ['10,000', average(10_000), 0, 0n, 12],
    ['half of potential', average(30_000), 0, 0n, 18],
    ['50,000', average(50_000), 0, 0n, 25],
    ['just below 1,000,000', average(1_000_000, -1n), 0, 0n, 50],
    ['1,000,000', average(1_000_000), 0, 0n, 50],
    ['90,000,000', average(90_000_000), 0, 0n, 50],
    ['0 with 12 of 24 days', average(0), 12, 0n, 12],
    ['0 with 24 days', average(0), 24, 0n, 25],
    ['0 with 30 days', average(0), 30, 0n, 25],
    ['0 with half the contribution', average(0), 0, 500_000n, 12],
    ['0 with all the contribution', average(0), 0, 1_000_000n, 25],
    ['0 with a negative contribution', average(0), 0, -5n, 0],
    ['everything', average(1_000_000), 24, 1_000_000n, 100],
  ])('of an average of %s', (_, avg3, transactionDays, contribution12mMinor, score) => {
    const transactionDaysAgo = days(transactionDays);
    expect(assess({ avg3, transactionDaysAgo, contribution12mMinor }).valueScore).toBe(score);
  });

  test('counts transaction days of the last 90 days only', () => {
    const transactionDaysAgo = [0, 89, 90, 300];
    expect(assess({ transactionDaysAgo }).transactionDays).toBe(2);
  });

  test('of a corporate goes by its classes, and by credit alone where that decides', () => {
    const corporate = { kind: 'corporate' as const, contribution12mMinor: 0n };
    const half = average(25_000_000);
    expect(assess({ ...corporate, deposits3: half }).valueScore).toBe(12);
    expect(assess({ ...corporate, targetCreditMinor: 20_000_000_000n }).valueScore).toBe(50);
    expect(assess({ ...corporate, contribution12mMinor: 100_000_000n }).valueScore).toBe(25);
  });

  test('is not assessed without transactions or contribution, and says which is missing', () => {
    const freshFeeds = withoutFeed('transactions');
    expect(assess({ freshFeeds, contribution12mMinor: 1n })).toMatchObject({
      valueScore: null,
      transactionDays: null,
    });
    expect(reason({ freshFeeds }, 'value_not_assessed')?.missing).toBe('frequency contribution');
    expect(reason({}, 'value_not_assessed')?.missing).toBe('contribution');
  });

  test('tells the numbers that made it', () => {
    const facts = {
      avg3: average(50_000),
      transactionDaysAgo: days(12),
      contribution12mMinor: 100n,
    };
    expect(reason(facts, 'value_score')).toEqual({
      score: 38,
      aumPct: 50,
      frequencyPct: 50,
      contributionPct: 0,
      transactionDays: 12,
      days: 90,
      contributionMinor: '100',
    });
  });
});

describe('the 16-grid', () => {
  test.each([
    [9_999, 10, null],
    [10_000, 90, 'potential_active'],
    [50_000, 91, 'quality_quiet'],
    [300_000, 181, 'key_dormant'],
    [1_000_000, 366, 'premier_long_inactive'],
    [1_000_000, null, null],
  ])('puts an average of %i idle for %o days into %o', (yuan, idleDays, cell) => {
    expect(assess({ avg3: average(yuan), idleDays }).gridCell).toBe(cell);
  });

  test('has no place for a corporate', () => {
    expect(assess({ kind: 'corporate' }).gridCell).toBeNull();
  });
});

describe('needs', () => {
  const quality = { avg3: average(60_000) };
  test.each([
    [quality, ['demand_deposit'], 'basic', 'time_deposit wealth_product fund insurance'],
    [quality, ['fund', 'time_deposit'], 'advanced', 'wealth_product insurance'],
    [
      { avg3: average(1_000_000) },
      ['fund'],
      'professional',
      'time_deposit wealth_product bond insurance precious_metal',
    ],
    [{ kind: 'corporate' as const }, ['settlement'], 'professional', 'demand_deposit'],
    [{}, ['trade_finance', 'demand_deposit'], 'professional', ''],
  ] as [Partial<ClientFacts>, ClientFacts['productLines'], string, string][])(
    'of %o holding %o are %s, and %s is missing',
    (facts, productLines, needTier, gap) => {
      const now = assess({ ...facts, productLines });
      expect(now.needTier).toBe(needTier);
      expect(now.productGap.join(' ')).toBe(gap);
    },
  );
});

describe('the contact that is due', () => {
  const quality = { avg3: average(60_000) };
  test.each([
    [{ ...quality, contactGapDays: 89 }, '2026-03-16', 'contact_due'],
    [{ ...quality, contactGapDays: 90 }, '2026-03-15', 'contact_due'],
    [{ ...quality, contactGapDays: 91 }, '2026-03-14', 'contact_overdue'],
    [{ ...quality, contactGapDays: null }, null, 'contact_not_assessed'],
    [{ ...quality, freshFeeds: withoutFeed('contacts') }, null, 'contact_not_assessed'],
    [{ contactGapDays: 400 }, null, null],
  ] as [Partial<ClientFacts>, string | null, string | null][])(
    'after %o is by %o',
    (facts, dueOn, code) => {
      const now = assess(facts);
      expect(now.contactDueOn?.toString() ?? null).toBe(dueOn);
      const codes = now.reasons.map((each) => each.code).filter((each) => /^contact_/.test(each));
      expect(codes).toEqual(code ? [code] : []);
    },
  );
});
