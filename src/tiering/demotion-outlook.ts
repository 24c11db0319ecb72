/** Decides what keeps a client at the decided tier, and when at the earliest it is lost: the counterfactual of the demotion clock. */
import { compareDates, isDecisionDate, monthEnd } from '../domain/business-date.ts';
import { type Tier, tierRank } from '../domain/client.ts';
import { averageMinor, lacking } from './average.ts';
import { computedRule, creditReaches, measureOf } from './computed-tier.ts';
import type { ClientFacts, PreviousAssessment } from './facts.ts';
import type { Policy } from './policy.ts';

export type DemotionOutlook = {
  tier: Tier;
  /** Where the client would go: one band down. */
  below: Tier;
  /** Month-ends below the floor so far, and how many lead to a demotion. */
  months: number;
  needed: number;
  averageMinor: bigint;
  floorMinor: bigint;
  /** What the average lacks for the floor: with it the clock starts anew. */
  lackingMinor: bigint;
  /** What it lacks for the share of the floor from which nobody is moved down; 0 = it is there. */
  bufferLackingMinor: bigint;
  bufferPct: number;
  /** First decision date on which the tier can be lost if nothing changes. */
  earliestOn: Temporal.PlainDate;
  /** End of the hold after a promotion, where it is what decides; null = it does not. */
  heldUntil: Temporal.PlainDate | null;
};

type Standing = Pick<PreviousAssessment, 'decidedTier' | 'monthsBelow' | 'promotedOn'>;

const nextDecision = (on: Temporal.PlainDate): Temporal.PlainDate =>
  isDecisionDate(on) ? monthEnd(on.add({ days: 1 })) : monthEnd(on);

/** The decision date `count` decisions after `on`, at least the next one. */
const decisionAfter = (on: Temporal.PlainDate, count: number): Temporal.PlainDate => {
  let date = nextDecision(on);
  for (let i = 1; i < count; i += 1) date = nextDecision(date);
  return date;
};

/** null = the computed tier is not below the decided one, so that nothing is to be lost. */
export const demotionOutlook = (
  facts: ClientFacts,
  policy: Policy,
  on: Temporal.PlainDate,
  { decidedTier: tier, monthsBelow: months, promotedOn }: Standing,
): DemotionOutlook | null => {
  const ladder = policy.ladders[facts.kind];
  const at = tierRank(facts.kind, tier);
  const rule = ladder[at];
  const down = ladder[at - 1];
  if (!rule || !down || ladder.indexOf(computedRule(facts, policy)) >= at) return null;
  const { demotionMonths: needed, demotionBelowPct: bufferPct, holdMonths } = policy.decisions;
  const measure = measureOf(facts);
  const scaled = { sumMinor: measure.sumMinor * 100n, days: measure.days };
  const buffer = lacking(scaled, rule.floorMinor * BigInt(bufferPct));
  const byCount = decisionAfter(on, needed - months);
  const protects = promotedOn !== null && !facts.zeroAum && facts.openAccounts > 0;
  const end = protects ? promotedOn.add({ months: holdMonths }) : null;
  const heldUntil = end && compareDates(byCount, end) < 0 ? end : null;
  return {
    tier,
    below: down.tier,
    months,
    needed,
    averageMinor: averageMinor(measure),
    floorMinor: rule.floorMinor,
    lackingMinor: lacking(measure, rule.floorMinor),
    bufferLackingMinor: creditReaches(facts, rule, bufferPct) ? 0n : (buffer + 99n) / 100n,
    bufferPct,
    earliestOn: heldUntil ? monthEnd(heldUntil) : byCount,
    heldUntil,
  };
};
