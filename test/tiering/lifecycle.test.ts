import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIFECYCLE_STAGES, TIERS } from '../../src/domain/client.ts';
import { activityOf } from '../../src/tiering/activity.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import type { ClientFacts } from '../../src/tiering/facts.ts';
import { lifecycleOf } from '../../src/tiering/lifecycle.ts';
import { date, factsOf, previousOf, standardPolicy } from './facts-of.ts';

const policy = standardPolicy();
const on = date('2026-03-31');
const ago = (days: number) => on.subtract({ days });
const stageOf = (facts: Partial<ClientFacts>, churnScore = 0) =>
  lifecycleOf(factsOf(facts), policy, on, null, churnScore).lifecycle;

test.each([
  [0, 'active'],
  [89, 'active'],
  [90, 'active'],
  [91, 'quiet'],
  [179, 'quiet'],
  [180, 'quiet'],
  [181, 'dormant'],
  [364, 'dormant'],
  [365, 'dormant'],
  [366, 'long_inactive'],
  [null, 'unknown'],
] as const)('%s idle days are %s', (idleDays, activity) => {
  expect(activityOf(idleDays, policy)).toBe(activity);
});

describe('the stage of a client', () => {
  const closed = { openAccounts: 0, productLines: [], lastClosedOn: ago(40) };
  test.each([
    ['who never had a product', { firstProductOn: null, openAccounts: 0 }, 'prospect'],
    ['whose products are all closed', closed, 'lost'],
    [
      'who closed everything within the first 90 days',
      { ...closed, firstProductOn: ago(80) },
      'lost',
    ],
    ['with next to nothing for half a year', { lowAum: true }, 'lost'],
    [
      'with next to nothing but a mortgage',
      { lowAum: true, productLines: ['mortgage'] as const },
      'active',
    ],
    [
      'with next to nothing but a card',
      { lowAum: true, productLines: ['credit_card'] as const },
      'active',
    ],
    ['of yesterday', { firstProductOn: ago(1), idleDays: null }, 'new'],
    ['since 90 days', { firstProductOn: ago(90) }, 'new'],
    ['since 91 days', { firstProductOn: ago(91) }, 'active'],
    ['idle for 180 days', { idleDays: 180 }, 'active'],
    ['idle for 181 days', { idleDays: 181 }, 'dormant'],
    ['idle for we do not know how long', { idleDays: null }, 'unassessed'],
  ] as const)('%s is as the rules say', (_, facts, stage) => {
    expect(stageOf(facts)).toBe(stage);
  });

  // months with us | lines | last CSAT | churn | → stage
  const loyal = {
    firstProductOn: on.subtract({ months: 24 }),
    productLines: ['demand_deposit', 'fund', 'insurance'] as const,
    csat: 4,
    csatDaysAgo: 100,
  };
  test.each([
    [loyal, 39, 'loyal'],
    [loyal, 40, 'active'],
    [{ ...loyal, firstProductOn: on.subtract({ months: 24 }).add({ days: 1 }) }, 0, 'active'],
    [{ ...loyal, productLines: ['demand_deposit', 'fund'] as const }, 0, 'active'],
    [{ ...loyal, csat: 3 }, 0, 'active'],
    [{ ...loyal, csat: null }, 0, 'active'],
    [{ ...loyal, idleDays: 181 }, 0, 'dormant'],
  ] as const)('with %o and a churn score of %i is %s', (facts, score, stage) => {
    expect(stageOf(facts, score)).toBe(stage);
  });
});

describe('a client who comes back', () => {
  const lost = previousOf({ lifecycle: 'lost', lostOn: date('2025-03-31') });
  const back = (lastOn: string, today: string) =>
    lifecycleOf(factsOf({ lastTransactionOn: date(lastOn) }), policy, date(today), lost, 0);

  test.each([
    ['2025-03-31', '2025-04-01', 'active'],
    ['2025-04-01', '2025-04-01', 'won_back'],
    ['2026-03-31', '2026-03-31', 'won_back'],
    ['2026-04-01', '2026-04-01', 'active'],
  ] as const)(
    'with a transaction on %s, twelve months at most after the loss, on %s is %s',
    (last, today, stage) => {
      expect(back(last, today).lifecycle).toBe(stage);
    },
  );

  test('is won back for 180 days', () => {
    const since = previousOf({ lostOn: date('2025-03-31'), wonBackOn: date('2025-06-01') });
    const stage = (day: number) =>
      lifecycleOf(factsOf(), policy, date('2025-06-01').add({ days: day }), since, 0).lifecycle;
    expect([stage(179), stage(180)]).toEqual(['won_back', 'active']);
  });

  test('and is lost again, is lost from the new date', () => {
    const since = previousOf({ lostOn: date('2024-03-31'), wonBackOn: date('2024-06-01') });
    const facts = factsOf({ openAccounts: 0, productLines: [], lastClosedOn: date('2026-03-01') });
    expect(lifecycleOf(facts, policy, on, since, 0)).toEqual({
      lifecycle: 'lost',
      lostOn: date('2026-03-01'),
      wonBackOn: null,
    });
  });
});

test('every client has exactly one stage and one tier, whatever the facts', () => {
  const dates = fc.option(fc.integer({ min: 0, max: 1500 }).map(ago), { nil: null });
  const facts = fc.record({
    kind: fc.constantFrom('individual' as const, 'corporate' as const),
    firstProductOn: dates,
    lastClosedOn: dates,
    lastTransactionOn: dates,
    openAccounts: fc.integer({ min: 0, max: 3 }),
    idleDays: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }),
    lowAum: fc.boolean(),
    csat: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    avg3: fc.record({ sumMinor: fc.bigInt(0n, 10n ** 12n), days: fc.integer({ min: 0, max: 92 }) }),
  });
  fc.assert(
    fc.property(facts, (changes) => {
      const now = assessClient(factsOf(changes), policy, on, null);
      expect(LIFECYCLE_STAGES).toContain(now.lifecycle);
      expect(TIERS).toContain(now.computedTier);
      expect(now.lifecycle === 'prospect').toBe(changes.firstProductOn === null);
    }),
  );
});
