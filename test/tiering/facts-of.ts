/** A client whom nothing is wrong with, and the shipped policy: each test changes only what it is about. */
import { readFileSync } from 'node:fs';
import type { ClientFacts, PreviousAssessment } from '../../src/tiering/facts.ts';
import { type Policy, parsePolicyText, policyOf } from '../../src/tiering/policy.ts';
import type { AgedFeed } from '../../src/tiering/policy-document.ts';

export const policyText = readFileSync(
  new URL('../../src/tiering/policy/standard-cny.yaml', import.meta.url),
  'utf8',
);

export const standardPolicy = (): Policy => {
  const document = parsePolicyText(policyText);
  if (!document.ok) throw new Error(document.problem.en);
  return policyOf(document.value);
};

export const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const EVERY_FEED: AgedFeed[] = [
  'balances',
  'transactions',
  'salary',
  'contacts',
  'complaints',
  'surveys',
  'logins',
];

export const factsOf = (changes: Partial<ClientFacts> = {}): ClientFacts => ({
  clientId: 'C1',
  kind: 'individual',
  watch: false,
  firstProductOn: date('2020-01-01'),
  openAccounts: 1,
  productLines: ['demand_deposit'],
  lastClosedOn: null,
  aumMinor: 0n,
  depositsMinor: 0n,
  investmentsMinor: 0n,
  loansMinor: 0n,
  avg3: { sumMinor: 0n, days: 90 },
  deposits3: { sumMinor: 0n, days: 90 },
  targetCreditMinor: null,
  contribution12mMinor: null,
  zeroAum: false,
  lowAum: false,
  lastTransactionOn: null,
  idleDays: 10,
  transactionDaysAgo: [],
  salaryDaysAgo: [],
  lastContactOn: null,
  contactGapDays: 1,
  recent: { sumMinor: 0n, days: 30 },
  before: { sumMinor: 0n, days: 90 },
  aumBeforeMinor: 0n,
  sentElsewhereMinor: 0n,
  maturingMinor: 0n,
  endedProducts: 0,
  newProducts: 0,
  loginDays: 0,
  loginDaysBefore: 0,
  openComplaint: null,
  csat: null,
  csatDaysAgo: null,
  scorecard: null,
  override: null,
  freshFeeds: new Set(EVERY_FEED),
  ...changes,
});

/** An average of `yuan` over `days`, plus `extraMinor` in the sum. */
export const average = (yuan: number, extraMinor = 0n, days = 90) => ({
  sumMinor: BigInt(yuan) * 100n * BigInt(days) + extraMinor,
  days,
});

export const withoutFeed = (...missing: AgedFeed[]): ReadonlySet<AgedFeed> =>
  new Set(EVERY_FEED.filter((feed) => !missing.includes(feed)));

export const previousOf = (changes: Partial<PreviousAssessment> = {}): PreviousAssessment => ({
  inForceTier: 'mass',
  decidedTier: 'mass',
  decidedOn: date('2026-01-31'),
  promotedOn: null,
  monthsBelow: 0,
  recentComputed: [],
  lifecycle: 'active',
  lostOn: null,
  wonBackOn: null,
  ...changes,
});
