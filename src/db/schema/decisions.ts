import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  ActivityState,
  ChurnBand,
  GridCell,
  LifecycleStage,
  NeedTier,
  Tier,
} from '../../domain/client.ts';
import type { Reason } from '../../tiering/reason.ts';
import { atInstant, id, minor, onDate } from './columns.ts';

export const policies = pgTable('policies', {
  policyVersion: text('policy_version').primaryKey(),
  currency: text('currency').notNull(),
  validFrom: onDate('valid_from').notNull(),
  document: jsonb('document').notNull(),
  hash: text('hash').notNull(),
  author: text('author').notNull(),
  approver: text('approver').notNull(),
  recordedAt: atInstant('recorded_at').notNull(),
});

/** What policy said of a client from `validFrom` on; appended only when the decision changed. */
export const assessments = pgTable(
  'assessments',
  {
    clientId: id('client_id').notNull(),
    validFrom: onDate('valid_from').notNull(),
    /** 0, then 1 … when the same date is assessed again on corrected facts; the highest counts. */
    revision: smallint('revision').notNull(),
    recordedAt: atInstant('recorded_at').notNull(),
    policyVersion: text('policy_version').notNull(),
    inputHash: text('input_hash').notNull(),
    computedTier: text('computed_tier').$type<Tier>().notNull(),
    inForceTier: text('in_force_tier').$type<Tier>().notNull(),
    /** The last decision of policy, without any override. */
    decidedTier: text('decided_tier').$type<Tier>().notNull(),
    decidedOn: onDate('decided_on').notNull(),
    /** Date of the last promotion by policy; null = never promoted. */
    promotedOn: onDate('promoted_on'),
    /** Consecutive decision dates below the floor, 0 = not running. */
    monthsBelow: smallint('months_below').notNull(),
    /** Computed tiers at the latest decision dates, newest first, as many as a demotion needs. */
    recentComputed: text('recent_computed').array().$type<Tier[]>().notNull(),
    /** When the client was last lost, and came back; null = never seen. */
    lostOn: onDate('lost_on'),
    wonBackOn: onDate('won_back_on'),
    /** null = the client's first assessment. */
    previousInForceTier: text('previous_in_force_tier').$type<Tier>(),
    activity: text('activity').$type<ActivityState>().notNull(),
    lifecycle: text('lifecycle').$type<LifecycleStage>().notNull(),
    churnScore: smallint('churn_score').notNull(),
    churnBand: text('churn_band').$type<ChurnBand>().notNull(),
    churnCoveragePct: smallint('churn_coverage_pct').notNull(),
    reasons: jsonb('reasons').$type<Reason[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.validFrom, t.revision] }),
    index('assessments_valid_from').on(t.validFrom),
  ],
);

