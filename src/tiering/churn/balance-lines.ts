/** Lines of the churn card that look at balances: money that left, went elsewhere, or is about to be free. */
import { averageMinor, changePct } from '../average.ts';
import { type ChurnLine, nothing, stepPoints } from './line.ts';

const balanceOutflow: ChurnLine = {
  code: 'R01',
  feeds: ['balances'],
  assess: ({ facts, policy }) => {
    const { steps, historyMinDays } = policy.churn.lines.R01;
    const { recent, before } = facts;
    if (before.days < historyMinDays || recent.days === 0) return null;
    const now = recent.sumMinor * BigInt(before.days) * 100n;
    const then = before.sumMinor * BigInt(recent.days);
    if (then === 0n) return nothing;
    const points = stepPoints(steps, (at) => now <= then * BigInt(100 - at));
    return {
      points,
      values: {
        fallPct: -(changePct(recent, before) ?? 0),
        recentMinor: averageMinor(recent).toString(),
        previousMinor: averageMinor(before).toString(),
      },
    };
  },
};

const sentElsewhere: ChurnLine = {
  code: 'R10',
  feeds: ['balances', 'transactions'],
  assess: ({ facts, policy }) => {
    const { at, points } = policy.churn.lines.R10;
    const { sentElsewhereMinor: sent, aumBeforeMinor: aum } = facts;
    if (sent === null || aum === null) return null;
    if (aum <= 0n || sent * 100n < aum * BigInt(at)) return nothing;
    return { points, values: { sentMinor: sent.toString(), pct: Number((sent * 100n) / aum) } };
  },
};

const maturing: ChurnLine = {
  code: 'R11',
  feeds: ['balances'],
  assess: ({ facts, policy }) => {
    const { at, points, days } = policy.churn.lines.R11;
    const { maturingMinor: due, aumMinor: aum } = facts;
    if (aum <= 0n || due * 100n < aum * BigInt(at)) return nothing;
    const pct = Number((due * 100n) / aum);
    return { points, values: { maturingMinor: due.toString(), pct, days } };
  },
};

export const BALANCE_LINES: readonly ChurnLine[] = [balanceOutflow, sentElsewhere, maturing];
