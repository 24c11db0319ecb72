import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/tiering/scorecard/features.ts';
import { factsOf } from './facts-of.ts';

const NO_HOLDINGS = {
  termMinor: 0n,
  demandMinor: 0n,
  investmentsMinor: 0n,
  loansMinor: 0n,
  products: 0n,
};

describe('the measures of a client', () => {
  test.each([
    ['aum', 5_000_000n],
    ['term_share', 4_000n],
    ['deposit_low', 3_000_000n],
    ['deposit_peak', 6_000_000n],
    ['deposit_fall', 3_000_000n],
    ['deposit_rise', 0n],
    ['fall_from_peak', 5_000n],
    ['swing', 5_000n],
    ['fall_last_month', 5_000n],
    ['rise_last_month', 0n],
    ['rise_month_before', 3_333n],
    ['fall_two_months', 2_500n],
    ['aum_below_peak', 1_666n],
    ['deposit_products_lost', 2n],
    ['net_in', -3_000_000n],
    ['turnover', 5_000_000n],
    ['idle_days', 10n],
  ] as const)('%s is %d', (name, expected) => {
    expect(featuresOf(factsOf())[name]).toBe(expected);
  });

  test('are 0 where a client has nothing, never a division by it', () => {
    const nothing = { depositsMinor: 0n, depositProducts: 0n };
    const facts = factsOf({ holdings: NO_HOLDINGS, monthEnds: [nothing, nothing, nothing] });
    const values = featuresOf(facts);
    for (const name of ['aum', 'term_share', 'swing', 'fall_from_peak', 'aum_below_peak'] as const)
      expect(values[name]).toBe(0n);
  });

  test('tell a last transaction that was not recorded from a feed that never came', () => {
    const behaviour = factsOf().behaviour;
    if (!behaviour) throw new Error('facts without behaviour');
    const unrecorded = factsOf({ behaviour: { ...behaviour, idleDays: null } });
    expect(featuresOf(unrecorded).idle_days).toBe('unknown');
    expect(featuresOf(factsOf({ behaviour: null })).idle_days).toBe('not_assessed');
  });

  test('need all three month-ends for a path, and the newest for the count of products', () => {
    const [now, before] = factsOf().monthEnds;
    const values = featuresOf(factsOf({ monthEnds: [now, before, null] }));
    expect(values.swing).toBe('not_assessed');
    expect(values.deposit_products_lost).toBe('not_assessed');
    expect(values.deposit_products).toBe(2n);
  });
});
