import type { ScorecardFacts } from '../../../src/tiering/scorecard/facts.ts';

/** 50,000 in assets, deposits of 30,000 now after 60,000 and 40,000, five transactions, ten days ago the last. */
export const factsOf = (changes: Partial<ScorecardFacts> = {}): ScorecardFacts => ({
  holdings: {
    termMinor: 2_000_000n,
    demandMinor: 1_000_000n,
    investmentsMinor: 2_000_000n,
    loansMinor: 0n,
    products: 3n,
  },
  behaviour: {
    logins: 4n,
    transfersIn: 1n,
    transfersInMinor: 1_000_000n,
    transfersOut: 2n,
    transfersOutMinor: 4_000_000n,
    transactions: 5n,
    idleDays: 10n,
  },
  monthEnds: [
    { depositsMinor: 3_000_000n, depositProducts: 2n },
    { depositsMinor: 6_000_000n, depositProducts: 4n },
    { depositsMinor: 4_000_000n, depositProducts: 3n },
  ],
  ...changes,
});
