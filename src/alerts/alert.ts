/** What an alert is: one fact about one client that a manager should act on. */
import type { BusinessDate } from '../domain/business-date.ts';
import type { ChurnBand, ClientKind, Tier } from '../domain/client.ts';
import type { Reason } from '../tiering/reason.ts';

export const SEVERITIES = ['info', 'yellow', 'red'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** 1 today, 2 this week, 3 two weeks, 4 next cycle. */
export type Priority = 1 | 2 | 3 | 4;

/** The numbers of an alert as they are stored and shown; money is minor units as decimal text. */
export type AlertFact =
  | { kind: 'tier_change'; from: Tier; to: Tier; direction: 'up' | 'down' }
  /** `rise`: points gained in a week; null = not known a week ago. `reasons`: most points first, at most 4. */
  | { kind: 'churn_risk'; score: number; band: ChurnBand; rise: number | null; reasons: Reason[] }
  | { kind: 'complaint'; severe: boolean; since: string }
  /** Days since the last salary. */
  | { kind: 'salary_stop'; days: number }
  | { kind: 'account_closed'; closedOn: string; fall: BalanceFall }
  | { kind: 'balance_fall'; fall: BalanceFall };

/** Average AUM of 30 days against that of the 90 before; `pct` is rounded down. */
export type BalanceFall = { fromMinor: string; toMinor: string; pct: number };

/** A fact that holds tonight. `points` is what can worsen; null = nothing but the severity can. */
export type Condition = { fact: AlertFact; severity: Severity; points: number | null };

/** What the night knows of one client, as far as alerts need it. */
export type ClientSignal = {
  clientId: string;
  kind: ClientKind;
  branchId: string | null;
  /** The relationship ended on or before the business date. */
  closed: boolean;
  /** That night had not seen this client. */
  firstSeen: boolean;
  inForceTier: Tier;
  /** In force on the night that was alerted last; null = the client was not seen then. */
  tierBefore: Tier | null;
  valueAtRiskMinor: bigint;
  churnScore: number;
  churnBand: ChurnBand;
  /** null = not assessed a week ago. */
  scoreWeekAgo: number | null;
  reasons: Reason[];
  /** The complaint that has been open longest, and whether any open one is severe; null = none is open. */
  complaint: { since: string; severe: boolean } | null;
  /** When an asset account was last closed, if lately; null = none was. */
  accountClosedOn: string | null;
};

/** An alert that is not resolved, as the table holds it. */
export type OpenAlert = {
  clientId: string;
  alertId: string;
  openedOn: Temporal.PlainDate;
  lastReportedOn: Temporal.PlainDate;
  clearSince: Temporal.PlainDate | null;
  heldSince: Temporal.PlainDate | null;
  points: number | null;
  details: AlertDetails;
  priority: Priority;
};

export type AlertDetails = { severity: Severity; fact: AlertFact };

/** Which night alerts are detected of, and what it is compared with. */
export type Night = {
  on: BusinessDate;
  /** The night that was alerted last. */
  before: BusinessDate;
  /** The night with which scores are compared; null = none ran about a week ago. */
  weekAgo: BusinessDate | null;
  currency: string;
  /** Clients of the bank. */
  base: number;
};
