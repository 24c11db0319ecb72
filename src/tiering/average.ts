/** Compares and shows averages kept as sum and days, so that no threshold ever sees a rounded number. */
import { divideHalfEven } from '../domain/divide-half-even.ts';
import type { DaySum } from './facts.ts';

/** average ≥ pct % of `floorMinor`, exactly; no days = an average of 0. */
export const reaches = ({ sumMinor, days }: DaySum, floorMinor: bigint, pct = 100): boolean =>
  days === 0 ? floorMinor <= 0n : sumMinor * 100n >= floorMinor * BigInt(days) * BigInt(pct);

/** The average for showing, half-even to the minor unit. */
export const averageMinor = ({ sumMinor, days }: DaySum): bigint =>
  days === 0 ? 0n : divideHalfEven(sumMinor, BigInt(days));

/** What the average lacks for `floorMinor`, rounded up: paying it in suffices. 0 when it is reached. */
export const lacking = ({ sumMinor, days }: DaySum, floorMinor: bigint): bigint => {
  if (days === 0) return floorMinor;
  const gap = floorMinor * BigInt(days) - sumMinor;
  return gap <= 0n ? 0n : (gap + BigInt(days) - 1n) / BigInt(days);
};

/** Whole percent by which `now` lies above (or below, negative) `before`, rounded towards 0; null before = 0. */
export const changePct = (now: DaySum, before: DaySum): number | null => {
  const base = before.sumMinor * BigInt(now.days);
  if (base === 0n) return null;
  return Number(((now.sumMinor * BigInt(before.days) - base) * 100n) / base);
};
