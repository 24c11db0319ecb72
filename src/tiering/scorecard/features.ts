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
  (measure: (behaviour: Behaviour) => FeatureValue) =>
  ({ behaviour }: ScorecardFacts): FeatureValue =>
    behaviour ? measure(behaviour) : NOT_ASSESSED;

const ofFlow =
  (measure: (behaviour: Behaviour, aumMinor: bigint) => bigint) =>
  ({ behaviour, holdings }: ScorecardFacts): FeatureValue =>
    behaviour && holdings ? measure(behaviour, aumOf(holdings)) : NOT_ASSESSED;

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
  now ? now.depositProducts : NOT_ASSESSED;

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
  money_in: { unit: 'money', of: ofBehaviour((b) => b.transfersInMinor) },
  money_out: { unit: 'money', of: ofBehaviour((b) => b.transfersOutMinor) },
  turnover: { unit: 'money', of: ofBehaviour((b) => b.transfersInMinor + b.transfersOutMinor) },
  net_in: { unit: 'money', of: ofBehaviour((b) => b.transfersInMinor - b.transfersOutMinor) },
  idle_days: { unit: 'days', of: ofBehaviour((b) => b.idleDays ?? UNKNOWN) },
  in_to_aum: { unit: 'share', of: ofFlow((b, aum) => share(b.transfersInMinor, aum + 100n)) },
  out_to_aum: { unit: 'share', of: ofFlow((b, aum) => share(b.transfersOutMinor, aum + 100n)) },
  turnover_to_aum: {
    unit: 'share',
    of: ofFlow((b, aum) => share(b.transfersInMinor + b.transfersOutMinor, aum + 100n)),
  },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as [FeatureName, ...FeatureName[]];

/** Only a date may not have been recorded; every other measure of a delivered feed is known. */
export const mayBeUnknown = (name: FeatureName): boolean => FEATURES[name].unit === 'days';

/** Every measure of one client, by name. */
export const featuresOf = (facts: ScorecardFacts): Record<FeatureName, FeatureValue> =>
  Object.fromEntries(FEATURE_NAMES.map((name) => [name, FEATURES[name].of(facts)])) as Record<
    FeatureName,
    FeatureValue
  >;
