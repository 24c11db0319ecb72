/** What a decision is made from and what it is; money in minor units of the reporting currency. */
import type {
  ActivityState,
  ChurnBand,
  ClientKind,
  GridCell,
  LifecycleStage,
  NeedTier,
  ProductLine,
  Tier,
} from '../domain/client.ts';
import type { AgedFeed } from './policy-document.ts';
import type { Reason } from './reason.ts';
import type { ScorecardFacts } from './scorecard/facts.ts';

/** A sum of day-end AUM and the days it runs over; the average is sum / days, kept exact. */
export type DaySum = { sumMinor: bigint; days: number };

/** One client on a business date D, as SQL found it; nothing after D is in it. */
export type ClientFacts = {
  clientId: string;
  kind: ClientKind;
  watch: boolean;
  /** First day of the client's first account of any line; null = never had one. */
  firstProductOn: Temporal.PlainDate | null;
  /** Accounts open on D, and the lines among them. */
  openAccounts: number;
  productLines: readonly ProductLine[];
  /** Last day on which an account was closed; null = none was. */
  lastClosedOn: Temporal.PlainDate | null;

  aumMinor: bigint;
  depositsMinor: bigint;
  investmentsMinor: bigint;
  loansMinor: bigint;
  /** Over the avg3 window; 0 days = no account. */
  avg3: DaySum;
  deposits3: DaySum;
  /** null = unknown. */
  targetCreditMinor: bigint | null;
  contribution12mMinor: bigint | null;

  /** AUM was 0 on each day of the policy's zero window. */
  zeroAum: boolean;
  /** AUM was below the policy's "lost" amount on each day of its window. */
  lowAum: boolean;

  /** null = never, or not recorded (then idleDays is null too). */
  lastTransactionOn: Temporal.PlainDate | null;
  /** null = the feed does not record it. */
  idleDays: number | null;
  /** Days ago of the client's own transactions, nearest first, within the policy's history. */
  transactionDaysAgo: readonly number[];
  salaryDaysAgo: readonly number[];
  /** null = no contact feed. */
  lastContactOn: Temporal.PlainDate | null;
  contactGapDays: number | null;

  /** R01, R12: recent AUM and that of the period before; days count from the first known balance. */
  recent: DaySum;
  before: DaySum;
  /** R10: AUM just before the window and what went to own accounts elsewhere in it; null = a rate is missing. */
  aumBeforeMinor: bigint | null;
  sentElsewhereMinor: bigint | null;
  /** R11: AUM on D that matures in the window without an instruction. */
  maturingMinor: bigint;
  /** R03 and R12, within their windows. */
  endedProducts: number;
  newProducts: number;
  /** R06: log-in days of the last full month and of the months before it together; null = unknown. */
  loginDays: number | null;
  loginDaysBefore: number | null;
  /** R07: the gravest complaint open on D. */
  openComplaint: 'normal' | 'severe' | null;
  /** R08 and loyalty: the last survey. */
  csat: number | null;
  csatDaysAgo: number | null;

  /** What a scorecard reads; null = the policy has none. */
  scorecard: ScorecardFacts | null;

  /** The override that is live on D. */
  override: { tier: Tier; validTo: Temporal.PlainDate } | null;
  /** Feeds that are delivered and not stale on D; the same set for every client of a night. */
  freshFeeds: ReadonlySet<AgedFeed>;
};

/** What the last assessment before D leaves to the next one. */
export type PreviousAssessment = {
  inForceTier: Tier;
  decidedTier: Tier;
  /** Since when the decided tier stands. */
  decidedOn: Temporal.PlainDate;
  promotedOn: Temporal.PlainDate | null;
  monthsBelow: number;
  /** Computed tiers at the latest decision dates, newest first, as many as a demotion needs. */
  recentComputed: readonly Tier[];
  lifecycle: LifecycleStage;
  /** When the client was last lost, and came back; null = not in what Bellwether has seen. */
  lostOn: Temporal.PlainDate | null;
  wonBackOn: Temporal.PlainDate | null;
};

/** What policy says of a client on D, with the numbers that made it. */
export type Assessment = PreviousAssessment & {
  clientId: string;
  policyVersion: string;
  /** null = the client's first assessment. */
  previousInForceTier: Tier | null;
  computedTier: Tier;
  watch: boolean;
  activity: ActivityState;
  churnScore: number;
  churnBand: ChurnBand;
  /** Share of the card's lines that could be assessed, rounded down. */
  churnCoveragePct: number;
  valueAtRiskMinor: bigint;
  /** What the average still lacks for the tier above the one in force; null = no tier above. */
  nextTierGapMinor: bigint | null;
  /** 0–100; null = a dimension of it is unknown. */
  valueScore: number | null;
  /** Days with a transaction of the client's own in the policy's window; null = no fresh feed. */
  transactionDays: number | null;
  /** Value band by activity state; null = outside the 16-grid. */
  gridCell: GridCell | null;
  needTier: NeedTier;
  /** Lines expected at the tier in force that the client does not hold. */
  productGap: readonly ProductLine[];
  /** Last day on which contact is in time; null = no duty, or no contact feed. */
  contactDueOn: Temporal.PlainDate | null;
  /** P(alive) in hundredths of a percent; null = not assessable. */
  pAliveBps: number | null;
  reasons: Reason[];
};
