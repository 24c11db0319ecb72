/** How much a client holds, and when that changes: the AUM that day-end balances will add up to. */
import type { Moment, Step } from './archetypes/archetype.ts';
import type { Calendar } from './calendar.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';
import { TIER_LEVELS } from './tier-levels.ts';

export type LevelChange = { day: number; toMinor: bigint; ownName: boolean };
export type LevelPlan = {
  /** Day of the first product; may lie years before the history. */
  firstProductDay: number;
  /** First day of the history on which the client holds something. */
  startDay: number;
  startMinor: bigint;
  /** In order of days, all after startDay. */
  changes: LevelChange[];
  lowestMinor: bigint;
};

const DAYS_A_YEAR = 365;

const dayOfMoment = (moment: Moment, calendar: Calendar): number =>
  'daysAgo' in moment ? -moment.daysAgo : calendar.decisionMonthStart(moment.decisionMonthsAgo);

const drawLevel = ({ archetype, tier }: PlannedClient, random: Random): bigint => {
  const { floorMinor, lowMinor, highMinor } = TIER_LEVELS[tier];
  const level = archetype.level;
  if (level === undefined) return random.money(lowMinor, highMinor);
  if (level === 'floor') return floorMinor;
  if ('exactMinor' in level) return level.exactMinor;
  const [least, most] = level.belowFloorYuan;
  return floorMinor - BigInt(random.int(least, most)) * 100n;
};

/** Ordinary savings wander: every two to seven months to within 8 % of the level. */
const driftSteps = (startDay: number, lastDay: number, random: Random): Step[] => {
  const steps: Step[] = [];
  for (let day = startDay + random.int(20, 200); day < lastDay; day += random.int(60, 200))
    steps.push({ from: { daysAgo: -day }, percent: random.int(93, 108) });
  return steps;
};

const amountOf = (step: Step, level: bigint): bigint =>
  'minor' in step ? step.minor : (level * BigInt(step.percent)) / 100n;

/** Draws the level of a client and its changes; null for a client that never held a product. */
export const planLevel = (
  client: PlannedClient,
  lastDay: number,
  calendar: Calendar,
  random: Random,
): LevelPlan | null => {
  const { archetype } = client;
  if (archetype.firstProductDaysAgo === null) return null;
  const [least, most] = archetype.firstProductDaysAgo ?? [2 * DAYS_A_YEAR + 5, 12 * DAYS_A_YEAR];
  const firstProductDay = -random.int(least, most);
  const startDay = Math.max(firstProductDay, calendar.start);
  const level = drawLevel(client, random);
  const steps = archetype.drift ? driftSteps(startDay, lastDay, random) : (archetype.steps ?? []);
  const startMinor = (level * BigInt(archetype.startPercent ?? 100)) / 100n;
  const changes = steps.map((step) => ({
    day: dayOfMoment(step.from, calendar),
    toMinor: amountOf(step, level),
    ownName: step.ownName ?? false,
  }));
  const lowestMinor = [startMinor, ...changes.map((change) => change.toMinor)].reduce((a, b) =>
    b < a ? b : a,
  );
  return { firstProductDay, startDay, startMinor, changes, lowestMinor };
};
