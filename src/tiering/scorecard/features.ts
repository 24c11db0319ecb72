/** Decides what is measured of a client for a churn scorecard: levels, shares, counts and days, in integers. */
import {
  type Behaviour,
  type FeatureValue,
  type HoldingsOnDay,
  type MonthEnd,
  NOT_ASSESSED,
  type ScorecardFacts,
  UNKNOWN,
} from './facts.ts';

export type FeatureUnit = 'money' | 'share' | 'count' | 'days';
export type Feature = { unit: FeatureUnit; of: (facts: ScorecardFacts) => FeatureValue };

const ONE = 10_000n;

/** Hundredths of a percent, rounded down; nothing of nothing is 0. */
const share = (part: bigint, whole: bigint): bigint => (whole <= 0n ? 0n : (part * ONE) / whole);
const atLeastZero = (value: bigint): bigint => (value > 0n ? value : 0n);
const ascending = (values: readonly bigint[]): bigint[] =>
  values.toSorted((a, b) => (a < b ? -1 : 1));
const smallest = (values: readonly bigint[]): bigint => ascending(values)[0] ?? 0n;
const largest = (values: readonly bigint[]): bigint => ascending(values).at(-1) ?? 0n;

const aumOf = (h: HoldingsOnDay): bigint => h.termMinor + h.demandMinor + h.investmentsMinor;

const ofHoldings =
  (measure: (holdings: HoldingsOnDay) => bigint) =>
  ({ holdings }: ScorecardFacts): FeatureValue =>
    holdings ? measure(holdings) : NOT_ASSESSED;

const ofBehaviour =
  (measure: (behaviour: Behaviour) => FeatureValue | null) =>
  ({ behaviour }: ScorecardFacts): FeatureValue =>
    (behaviour && measure(behaviour)) ?? NOT_ASSESSED;

type Flows = { inMinor: bigint; outMinor: bigint };

/** Money in and out of the month, both known. */
const ofFlows =
  (measure: (flows: Flows) => bigint) =>
  ({ behaviour }: ScorecardFacts): FeatureValue => {
    const inMinor = behaviour?.transfersInMinor ?? null;
    const outMinor = behaviour?.transfersOutMinor ?? null;
    if (inMinor === null || outMinor === null) return NOT_ASSESSED;
    return measure({ inMinor, outMinor });
  };

/** An amount of the month in relation to the assets on D. */
const toAum = (amount: (facts: ScorecardFacts) => FeatureValue) => (facts: ScorecardFacts) => {
  const minor = amount(facts);
  if (typeof minor !== 'bigint' || !facts.holdings) return NOT_ASSESSED;
  return share(minor, aumOf(facts.holdings) + 100n);
};

type Path = { now: bigint; before: bigint; first: bigint; low: bigint; peak: bigint };

const pathOf = (ends: readonly (MonthEnd | null)[]): Path | null => {
  const levels = ends.flatMap((end) => (end ? [end.depositsMinor] : []));
  const [now, before, first] = levels;
  if (now === undefined || before === undefined || first === undefined) return null;
  return { now, before, first, low: smallest(levels), peak: largest(levels) };
};

const ofPath =
  (measure: (path: Path, holdings: HoldingsOnDay) => bigint) =>
  ({ monthEnds, holdings }: ScorecardFacts): FeatureValue => {
    const path = pathOf(monthEnds);
    return path && holdings ? measure(path, holdings) : NOT_ASSESSED;
  };

const fall = (from: bigint, to: bigint): bigint => share(atLeastZero(from - to), from);
const rise = (from: bigint, to: bigint): bigint => share(atLeastZero(to - from), to);

const productsLost = ({ monthEnds }: ScorecardFacts): FeatureValue => {
  const [now, ...earlier] = monthEnds.map((end) => end?.depositProducts ?? null);
  const known = earlier.flatMap((count) => (count === null ? [] : [count]));
  if (now === undefined || now === null || known.length < 2) return NOT_ASSESSED;
  return atLeastZero(largest(known) - now);
};

const depositProducts = ({ monthEnds: [now] }: ScorecardFacts): FeatureValue =>
  now?.depositProducts ?? NOT_ASSESSED;

const moneyIn = ofBehaviour((b) => b.transfersInMinor);
const moneyOut = ofBehaviour((b) => b.transfersOutMinor);
const turnover = ofFlows((flows) => flows.inMinor + flows.outMinor);

