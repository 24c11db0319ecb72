import { describe, expect, test } from 'vitest';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { date, factsOf, standardPolicy, withoutFeed } from './facts-of.ts';

const policy = standardPolicy();
const of = (transactionDaysAgo: number[], changes = {}) =>
  assessClient(factsOf({ transactionDaysAgo, ...changes }), policy, date('2026-03-15'), null)
    .pAliveBps;

describe('P(alive) of a client', () => {
  test('is not assessable without a repeat, without any transaction, or without the feed', () => {
    expect(of([])).toBeNull();
    expect(of([200])).toBeNull();
    expect(of([3, 400])).toBeNull();
    expect(of([3, 10], { freshFeeds: withoutFeed('transactions') })).toBeNull();
  });

  test('equals the published formula by hand', () => {
    // Two repeats, the last 20 weeks after the first, 30 weeks ago: x = 2, t_x = 20, T = 30.
    const odds = (0.7929 / (2.4259 + 1)) * ((4.4136 + 30) / (4.4136 + 20)) ** 2.2426;
    expect(of([70, 140, 210])).toBe(Math.round(10_000 / (1 + odds)));
  });

  test('falls the longer a lively client is silent', () => {
    const lively = Array.from({ length: 20 }, (_, i) => i * 7);
    const silent = lively.map((ago) => ago + 90);
    expect(Number(of(silent))).toBeLessThan(Number(of(lively)));
  });
});
