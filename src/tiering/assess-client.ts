/** Decides everything that policy says of a client on a business date: tier, activity, lifecycle, churn risk, value and needs, with reasons. */

import type { Tier } from '../domain/client.ts';
import { divideHalfEven } from '../domain/divide-half-even.ts';
import { activityOf } from './activity.ts';
import { assessChurn } from './churn/assess-churn.ts';
import { computedReason, computedRule, nextTierGap } from './computed-tier.ts';
import { contactDueOf } from './contact-due.ts';
import { decideTier } from './decide-tier.ts';
import type { Assessment, ClientFacts, PreviousAssessment } from './facts.ts';
import { gridCellOf } from './grid-cell.ts';
import { lifecycleOf } from './lifecycle.ts';
import { needsOf } from './needs.ts';
import { overrideReason } from './override-reason.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';
import { pAliveBpsOf, pAliveReasons } from './second-opinion.ts';
import { clientValue } from './value-score.ts';

/** Points of the money at stake: AUM, or a corporate's contribution of 12 months where it is known. */
const valueAtRisk = (facts: ClientFacts, score: number): bigint => {
  const atStake =
    facts.kind === 'corporate' ? (facts.contribution12mMinor ?? facts.aumMinor) : facts.aumMinor;
  return divideHalfEven(BigInt(score) * atStake, 100n);
};

const overrideReasons = (facts: ClientFacts, decidedTier: Tier): Reason[] =>
  facts.override ? [overrideReason(facts.override, decidedTier)] : [];

/**
 * Assesses one client on D. `previous` is the last assessment strictly before D, null at first sight;
 * the result depends on nothing else, so that assessing D again gives the identical result.
 * Amounts are minor units of the policy's currency; nothing is rounded before it is compared.
 */
export const assessClient = (
  facts: ClientFacts,
  policy: Policy,
  on: Temporal.PlainDate,
  previous: PreviousAssessment | null,
): Assessment => {
  const rule = computedRule(facts, policy);
  const decision = decideTier({ facts, policy, on, computed: rule.tier }, previous);
  const inForceTier = facts.override?.tier ?? decision.decidedTier;
  const churn = assessChurn({ facts, policy, on, inForceTier });
  const activity = activityOf(facts.idleDays, policy);
  const value = clientValue(facts, policy);
  const needs = needsOf(facts, policy, inForceTier);
  const contact = contactDueOf(facts, policy, on, inForceTier);
  const pAliveBps = pAliveBpsOf(facts, policy);
  return {
    clientId: facts.clientId,
    policyVersion: policy.version,
    previousInForceTier: previous?.inForceTier ?? null,
    inForceTier,
    computedTier: rule.tier,
    decidedTier: decision.decidedTier,
    decidedOn: decision.decidedOn,
    promotedOn: decision.promotedOn,
    monthsBelow: decision.monthsBelow,
    recentComputed: decision.recentComputed,
    watch: facts.watch,
    activity,
    ...lifecycleOf(facts, policy, on, previous, churn.score),
    churnScore: churn.score,
    churnBand: churn.band,
    churnCoveragePct: churn.coveragePct,
    valueAtRiskMinor: valueAtRisk(facts, churn.score),
    nextTierGapMinor: nextTierGap(facts, policy, inForceTier),
    valueScore: value.score,
    transactionDays: value.transactionDays,
    gridCell: gridCellOf(inForceTier, activity),
    needTier: needs.needTier,
    productGap: needs.productGap,
    contactDueOn: contact.dueOn,
    pAliveBps,
    reasons: [
      computedReason(facts, policy, rule),
      ...decision.reasons,
      ...overrideReasons(facts, decision.decidedTier),
      ...churn.reasons,
      ...pAliveReasons(facts, policy, pAliveBps),
      value.reason,
      ...needs.reasons,
      ...contact.reasons,
    ],
  };
};
