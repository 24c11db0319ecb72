/** Decides what policy says of a client on D: the highest tier whose floor the exact average, or the target credit, reaches. */
import type { Tier } from '../domain/client.ts';
import { averageMinor, lacking, reaches } from './average.ts';
import type { ClientFacts, DaySum } from './facts.ts';
import type { Policy, TierRule } from './policy.ts';
import type { Reason } from './reason.ts';

/** AUM for a person, deposits for a corporate, both over the avg3 window. */
export const measureOf = (facts: ClientFacts): DaySum =>
  facts.kind === 'individual' ? facts.avg3 : facts.deposits3;

/** An unknown target credit reaches nothing. */
export const creditReaches = (facts: ClientFacts, rule: TierRule, pct = 100): boolean =>
  rule.creditFloorMinor !== null &&
  facts.targetCreditMinor !== null &&
  facts.targetCreditMinor * 100n >= rule.creditFloorMinor * BigInt(pct);

const meets = (facts: ClientFacts, rule: TierRule): boolean =>
  reaches(measureOf(facts), rule.floorMinor) || creditReaches(facts, rule);

const lowest = (ladder: readonly TierRule[]): TierRule => {
  const rule = ladder[0];
  if (!rule) throw new Error('a ladder has no tier');
  return rule;
};

export const computedRule = (facts: ClientFacts, policy: Policy): TierRule => {
  const ladder = policy.ladders[facts.kind];
  return ladder.findLast((rule) => meets(facts, rule)) ?? lowest(ladder);
};

/** Why the computed tier is what it is. */
export const computedReason = (facts: ClientFacts, policy: Policy, rule: TierRule): Reason => {
  const measure = measureOf(facts);
  const byCredit = !reaches(measure, rule.floorMinor) && creditReaches(facts, rule);
  const ladder = policy.ladders[facts.kind];
  const next = ladder[ladder.indexOf(rule) + 1];
  const values = {
    tier: rule.tier,
    averageMinor: averageMinor(measure).toString(),
    days: measure.days,
    floorMinor: rule.floorMinor.toString(),
    nextFloorMinor: next?.floorMinor.toString() ?? null,
  };
  if (byCredit) {
    const credit = {
      targetCreditMinor: String(facts.targetCreditMinor),
      floorMinor: String(rule.creditFloorMinor),
    };
    return { code: 'tier_by_credit', values: { ...values, ...credit } };
  }
  const code = facts.kind === 'individual' ? 'tier_by_aum' : 'tier_by_deposits';
  return { code, values };
};

/** What the average lacks for the tier above `tier`; 0 = reached, to be decided; null = no tier above. */
export const nextTierGap = (facts: ClientFacts, policy: Policy, tier: Tier): bigint | null => {
  const ladder = policy.ladders[facts.kind];
  const next = ladder[ladder.findIndex((rule) => rule.tier === tier) + 1];
  if (!next) return null;
  return creditReaches(facts, next) ? 0n : lacking(measureOf(facts), next.floorMinor);
};
