/** Everyday movements of a demand account. Day-end balances never fall below the level: money comes before it goes. */
import type { Tier } from '../domain/client.ts';
import { type Entry, entry, type TransactionKind } from './account.ts';
import type { Window } from './activity-windows.ts';
import type { Archetype } from './archetypes/archetype.ts';
import type { Calendar } from './calendar.ts';
import type { Random } from './random.ts';
import { TIER_LEVELS } from './tier-levels.ts';

const DAYS_A_MONTH = 30;
const THINNING_DAYS = 90;
const IN_KINDS: readonly TransactionKind[] = ['transfer_in', 'transfer_in', 'cash_in', 'other'];
const OUT_KINDS: readonly TransactionKind[] = ['payment', 'payment', 'transfer_out', 'cash_out'];

const SALARY_YUAN: Partial<Record<Tier, readonly [number, number]>> = {
  mass: [2_800, 5_000],
  potential: [4_000, 9_000],
  quality: [8_000, 24_000],
  key: [15_000, 40_000],
};
const PAY_DAYS = [5, 8, 10, 15, 25] as const;

/** A few parts that add up to the whole. */
const split = (totalMinor: bigint, parts: number, random: Random): bigint[] => {
  let left = totalMinor;
  const found: bigint[] = [];
  for (let rest = parts; rest > 1; rest--) {
    const part = (left * BigInt(random.int(60, 130))) / BigInt(rest * 100);
    found.push(part);
    left -= part;
  }
  return [...found, left];
};

const everydayAmount = (tier: Tier, random: Random): bigint => {
  const { lowMinor } = TIER_LEVELS[tier];
  const least = lowMinor / 200n > 20_00n ? lowMinor / 200n : 20_00n;
  return random.money(least, least * 12n, 1n);
};

const pair = (day: number, tier: Tier, random: Random): Entry[] => {
  const amount = everydayAmount(tier, random);
  return [entry(day, amount, random.pick(IN_KINDS)), entry(day, -amount, random.pick(OUT_KINDS))];
};

const matchedFlow = (archetype: Archetype, tier: Tier, window: Window, random: Random): Entry[] => {
  const usual = DAYS_A_MONTH / (archetype.perMonth ?? 3);
  const found: Entry[] = [];
  let day = window.from;
  for (;;) {
    const thinned = day >= -THINNING_DAYS ? (archetype.thinnedToPercent ?? 100) : 100;
    const gap = Math.max(1, Math.round((usual * 100 * (0.7 + random.next() * 0.6)) / thinned));
    day += gap;
    if (day > window.to || (day === window.to && window.mustMove)) break;
    found.push(...pair(day, tier, random));
  }
  return window.mustMove ? [...found, ...pair(window.to, tier, random)] : found;
};

/** Pay days in the window: one a month, on the Friday before when it falls on a weekend. */
const payDays = (archetype: Archetype, window: Window, calendar: Calendar, random: Random) => {
  const last = -(archetype.lastSalaryDaysAgo ?? 0);
  const fixed = archetype.lastSalaryDaysAgo !== undefined;
  const monthDay = fixed ? Math.min(28, calendar.monthDay(last)) : random.pick(PAY_DAYS);
  const days: number[] = [];
  for (let months = 0; ; months++) {
    const day = calendar.workday(calendar.monthStart(last, months) + monthDay - 1);
    if (day < window.from) return days;
    if (day <= Math.min(last, window.to)) days.push(day);
  }
};

const salaryFlow = (
  archetype: Archetype,
  tier: Tier,
  window: Window,
  calendar: Calendar,
  random: Random,
): Entry[] => {
  const [low, high] = SALARY_YUAN[tier] ?? [30_000, 60_000];
  const salary = BigInt(random.int(low, high)) * 100n;
  const found = payDays(archetype, window, calendar, random).flatMap((day) => [
    entry(day, salary, 'salary'),
    ...split(salary, random.int(2, 4), random).map((part) =>
      entry(day + random.int(1, 24), -part, random.pick(OUT_KINDS)),
    ),
  ]);
  if (archetype.lastSalaryDaysAgo === undefined) return found;
  const after = { from: 2 - archetype.lastSalaryDaysAgo, to: 0, mustMove: false };
  return [...found, ...matchedFlow(archetype, tier, after, random)];
};

const businessFlow = (tier: Tier, window: Window, random: Random): Entry[] => {
  const { lowMinor } = TIER_LEVELS[tier];
  const found: Entry[] = [];
  for (let day = window.from + random.int(1, 12); day <= window.to; day += random.int(9, 18)) {
    const receipt = random.money(lowMinor / 20n, lowMinor / 3n);
    found.push(entry(day, receipt, 'transfer_in'));
    for (const part of split(receipt, random.int(1, 2), random))
      found.push(entry(day + random.int(1, 5), -part, random.pick(['transfer_out', 'payment'])));
  }
  return found;
};

/** The movements of one window; those that would fall after it are left out. */
export const cashFlow = (
  archetype: Archetype,
  tier: Tier,
  window: Window,
  calendar: Calendar,
  random: Random,
): Entry[] => {
  const flows = {
    none: () => [],
    matched: () => matchedFlow(archetype, tier, window, random),
    salary: () => salaryFlow(archetype, tier, window, calendar, random),
    business: () => businessFlow(tier, window, random),
  };
  return flows[archetype.rhythm]().filter((found) => found.day <= window.to);
};
