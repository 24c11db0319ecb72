/** What an archetype can say about its clients; everything it leaves out is ordinary. */
import type { ClientKind, Tier } from '../../domain/client.ts';

/** A day: so many before D, or the first day of the month so many before that of the last decision date. */
export type Moment = { daysAgo: number } | { decisionMonthsAgo: number };

/** From that day on AUM is `percent` of the level, or exactly `minor`. */
export type Step = { from: Moment; ownName?: boolean } & ({ percent: number } | { minor: bigint });

/** Default: anywhere well inside the tier's band. `floor`: the tier's floor. `belowFloor`: short of it by so many yuan. */
export type Level =
  | 'floor'
  | { exactMinor: bigint }
  | { belowFloorYuan: readonly [number, number] };

/**
 * How money moves. salary: paid monthly, spent until the next one. business: receipts paid out within days.
 * matched: what comes in goes out the same day, so that day-end AUM is exactly the level. none: no transaction.
 */
export type Rhythm = 'salary' | 'business' | 'matched' | 'none';

/** kept: inside the cadence. late: 1.7 of it ago. overdue: 2.5. missed: only calls that nobody took. never: none. */
export type ContactHabit =
  | 'kept'
  | 'late'
  | 'overdue'
  | 'missed'
  | 'never'
  | 'today'
  | 'hostile_note';

/** matures: share of the level in one product and what the client said of it. ended: products that left in the last weeks. */
export type ProductEvents = {
  matures?: { inDays: number; percent: number; renewal: '' | 'true' | 'false' };
  endedDaysAgo?: readonly number[];
  boughtDaysAgo?: number;
  mortgage?: boolean;
  onlyDemand?: boolean;
  lines?: number;
  foreign?: 'USD' | 'HKD';
};

/** Peculiarities of the client's own record. */
export type RecordEvents = {
  redList?: 'empty' | 'unusable';
  watch?: boolean;
  optOut?: boolean;
  kyc?: 'complete' | 'missing' | 'overdue' | 'due_soon';
  riskRaised?: boolean;
  riskUnknown?: boolean;
  targetCreditMinor?: bigint;
};

export type Archetype = {
  id: string;
  /** Which clients these are and what they are there to show. */
  why: string;
  kind: ClientKind;
  /** Taken in turn by the clients of this archetype in a book. */
  tiers: readonly Tier[];
  /** How many of a book of 600, at least one; null = `share` of what the special ones leave. */
  perBook: number | null;
  share?: number;
  level?: Level;
  startPercent?: number;
  steps?: readonly Step[];
  drift?: boolean;
  rhythm: Rhythm;
  /** Transactions a month for matched and business, default 3. */
  perMonth?: number;
  /** The last client transaction is so many days before D; a range draws from it. */
  idleDays?: number | readonly [number, number];
  /** After a silence: transactions again in the last so many days. */
  wokeDaysAgo?: number;
  /** In the last 90 days the rhythm keeps only so many percent of its transaction days. */
  thinnedToPercent?: number;
  lastSalaryDaysAgo?: number;
  /** Days since the first product; default 2 to 12 years; null = no product ever. */
  firstProductDaysAgo?: readonly [number, number] | null;
  closedDaysAgo?: number;
  reopenedDaysAgo?: number;
  clientClosed?: boolean;
  contact?: ContactHabit;
  logins?: 'steady' | 'halved' | 'stopped';
  complaint?: { severity: 'normal' | 'severe'; openedDaysAgo: number; closedDaysAgo?: number };
  csat?: number;
  products?: ProductEvents;
  record?: RecordEvents;
  /** Draws lending, complaints, surveys and the rest by chance as well. */
  ordinary?: boolean;
};
