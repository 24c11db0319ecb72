/** Turns sums into what is known: a window that a rate or the feed does not reach is unknown, not 0. */
import { dayNumber } from '../../domain/business-date.ts';
import type { ClientFacts, DaySum } from '../../tiering/facts.ts';
import type { AgedFeed } from '../../tiering/policy-document.ts';
import type { Night } from './night.ts';
import type { MoneyColumns } from './parse-row.ts';

type MoneyFacts = Pick<
  ClientFacts,
  | 'aumMinor'
  | 'depositsMinor'
  | 'investmentsMinor'
  | 'loansMinor'
  | 'maturingMinor'
  | 'avg3'
  | 'deposits3'
  | 'recent'
  | 'before'
  | 'zeroAum'
  | 'lowAum'
  | 'aumBeforeMinor'
>;

/** Days from `first` through `last`, by number; 0 when the window ends before. */
const daysIn = (first: number, last: number): number => Math.max(0, last - first + 1);

const NO_DAYS: DaySum = { sumMinor: 0n, days: 0 };

export const knownMoney = (
  money: MoneyColumns,
  firstProductOn: Temporal.PlainDate | null,
  night: Night,
  freshFeeds: ReadonlySet<AgedFeed>,
): MoneyFacts => {
  const { on, policy } = night;
  const { recentDays, previousDays } = policy.churn.lines.R01;
  const today = dayNumber(on);
  const since = firstProductOn && dayNumber(firstProductOn);
  const withUs = since === null ? 0 : today - since + 1;
  const days3 = since === null ? 0 : daysIn(Math.max(dayNumber(night.avg3From), since), today);
  const earlierKnown = !money.rateMissingEarlier && freshFeeds.has('balances');
  const window = (sumMinor: bigint, firstAgo: number, lastAgo: number): DaySum => {
    if (since === null || !money.knownFrom || !earlierKnown) return NO_DAYS;
    const known = Math.max(since, dayNumber(money.knownFrom));
    return { sumMinor, days: daysIn(Math.max(today - firstAgo, known), today - lastAgo) };
  };
  return {
    aumMinor: money.aumMinor,
    depositsMinor: money.depositsMinor,
    investmentsMinor: money.aumMinor - money.depositsMinor,
    loansMinor: money.loansMinor,
    maturingMinor: money.maturingMinor,
    avg3: { sumMinor: money.avg3SumMinor, days: days3 },
    deposits3: { sumMinor: money.depositsSumMinor, days: days3 },
    recent: window(money.recentSumMinor, recentDays - 1, 0),
    before: window(money.beforeSumMinor, recentDays + previousDays - 1, recentDays),
    zeroAum:
      earlierKnown && money.zeroSumMinor === 0n && withUs >= policy.decisions.holdLiftedZeroAumDays,
    lowAum:
      earlierKnown &&
      money.neverHigh &&
      money.aumMinor < policy.lostBelowMinor &&
      withUs >= policy.lifecycle.lostDays,
    aumBeforeMinor: earlierKnown ? money.aumBeforeMinor : null,
  };
};
