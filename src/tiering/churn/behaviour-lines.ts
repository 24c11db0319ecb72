/** Lines of the churn card that look at what the client does: salary, transactions and log-ins. */
import { daysBetween, monthStart } from '../../domain/business-date.ts';
import { type ChurnInput, type ChurnLine, nothing, stepPoints } from './line.ts';

/** Months with a salary among the `months` calendar months before that of `on`. */
const salaryMonths = ({ facts, on }: ChurnInput, months: number): number => {
  const startOfMonth = (back: number) => daysBetween(monthStart(on).subtract({ months: back }), on);
  let count = 0;
  for (let back = 1; back <= months; back += 1) {
    const oldest = startOfMonth(back);
    const newest = startOfMonth(back - 1);
    if (facts.salaryDaysAgo.some((ago) => ago <= oldest && ago > newest)) count += 1;
  }
  return count;
};

const salaryStopped: ChurnLine = {
  code: 'R02',
  feeds: ['transactions', 'salary'],
  assess: (input) => {
    const { monthsMin, monthsOf, steps } = input.policy.churn.lines.R02;
    const days = input.facts.salaryDaysAgo[0];
    if (days === undefined) return nothing;
    const points = stepPoints(steps, (at) => days >= at);
    if (points === 0 || salaryMonths(input, monthsOf) < monthsMin) return nothing;
    return { points, values: { days } };
  },
};

const fewerTransactions: ChurnLine = {
  code: 'R04',
  feeds: ['transactions'],
  assess: ({ facts, policy }) => {
    const { days, steps } = policy.churn.lines.R04;
    const ago = facts.transactionDaysAgo;
    const now = ago.filter((each) => each < days).length;
    const before = ago.filter((each) => each >= days && each < 2 * days).length;
    if (before === 0) return nothing;
    const points = stepPoints(steps, (at) => now * 100 <= before * at);
    return { points, values: { now, before, days } };
  },
};

/** Twice the median gap between transaction days, so that it stays whole; null = too few gaps. */
const twiceMedianGap = (ago: readonly number[], gapsMin: number): number | null => {
  const gaps = ago.slice(1).map((each, i) => each - (ago[i] ?? 0));
  if (gaps.length < gapsMin) return null;
  gaps.sort((a, b) => a - b);
  const middle = gaps.length / 2;
  return (gaps[Math.ceil(middle) - 1] ?? 0) + (gaps[Math.floor(middle)] ?? 0);
};

const silent: ChurnLine = {
  code: 'R05',
  feeds: ['transactions'],
  assess: ({ facts, policy }) => {
    const { timesMedian, minDays, minGaps, historyDays, points } = policy.churn.lines.R05;
    const { idleDays } = facts;
    const history = facts.transactionDaysAgo.filter((ago) => ago < historyDays);
    const twice = twiceMedianGap(history, minGaps);
    if (idleDays === null || twice === null) return null;
    if (idleDays <= minDays || 2 * idleDays <= timesMedian * twice) return nothing;
    return { points, values: { idleDays, medianDays: Math.ceil(twice / 2) } };
  },
};

const fewerLogins: ChurnLine = {
  code: 'R06',
  feeds: ['logins'],
  assess: ({ facts, policy }) => {
    const { steps, previousMonths } = policy.churn.lines.R06;
    const { loginDays: now, loginDaysBefore: before } = facts;
    if (now === null || before === null) return null;
    if (before === 0) return nothing;
    const points = stepPoints(steps, (at) => now * previousMonths * 100 <= before * at);
    return { points, values: { now, before: Math.round(before / previousMonths) } };
  },
};

export const BEHAVIOUR_LINES: readonly ChurnLine[] = [
  salaryStopped,
  fewerTransactions,
  silent,
  fewerLogins,
];
