/** Lines of the churn card that look at the relationship: products, complaints, surveys, contact, and what speaks for staying. */
import { changePct } from '../average.ts';
import { type ChurnInput, type ChurnLine, nothing, stepPoints } from './line.ts';

const endedProducts: ChurnLine = {
  code: 'R03',
  feeds: [],
  assess: ({ facts, policy }) => {
    const { steps, lastProductPoints, days } = policy.churn.lines.R03;
    const ended = facts.endedProducts;
    if (ended === 0) return nothing;
    const last = facts.openAccounts === 0;
    const points = last ? lastProductPoints : stepPoints(steps, (at) => ended >= at);
    return { points, values: { ended, last, days } };
  },
};

const openComplaint: ChurnLine = {
  code: 'R07',
  feeds: ['complaints'],
  assess: ({ facts, policy }) => {
    const { normalPoints, severePoints } = policy.churn.lines.R07;
    if (facts.openComplaint === null) return nothing;
    const severe = facts.openComplaint === 'severe';
    return { points: severe ? severePoints : normalPoints, values: { severe } };
  },
};

const badSurvey: ChurnLine = {
  code: 'R08',
  feeds: ['surveys'],
  assess: ({ facts, policy }) => {
    const { csatMax, days, points } = policy.churn.lines.R08;
    const { csat, csatDaysAgo } = facts;
    if (csat === null || csatDaysAgo === null) return nothing;
    if (csat > csatMax || csatDaysAgo >= days) return nothing;
    return { points, values: { csat, daysAgo: csatDaysAgo } };
  },
};

const contactOverdue: ChurnLine = {
  code: 'R09',
  feeds: ['contacts'],
  assess: ({ facts, policy, inForceTier }) => {
    const gap = facts.contactGapDays;
    const cadence = policy.cadenceDays.get(inForceTier) ?? null;
    if (cadence === null) return nothing;
    if (gap === null) return null;
    const points = stepPoints(policy.churn.lines.R09.steps, (at) => gap * 100 > cadence * at);
    return {
      points,
      values: { gapDays: gap, cadenceDays: cadence, never: facts.lastContactOn === null },
    };
  },
};

const grewPct = ({ facts, policy }: ChurnInput): number | null => {
  const { recent, before, freshFeeds } = facts;
  if (!freshFeeds.has('balances') || before.days < policy.churn.lines.R01.historyMinDays)
    return null;
  return changePct(recent, before);
};

const staying: ChurnLine = {
  code: 'R12',
  feeds: [],
  assess: (input) => {
    const { facts, policy } = input;
    const rule = policy.churn.lines.R12;
    const pct = grewPct(input);
    const grew = pct !== null && pct >= rule.growthAt;
    const loan = facts.productLines.some((line) => line === 'loan' || line === 'mortgage');
    const points =
      (facts.newProducts > 0 ? rule.newProductPoints : 0) +
      (grew ? rule.growthPoints : 0) +
      (loan ? rule.loanPoints : 0);
    return { points, values: { newProducts: facts.newProducts, grewPct: grew ? pct : null, loan } };
  },
};

export const RELATIONSHIP_LINES: readonly ChurnLine[] = [
  endedProducts,
  openComplaint,
  badSurvey,
  contactOverdue,
  staying,
];
