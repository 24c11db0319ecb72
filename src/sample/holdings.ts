/** Splits a level into products: what is not in one of these lies in the demand account. */
import type { ProductLine, Tier } from '../domain/client.ts';
import { account, type SampleAccount } from './account.ts';
import type { ProductEvents } from './archetypes/archetype.ts';
import type { LevelPlan } from './level-plan.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

/** A product of constant value; it is bought and redeemed through the demand account. */
export type Holding = { account: SampleAccount; amountMinor: bigint };

const LEAST_HOLDING_MINOR = 500_00n;
const BUDGET_PERCENT = 85n;

const LINE_CHANCES: Record<'mass' | 'middle' | 'high' | 'company', [ProductLine, number][]> = {
  mass: [['time_deposit', 0.12]],
  middle: [
    ['time_deposit', 0.55],
    ['wealth_product', 0.35],
    ['fund', 0.22],
    ['insurance', 0.15],
  ],
  high: [
    ['time_deposit', 0.75],
    ['wealth_product', 0.75],
    ['fund', 0.45],
    ['insurance', 0.4],
    ['bond', 0.15],
    ['precious_metal', 0.12],
  ],
  company: [['time_deposit', 0.5]],
};

const chancesFor = (tier: Tier): [ProductLine, number][] => {
  if (tier.startsWith('class_')) return LINE_CHANCES.company;
  if (tier === 'mass') return LINE_CHANCES.mass;
  return LINE_CHANCES[tier === 'key' || tier === 'premier' ? 'high' : 'middle'];
};

const chooseLines = (tier: Tier, wish: ProductEvents, random: Random): ProductLine[] => {
  if (wish.onlyDemand) return [];
  const chances = chancesFor(tier);
  if (wish.lines) return chances.slice(0, wish.lines).map(([line]) => line);
  return chances.filter(([, chance]) => random.chance(chance)).map(([line]) => line);
};

const MATURING: readonly ProductLine[] = ['time_deposit', 'wealth_product', 'bond'];
const RENEWALS = ['', '', 'true', 'false'] as const;

/** Bought before the history, or for one in five in the middle of it; matures months from now. */
const steadyHolding = (
  line: ProductLine,
  plan: LevelPlan,
  lastDay: number,
  random: Random,
): SampleAccount => {
  const roomDays = Math.min(-100, lastDay - 1) - plan.startDay;
  const inHistory = roomDays > 0 && random.chance(0.2);
  const openedDay = inHistory
    ? plan.startDay + random.int(1, roomDays)
    : plan.firstProductDay + random.int(0, plan.startDay - plan.firstProductDay);
  if (!MATURING.includes(line)) return account(line, openedDay);
  return account(line, openedDay, {
    maturesDay: random.int(16, 500),
    renewal: random.pick(RENEWALS),
  });
};

const eventHoldings = (plan: LevelPlan, wish: ProductEvents): [SampleAccount, bigint][] => {
  const found: [SampleAccount, bigint][] = [];
  if (wish.matures)
    found.push([
      account('wealth_product', plan.startDay, {
        maturesDay: wish.matures.inDays,
        renewal: wish.matures.renewal,
      }),
      BigInt(wish.matures.percent),
    ]);
  for (const daysAgo of wish.endedDaysAgo ?? [])
    found.push([
      account('wealth_product', plan.startDay, { closedDay: -daysAgo, maturesDay: -daysAgo }),
      10n,
    ]);
  if (wish.boughtDaysAgo) found.push([account('fund', -wish.boughtDaysAgo), 15n]);
  return found;
};

/** The products of a client beside the demand account, none bought after `lastDay`; together at most 85 % of the lowest level. */
export const planHoldings = (
  client: PlannedClient,
  plan: LevelPlan,
  lastDay: number,
  random: Random,
): Holding[] => {
  const wish = client.archetype.products ?? {};
  const events = eventHoldings(plan, wish);
  const steady = chooseLines(client.tier, wish, random).map((line): [SampleAccount, bigint] => [
    steadyHolding(line, plan, lastDay, random),
    0n,
  ]);
  const spoken = events.reduce((sum, [, percent]) => sum + percent, 0n);
  const left = BUDGET_PERCENT - spoken;
  return [...events, ...steady]
    .map(([product, percent]): Holding => {
      const share = percent > 0n ? percent : left / BigInt(steady.length + 1);
      const amountMinor = (plan.lowestMinor * share) / 100n;
      return { account: product, amountMinor: amountMinor - (amountMinor % 100_00n) };
    })
    .filter((holding) => holding.amountMinor >= LEAST_HOLDING_MINOR);
};
