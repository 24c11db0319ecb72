/** Turns sums into what is known: a window that a rate or the feed does not reach is unknown, not 0. */
import { avg3Start, daysBetween } from '../../domain/business-date.ts';
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

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate | null): Temporal.PlainDate =>
  b && Temporal.PlainDate.compare(b, a) > 0 ? b : a;

/** Days from `first` (or the later `since`) through `last`; 0 when the window ends before. */
const daysIn = (first: Temporal.PlainDate, last: Temporal.PlainDate, since: Temporal.PlainDate) =>
  Math.max(0, daysBetween(later(first, since), last) + 1);

const NO_DAYS: DaySum = { sumMinor: 0n, days: 0 };

export const knownMoney = (
  money: MoneyColumns,
  firstProductOn: Temporal.PlainDate | null,
  night: Night,
  freshFeeds: ReadonlySet<AgedFeed>,
): MoneyFacts => {
  const { on, policy } = night;
  const { recentDays, previousDays } = policy.churn.lines.R01;
  const withUs = firstProductOn ? daysBetween(firstProductOn, on) + 1 : 0;
  const days3 = firstProductOn ? daysIn(avg3Start(on), on, firstProductOn) : 0;
  const earlierKnown = !money.rateMissingEarlier && freshFeeds.has('balances');
  const window = (sumMinor: bigint, firstAgo: number, lastAgo: number): DaySum => {
    if (!firstProductOn || !money.knownFrom || !earlierKnown) return NO_DAYS;
    const since = later(firstProductOn, money.knownFrom);
    const [first, last] = [on.subtract({ days: firstAgo }), on.subtract({ days: lastAgo })];
    return { sumMinor, days: daysIn(first, last, since) };
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