/** Every measure that a card may name. Deposits are those at month-ends; "peak" and "low" are of three. */
export const FEATURES = {
  aum: { unit: 'money', of: ofHoldings(aumOf) },
  term_deposits: { unit: 'money', of: ofHoldings((h) => h.termMinor) },
  demand_deposits: { unit: 'money', of: ofHoldings((h) => h.demandMinor) },
  investments: { unit: 'money', of: ofHoldings((h) => h.investmentsMinor) },
  loans: { unit: 'money', of: ofHoldings((h) => h.loansMinor) },
  term_share: { unit: 'share', of: ofHoldings((h) => share(h.termMinor, aumOf(h))) },
  demand_share: { unit: 'share', of: ofHoldings((h) => share(h.demandMinor, aumOf(h))) },
  investment_share: { unit: 'share', of: ofHoldings((h) => share(h.investmentsMinor, aumOf(h))) },
  loans_to_aum: { unit: 'share', of: ofHoldings((h) => share(h.loansMinor, aumOf(h))) },
  products: { unit: 'count', of: ofHoldings((h) => h.products) },

  deposit_low: { unit: 'money', of: ofPath((p) => p.low) },
  deposit_peak: { unit: 'money', of: ofPath((p) => p.peak) },
  deposit_fall: { unit: 'money', of: ofPath((p) => p.peak - p.now) },
  deposit_rise: { unit: 'money', of: ofPath((p) => p.now - p.low) },
  fall_from_peak: { unit: 'share', of: ofPath((p) => fall(p.peak, p.now)) },
  rise_from_low: { unit: 'share', of: ofPath((p) => rise(p.low, p.now)) },
  swing: { unit: 'share', of: ofPath((p) => share(p.peak - p.low, p.peak)) },
  fall_last_month: { unit: 'share', of: ofPath((p) => fall(p.before, p.now)) },
  rise_last_month: { unit: 'share', of: ofPath((p) => rise(p.before, p.now)) },
  fall_month_before: { unit: 'share', of: ofPath((p) => fall(p.first, p.before)) },
  rise_month_before: { unit: 'share', of: ofPath((p) => rise(p.first, p.before)) },
  fall_two_months: { unit: 'share', of: ofPath((p) => fall(p.first, p.now)) },
  rise_two_months: { unit: 'share', of: ofPath((p) => rise(p.first, p.now)) },
  peak_to_aum: { unit: 'share', of: ofPath((p, h) => share(p.peak, aumOf(h) + 100n)) },
  aum_below_peak: { unit: 'share', of: ofPath((p, h) => fall(p.peak, aumOf(h))) },
  demand_to_peak: { unit: 'share', of: ofPath((p, h) => share(h.demandMinor, p.peak)) },
  deposit_products: { unit: 'count', of: depositProducts },
  deposit_products_lost: { unit: 'count', of: productsLost },

  logins: { unit: 'count', of: ofBehaviour((b) => b.logins) },
  transactions: { unit: 'count', of: ofBehaviour((b) => b.transactions) },
  transfers_in: { unit: 'count', of: ofBehaviour((b) => b.transfersIn) },
  transfers_out: { unit: 'count', of: ofBehaviour((b) => b.transfersOut) },
  money_in: { unit: 'money', of: moneyIn },
  money_out: { unit: 'money', of: moneyOut },
  turnover: { unit: 'money', of: turnover },
  net_in: { unit: 'money', of: ofFlows((flows) => flows.inMinor - flows.outMinor) },
  idle_days: { unit: 'days', of: ofBehaviour((b) => b.idleDays ?? UNKNOWN) },
  in_to_aum: { unit: 'share', of: toAum(moneyIn) },
  out_to_aum: { unit: 'share', of: toAum(moneyOut) },
  turnover_to_aum: { unit: 'share', of: toAum(turnover) },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as [FeatureName, ...FeatureName[]];

/** What a measure is about, for people who ask for clients by it. */
export type FeatureTopic =
  | 'assets'
  | 'deposits'
  | 'transactions'
  | 'silence'
  | 'products'
  | 'loans';

const TOPICS: Partial<Record<FeatureName, FeatureTopic>> = {
  aum: 'assets',
  investments: 'assets',
  investment_share: 'assets',
  loans: 'loans',
  loans_to_aum: 'loans',
  products: 'products',
  deposit_products: 'products',
  deposit_products_lost: 'products',
  logins: 'silence',
  idle_days: 'silence',
  transactions: 'transactions',
  transfers_in: 'transactions',
  transfers_out: 'transactions',
  money_in: 'transactions',
  money_out: 'transactions',
  turnover: 'transactions',
  net_in: 'transactions',
  in_to_aum: 'transactions',
  out_to_aum: 'transactions',
  turnover_to_aum: 'transactions',
};

/** The many that are not named there are about deposits. */
export const topicOf = (name: FeatureName): FeatureTopic => TOPICS[name] ?? 'deposits';

/** Only a date may not have been recorded; every other measure of a delivered feed is known. */
export const mayBeUnknown = (name: FeatureName): boolean => FEATURES[name].unit === 'days';

/** The measures of one client, by name: all of them, or those that are asked for. */
export const featuresOf = (
  facts: ScorecardFacts,
  names: readonly FeatureName[] = FEATURE_NAMES,
): Record<FeatureName, FeatureValue> =>
  Object.fromEntries(names.map((name) => [name, FEATURES[name].of(facts)])) as Record<
    FeatureName,
    FeatureValue
  >;
