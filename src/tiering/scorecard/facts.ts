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

/** The month that ends on D, and the quarter for `transactions`; null = that number was not delivered. */
export type Behaviour = {
  logins: bigint | null;
  transfersIn: bigint | null;
  transfersInMinor: bigint | null;
  transfersOut: bigint | null;
  transfersOutMinor: bigint | null;
  transactions: bigint | null;
  /** Days since the last transaction; null = not recorded. */
  idleDays: bigint | null;
};

/** Deposits at one month-end; a client without a deposit then has 0. Products null = not delivered. */
export type MonthEnd = { depositsMinor: bigint; depositProducts: bigint | null };

/** One client on D; null = that feed was not delivered. */
export type ScorecardFacts = {
  holdings: HoldingsOnDay | null;
  behaviour: Behaviour | null;
  /** Newest first: D, and the last days of the two months before that of D. */
  monthEnds: readonly [MonthEnd | null, MonthEnd | null, MonthEnd | null];
};