/** Today's figures and decision of each client: the newest night's, one row a client, what questions read. */
export const clientState = pgTable('client_state', {
  clientId: id('client_id').primaryKey(),
  businessDate: onDate('business_date').notNull(),
  policyVersion: text('policy_version').notNull(),
  /** All in minor units of the reporting currency, on the business date unless said otherwise. */
  aumMinor: minor('aum_minor').notNull(),
  /** avg3 = sum of day-end AUM over the window / days; kept exact. 0 days = no account. */
  avg3SumMinor: minor('avg3_sum_minor').notNull(),
  avg3Days: smallint('avg3_days').notNull(),
  depositsMinor: minor('deposits_minor').notNull(),
  depositsSumMinor: minor('deposits_sum_minor').notNull(),
  investmentsMinor: minor('investments_minor').notNull(),
  loansMinor: minor('loans_minor').notNull(),
  productLines: text('product_lines').array().notNull(),
  /** null = never, or not recorded (then idleDays is null too). */
  lastTransactionOn: onDate('last_transaction_on'),
  /** null = the feed does not record it. */
  idleDays: integer('idle_days'),
  /** Last two-way contact; null = never. */
  lastContactOn: onDate('last_contact_on'),
  /** null = no contact feed. */
  contactGapDays: integer('contact_gap_days'),
  computedTier: text('computed_tier').$type<Tier>().notNull(),
  inForceTier: text('in_force_tier').$type<Tier>().notNull(),
  activity: text('activity').$type<ActivityState>().notNull(),
  lifecycle: text('lifecycle').$type<LifecycleStage>().notNull(),
  churnScore: smallint('churn_score').notNull(),
  churnBand: text('churn_band').$type<ChurnBand>().notNull(),
  churnCoveragePct: smallint('churn_coverage_pct').notNull(),
  valueAtRiskMinor: minor('value_at_risk_minor').notNull(),
  /** What avg3 still lacks for the tier above; null = no tier above. */
  nextTierGapMinor: minor('next_tier_gap_minor'),
  monthsBelow: smallint('months_below').notNull(),
  /** 0–100; null = its transactions or contribution are unknown. */
  valueScore: smallint('value_score'),
  /** Days with a transaction of the client's own in the policy's window; null = no fresh feed. */
  transactionDays: smallint('transaction_days'),
  /** Quintiles 1–5 within the branch, 5 best; null = unknown, or the branch is too small. */
  rfmRecency: smallint('rfm_recency'),
  rfmFrequency: smallint('rfm_frequency'),
  rfmMonetary: smallint('rfm_monetary'),
  /** Value band and activity state, e.g. `key_dormant`; null = outside the 16-grid. */
  gridCell: text('grid_cell').$type<GridCell>(),
  needTier: text('need_tier').$type<NeedTier>(),
  /** Product lines expected at the tier in force and not held. */
  productGap: text('product_gap').array(),
  /** Last day on which contact is in time; null = no duty, or no contact feed. */
  contactDueOn: onDate('contact_due_on'),
  /** Chance that the client is still active, in hundredths of a percent (BG/NBD); null = not assessable. */
  pAliveBps: smallint('p_alive_bps'),
  reasons: jsonb('reasons').$type<Reason[]>().notNull(),
});

/** A human decision with an end; ends early by `endedOn`, never by deletion. */
export const overrides = pgTable(
  'overrides',
  {
    clientId: id('client_id').notNull(),
    overrideId: id('override_id').notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    reasonCode: text('reason_code').notNull(),
    reasonText: text('reason_text').notNull(),
    validFrom: onDate('valid_from').notNull(),
    /** First day on which it no longer counts. */
    validTo: onDate('valid_to').notNull(),
    requestId: id('request_id').notNull(),
    recordedAt: atInstant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.overrideId] })],
);

/** A night: which date, by which policy, how it went. */
export const nightlyRuns = pgTable('nightly_runs', {
  runId: bigint('run_id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  businessDate: onDate('business_date').notNull(),
  policyVersion: text('policy_version').notNull(),
  finishedAt: atInstant('finished_at').notNull(),
  assessed: integer('assessed').notNull(),
  changed: integer('changed').notNull(),
});

/** One fact to act on; open until resolved, at most one open for a client and kind. */
export const alerts = pgTable(
  'alerts',
  {
    clientId: id('client_id').notNull(),
    alertId: id('alert_id').notNull(),
    kind: text('kind').notNull(),
    openedOn: onDate('opened_on').notNull(),
    resolvedOn: onDate('resolved_on'),
    /** 1 today, 2 this week, 3 two weeks, 4 next cycle. */
    priority: smallint('priority').notNull(),
    /** Churn points when last reported; a rise of 10 reports again. */
    points: smallint('points'),
    lastReportedOn: onDate('last_reported_on').notNull(),
    /** First day on which the condition no longer held; three such days resolve. null = it holds. */
    clearSince: onDate('clear_since'),
    /** The feed guard keeps it back since then; null = not kept back. */
    heldSince: onDate('held_since'),
    details: jsonb('details').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.alertId] }),
    uniqueIndex('alerts_one_open').on(t.clientId, t.kind).where(sql`resolved_on is null`),
    index('alerts_last_reported').on(t.lastReportedOn),
  ],
);
