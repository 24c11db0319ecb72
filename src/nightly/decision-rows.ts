/** Decides what of an assessment is stored, and whether it differs from what is stored already. */
import type { StoredAssessment } from '../db/metrics/parse-row.ts';
import { compareDates } from '../domain/business-date.ts';
import type { Assessment, ClientFacts } from '../tiering/facts.ts';
import { type CopyValue, codeArray } from './copy-text.ts';

const isSameDate = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a === null || b === null ? a === b : compareDates(a, b) === 0;

/** What an assessment of the same date says it came from; on a later date it comes from the stored one itself. */
const isSameOrigin = (stored: StoredAssessment, now: Assessment, on: Temporal.PlainDate): boolean =>
  compareDates(stored.validFrom, on) !== 0 ||
  stored.previousInForceTier === now.previousInForceTier;

/** The decision is the same; its reasons may carry other numbers. */
export const isSameDecision = (
  stored: StoredAssessment,
  now: Assessment,
  on: Temporal.PlainDate,
): boolean =>
  isSameOrigin(stored, now, on) &&
  stored.policyVersion === now.policyVersion &&
  stored.computedTier === now.computedTier &&
  stored.inForceTier === now.inForceTier &&
  stored.decidedTier === now.decidedTier &&
  stored.monthsBelow === now.monthsBelow &&
  stored.activity === now.activity &&
  stored.lifecycle === now.lifecycle &&
  stored.churnScore === now.churnScore &&
  stored.churnBand === now.churnBand &&
  stored.churnCoveragePct === now.churnCoveragePct &&
  stored.recentComputed.join() === now.recentComputed.join() &&
  isSameDate(stored.decidedOn, now.decidedOn) &&
  isSameDate(stored.promotedOn, now.promotedOn) &&
  isSameDate(stored.lostOn, now.lostOn) &&
  isSameDate(stored.wonBackOn, now.wonBackOn);

/** 0 for the first assessment of a date, one more than the stored when facts were corrected. */
export const revisionOn = (stored: StoredAssessment | null, on: Temporal.PlainDate): number =>
  stored && compareDates(stored.validFrom, on) === 0 ? stored.revision + 1 : 0;

export const ASSESSMENT_COLUMNS = [
  'client_id',
  'valid_from',
  'revision',
  'recorded_at',
  'policy_version',
  'input_hash',
  'computed_tier',
  'in_force_tier',
  'decided_tier',
  'decided_on',
  'promoted_on',
  'months_below',
  'recent_computed',
  'lost_on',
  'won_back_on',
  'previous_in_force_tier',
  'activity',
  'lifecycle',
  'churn_score',
  'churn_band',
  'churn_coverage_pct',
  'reasons',
] as const;

export type AssessmentStamp = {
  on: Temporal.PlainDate;
  revision: number;
  recordedAt: Temporal.Instant;
  inputHash: string;
};

export const assessmentRow = (now: Assessment, stamp: AssessmentStamp): CopyValue[] => [
  now.clientId,
  stamp.on,
  stamp.revision,
  stamp.recordedAt,
  now.policyVersion,
  stamp.inputHash,
  now.computedTier,
  now.inForceTier,
  now.decidedTier,
  now.decidedOn,
  now.promotedOn,
  now.monthsBelow,
  codeArray(now.recentComputed),
  now.lostOn,
  now.wonBackOn,
  now.previousInForceTier,
  now.activity,
  now.lifecycle,
  now.churnScore,
  now.churnBand,
  now.churnCoveragePct,
  JSON.stringify(now.reasons),
];

export const STATE_COLUMNS = [
  'client_id',
  'business_date',
  'policy_version',
  'aum_minor',
  'avg3_sum_minor',
  'avg3_days',
  'deposits_minor',
  'deposits_sum_minor',
  'investments_minor',
  'loans_minor',
  'product_lines',
  'last_transaction_on',
  'idle_days',
  'last_contact_on',
  'contact_gap_days',
  'computed_tier',
  'in_force_tier',
  'activity',
  'lifecycle',
  'churn_score',
  'churn_band',
  'churn_coverage_pct',
  'value_at_risk_minor',
  'next_tier_gap_minor',
  'months_below',
  'value_score',
  'transaction_days',
  'grid_cell',
  'need_tier',
  'product_gap',
  'contact_due_on',
  'p_alive_bps',
  'reasons',
] as const;

export const stateRow = (
  facts: ClientFacts,
  now: Assessment,
  on: Temporal.PlainDate,
): CopyValue[] => [
  now.clientId,
  on,
  now.policyVersion,
  facts.aumMinor,
  facts.avg3.sumMinor,
  facts.avg3.days,
  facts.depositsMinor,
  facts.deposits3.sumMinor,
  facts.investmentsMinor,
  facts.loansMinor,
  codeArray(facts.productLines),
  facts.lastTransactionOn,
  facts.idleDays,
  facts.lastContactOn,
  facts.contactGapDays,
  now.computedTier,
  now.inForceTier,
  now.activity,
  now.lifecycle,
  now.churnScore,
  now.churnBand,
  now.churnCoveragePct,
  now.valueAtRiskMinor,
  now.nextTierGapMinor,
  now.monthsBelow,
  now.valueScore,
  now.transactionDays,
  now.gridCell,
  now.needTier,
  codeArray(now.productGap),
  now.contactDueOn,
  now.pAliveBps,
  JSON.stringify(now.reasons),
];
