/** Clients that sit exactly on an edge of a rule, and one fen or one day beside it. */
import type { Tier } from '../../domain/client.ts';
import type { Archetype } from './archetype.ts';

const exactAverage = (id: string, tier: Tier, minor: bigint, why: string): Archetype => ({
  id,
  why,
  kind: 'individual',
  tiers: [tier],
  perBook: 1,
  level: { exactMinor: minor },
  rhythm: 'matched',
});

const exactDeposits = (id: string, tier: Tier, minor: bigint, why: string): Archetype => ({
  ...exactAverage(id, tier, minor, why),
  kind: 'corporate',
});

const exactIdle = (days: number, tier: Tier, why: string): Archetype => ({
  id: `idle_${days}`,
  why,
  kind: 'individual',
  tiers: [tier],
  perBook: 1,
  rhythm: 'matched',
  perMonth: 2,
  idleDays: days,
});

export const THRESHOLDS: readonly Archetype[] = [
  exactIdle(90, 'quality', 'last day of active'),
  exactIdle(91, 'quality', 'first day of quiet'),
  exactIdle(180, 'key', 'last day of quiet'),
  exactIdle(181, 'key', 'first day of dormant'),
  exactIdle(365, 'key', 'last day of dormant'),
  exactIdle(366, 'key', 'first day of long inactive'),
  exactAverage('average_300000_00', 'key', 300_000_00n, 'exactly on the floor of key'),
  exactAverage('average_299999_99', 'quality', 299_999_99n, 'one fen below key'),
  exactAverage('average_1000000_00', 'premier', 1_000_000_00n, 'exactly on the floor of premier'),
  exactAverage('average_999999_99', 'key', 999_999_99n, 'one fen below premier'),
  exactAverage('average_50000_00', 'quality', 50_000_00n, 'exactly on the floor of quality'),
  exactAverage('average_10000_00', 'potential', 10_000_00n, 'exactly on the floor of potential'),
  exactAverage('average_9999_99', 'mass', 9_999_99n, 'one fen below potential'),
  exactDeposits('deposits_200m', 'class_1', 200_000_000_00n, 'exactly on the floor of class 1'),
  exactDeposits('deposits_50m', 'class_2', 50_000_000_00n, 'exactly on the floor of class 2'),
  {
    ...exactDeposits('credit_200m', 'class_1', 8_000_000_00n, 'class 1 by target credit alone'),
    record: { targetCreditMinor: 200_000_000_00n },
  },
  {
    ...exactDeposits(
      'credit_199m',
      'class_3',
      8_000_000_00n,
      'one fen of target credit too little',
    ),
    record: { targetCreditMinor: 199_999_999_99n },
  },
  {
    id: 'class_1_deposits',
    why: 'class 1 by deposits, visited and steady',
    kind: 'corporate',
    tiers: ['class_1'],
    perBook: 1,
    rhythm: 'business',
  },
];
