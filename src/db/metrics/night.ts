/** What the metrics of one night are measured by: the date, the policy's windows, currencies and feeds. */
import type { Policy } from '../../tiering/policy.ts';
import type { ScorecardNight } from './scorecard-night.ts';

/** `scale` turns minor units of the currency into those of the reporting currency at a rate of 1. */
export type CurrencyScale = { currency: string; scale: string };

export type Night = {
  on: Temporal.PlainDate;
  /** First day of the avg3 window. */
  avg3From: Temporal.PlainDate;
  /** The newest night before; null = this is the first. */
  previousOn: Temporal.PlainDate | null;
  reportingCurrency: string;
  policy: Policy;
  currencies: readonly CurrencyScale[];
  /** Whether any account is in another currency; without, nothing is converted. */
  foreign: boolean;
  /** Which tables the bank has sent. */
  delivered: ReadonlySet<string>;
  /** The last full month of log-ins, and whether the feed knows it and the months before; null = unknown. */
  loginMonth: Temporal.PlainDate | null;
  /** null = the policy has no scorecard, and nothing is read for one. */
  scorecard: ScorecardNight | null;
};

/** Client ids from `first` to `last`, both included. */
export type ClientRange = { first: string; last: string };
