/** Decides whether the tier that policy stands by changes on D: up at once, down slowly, and only on a decision date. */
import { compareDates, isDecisionDate } from '../domain/business-date.ts';
import { type Tier, tierRank, tiersOf } from '../domain/client.ts';
import { averageMinor, reaches } from './average.ts';
import { creditReaches, measureOf } from './computed-tier.ts';
import type { ClientFacts, PreviousAssessment } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

export type Decision = Pick<
  PreviousAssessment,
  'decidedTier' | 'decidedOn' | 'promotedOn' | 'monthsBelow' | 'recentComputed'
> & { reasons: Reason[] };

type Input = {
  facts: ClientFacts;
  policy: Policy;
  on: Temporal.PlainDate;
  computed: Tier;
};

const first = ({ on, computed }: Input): Decision => ({
  decidedTier: computed,
  decidedOn: on,
  promotedOn: null,
  monthsBelow: 0,
  recentComputed: isDecisionDate(on) ? [computed] : [],
  reasons: [{ code: 'first_decision', values: { tier: computed, on: on.toString() } }],
});

const between = ({ facts, computed }: Input, previous: PreviousAssessment): Decision => {
  const { decidedTier, decidedOn, promotedOn, monthsBelow, recentComputed } = previous;
  const up = tierRank(facts.kind, computed) > tierRank(facts.kind, decidedTier);
  const provisional: Reason = {
    code: up ? 'provisional_up' : 'provisional_down',
    values: { computedTier: computed, decidedTier },
  };
  const reasons = computed === decidedTier ? [] : [provisional];
  return { decidedTier, decidedOn, promotedOn, monthsBelow, recentComputed, reasons };
};

/** Consecutive decision dates, newest first, at which the computed tier was below `tier`. */
const datesBelow = (facts: ClientFacts, recent: readonly Tier[], tier: Tier): number => {
  const rank = tierRank(facts.kind, tier);
  const above = recent.findIndex((computed) => tierRank(facts.kind, computed) >= rank);
  return above === -1 ? recent.length : above;
};

const nearFloor = ({ facts, policy }: Input, tier: Tier): boolean => {
  const rule = policy.ladders[facts.kind].find((each) => each.tier === tier);
  if (!rule) return false;
  const pct = policy.decisions.demotionBelowPct;
  return reaches(measureOf(facts), rule.floorMinor, pct) || creditReaches(facts, rule, pct);
};

/** First day on which a promotion no longer protects; null = nothing protects. */
const holdEnd = ({ facts, policy, on }: Input, promotedOn: Temporal.PlainDate | null) => {
  if (promotedOn === null || facts.zeroAum || facts.openAccounts === 0) return null;
  const end = promotedOn.add({ months: policy.decisions.holdMonths });
  return compareDates(on, end) < 0 ? end : null;
};

// months below ≥ 3 | average < 90 % of floor | held | → decision
//        no        |          -              |  -   | stays, clock shown
//        yes       |          no             |  -   | stays, buffer shown
//        yes       |          yes            | yes  | stays, hold shown
//        yes       |          yes            | no   | one band down
const below = (input: Input, previous: PreviousAssessment, recent: readonly Tier[]): Decision => {
  const { facts, policy, on } = input;
  const { decidedTier, promotedOn } = previous;
  const months = previous.monthsBelow + 1;
  const stay = (reason: Reason): Decision => ({
    decidedTier,
    decidedOn: previous.decidedOn,
    promotedOn,
    monthsBelow: months,
    recentComputed: recent,
    reasons: [reason],
  });
  const needed = policy.decisions.demotionMonths;
  const values = { tier: decidedTier, months, needed };
  if (months < needed) return stay({ code: 'demotion_clock', values });
  if (nearFloor(input, decidedTier)) {
    const pct = policy.decisions.demotionBelowPct;
    return stay({ code: 'demotion_buffer', values: { ...values, pct } });
  }
  const until = holdEnd(input, promotedOn);
  if (until) return stay({ code: 'demotion_held', values: { ...values, until: until.toString() } });
  const tier = tiersOf(facts.kind)[tierRank(facts.kind, decidedTier) - 1] ?? decidedTier;
  return {
    decidedTier: tier,
    decidedOn: on,
    promotedOn,
    monthsBelow: datesBelow(facts, recent, tier),
    recentComputed: recent,
    reasons: [moved('demoted', input, decidedTier, tier)],
  };
};

const moved = (code: string, { facts, on }: Input, from: Tier, to: Tier): Reason => ({
  code,
  values: {
    from,
    to,
    on: on.toString(),
    averageMinor: averageMinor(measureOf(facts)).toString(),
  },
});

/**
 * The decision that stands on D. The first night decides at once; later ones only on the last calendar
 * day of a month. Counts of dates come from `previous`, so that deciding D again gives the same result.
 */
export const decideTier = (input: Input, previous: PreviousAssessment | null): Decision => {
  const { facts, policy, on, computed } = input;
  if (!previous || tierRank(facts.kind, previous.decidedTier) === -1) return first(input);
  if (!isDecisionDate(on)) return between(input, previous);
  const recent = [computed, ...previous.recentComputed].slice(0, policy.decisions.demotionMonths);
  const { decidedTier, decidedOn, promotedOn } = previous;
  const steps = tierRank(facts.kind, computed) - tierRank(facts.kind, decidedTier);
  if (steps < 0) return below(input, previous, recent);
  const same = { monthsBelow: 0, recentComputed: recent };
  if (steps === 0) return { decidedTier, decidedOn, promotedOn, ...same, reasons: [] };
  const reasons = [moved('promoted', input, decidedTier, computed)];
  return { decidedTier: computed, decidedOn: on, promotedOn: on, ...same, reasons };
};
