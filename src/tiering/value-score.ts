/** Decides how much a client is worth to the bank, 0–100: place on the ladder of tiers, transaction days and contribution. */
import { divideHalfEven } from '../domain/divide-half-even.ts';
import { computedRule, measureOf } from './computed-tier.ts';
import type { ClientFacts } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

export type Value = {
  /** null = a dimension is unknown: a score without it could not be compared. */
  score: number | null;
  /** Days with a transaction of the client's own in the policy's window; null = no fresh feed. */
  transactionDays: number | null;
  reason: Reason;
};

const FULL = 100;

const share = (part: bigint, whole: bigint): number => {
  if (part <= 0n) return 0;
  return part >= whole ? FULL : Number((part * BigInt(FULL)) / whole);
};

/** 0 at the bottom of the lowest tier, 100 from the floor of the highest; each tier between takes the same room. */
const ladderPct = (facts: ClientFacts, policy: Policy): number => {
  const ladder = policy.ladders[facts.kind];
  const rule = computedRule(facts, policy);
  const at = ladder.indexOf(rule);
  const next = ladder[at + 1];
  if (!next) return FULL;
  const { sumMinor, days } = measureOf(facts);
  const room = (next.floorMinor - rule.floorMinor) * BigInt(days);
  const above = sumMinor - rule.floorMinor * BigInt(days);
  const within = above > 0n && room > 0n ? above : 0n;
  const bands = BigInt(ladder.length - 1);
  if (room === 0n) return Math.floor((FULL * at) / (ladder.length - 1));
  return Number(((BigInt(at) * room + within) * BigInt(FULL)) / (bands * room));
};

const transactionDaysOf = (facts: ClientFacts, policy: Policy): number | null => {
  if (!facts.freshFeeds.has('transactions')) return null;
  return facts.transactionDaysAgo.filter((ago) => ago < policy.valueScore.frequencyDays).length;
};

/** Weights are percent and add up to 100; the whole is rounded half-even once, at the end. */
export const clientValue = (facts: ClientFacts, policy: Policy): Value => {
  const { weights, frequencyFull, frequencyDays: days } = policy.valueScore;
  const transactionDays = transactionDaysOf(facts, policy);
  const contribution = facts.contribution12mMinor;
  const aumPct = ladderPct(facts, policy);
  if (transactionDays === null || contribution === null) {
    const missing = [
      ...(transactionDays === null ? ['frequency'] : []),
      ...(contribution === null ? ['contribution'] : []),
    ].join(' ');
    const reason = { code: 'value_not_assessed', values: { missing, aumPct } };
    return { score: null, transactionDays, reason };
  }
  const frequencyPct = share(BigInt(transactionDays), BigInt(frequencyFull));
  const contributionPct = share(contribution, policy.contributionFullMinor[facts.kind]);
  const sum =
    weights.aum * aumPct +
    weights.frequency * frequencyPct +
    weights.contribution * contributionPct;
  const score = Number(divideHalfEven(BigInt(sum), 100n));
  const contributionMinor = contribution.toString();
  const numbers = { aumPct, frequencyPct, contributionPct, transactionDays, days };
  return {
    score,
    transactionDays,
    reason: { code: 'value_score', values: { score, ...numbers, contributionMinor } },
  };
};
