/** What a churn scorecard is made from: balances of the day, three month-ends of deposits, and a month of behaviour. */

/** Looked at and not recorded; it has points of its own on a card. */
export const UNKNOWN = 'unknown';
/** The feed that it needs was not delivered: the line is left out and the coverage says so. */
export const NOT_ASSESSED = 'not_assessed';

/** Money in minor units, shares in hundredths of a percent, counts and days as they are. */
export type FeatureValue = bigint | typeof UNKNOWN | typeof NOT_ASSESSED;

/** Product balances on D, in minor units. */
export type HoldingsOnDay = {
  /** Time and structured deposits and certificates of deposit. */
  termMinor: bigint;
  demandMinor: bigint;
  investmentsMinor: bigint;
  loansMinor: bigint;
  /** Asset products with a balance, loans left out. */
  products: bigint;
};

/** The month that ends on D, and the quarter for `transactions`. */
export type Behaviour = {
  logins: bigint;
  transfersIn: bigint;
  transfersInMinor: bigint;
  transfersOut: bigint;
  transfersOutMinor: bigint;
  transactions: bigint;
  /** Days since the last transaction; null = not recorded. */
  idleDays: bigint | null;
};

/** Deposits at one month-end; a client without a deposit then has 0. */
export type MonthEnd = { depositsMinor: bigint; depositProducts: bigint };

/** One client on a quarter's last day D; null = that feed was not delivered. */
export type ScorecardFacts = {
  holdings: HoldingsOnDay | null;
  behaviour: Behaviour | null;
  /** Newest first: D, one month before, two months before. */
  monthEnds: readonly [MonthEnd | null, MonthEnd | null, MonthEnd | null];
};
