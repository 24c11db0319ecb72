import { expect, test } from 'vitest';
import { guardedKinds } from '../../src/alerts/feed-guard.ts';
import type { AlertKind } from '../../src/domain/alert-kind.ts';

const steady = (kind: AlertKind, opened: number, days = 20, daysSinceLast = 1) => ({
  days,
  daysSinceLast,
  opened: new Map([[kind, opened]]),
});

test.each<[string, AlertKind, number, number, Parameters<typeof guardedKinds>[2], boolean]>([
  ['without a history', 'churn_risk', 900, 1_000, null, false],
  ['at 5 % of the base', 'churn_risk', 50, 1_000, steady('churn_risk', 2_000), false],
  ['above 5 % of the base', 'churn_risk', 51, 1_000, steady('churn_risk', 2_000), true],
  ['above 5 % of a tiny base, but few', 'churn_risk', 19, 100, steady('churn_risk', 2_000), false],
  ['at three times the mean', 'complaint', 60, 100_000, steady('complaint', 400), false],
  ['above three times the mean', 'complaint', 61, 100_000, steady('complaint', 400), true],
  ['above the mean of too few days', 'complaint', 61, 100_000, steady('complaint', 4, 4), false],
  [
    'after five days without a night',
    'complaint',
    61,
    100_000,
    steady('complaint', 400, 20, 5),
    false,
  ],
  ['on a decision date', 'tier_change', 3_000, 100_000, steady('tier_change', 0), false],
  [
    'on a decision date that moves too many',
    'tier_change',
    5_001,
    100_000,
    steady('tier_change', 0),
    true,
  ],
])('%s: %s with %d of %d', (_name, kind, trips, base, history, guarded) => {
  expect(guardedKinds(new Map([[kind, trips]]), base, history).has(kind)).toBe(guarded);
});
