/** Decides how a client's tier would go on, month by month, if money came or went: the rules of a night on balances to come. */
import { avg3Start, compareDates, daysBetween, monthEnd } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import { averageMinor } from './average.ts';
import { computedRule, measureOf } from './computed-tier.ts';
import { decideTier } from './decide-tier.ts';
import type { ClientFacts, DaySum, PreviousAssessment } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

/** Days from `fromOn` until before `toOn` on which an asset account held so much, in the reporting currency. */
export type Stretch = {
  fromOn: Temporal.PlainDate;
  toOn: Temporal.PlainDate;
  minor: bigint;
  deposit: boolean;
};

/** Money that comes (or goes, negative) on a day after D, in or out of deposits. */
export type Movement = { on: Temporal.PlainDate; minor: bigint };

export type WhatIfInput = {
  facts: ClientFacts;
  policy: Policy;
  /** D: what lies before is known, what lies after is as on D, with the movements. */
  on: Temporal.PlainDate;
  /** What stands on D. */
  standing: PreviousAssessment;
  stretches: readonly Stretch[];
  movements: readonly Movement[];
  months: number;
};

export type WhatIfMonth = {
  on: Temporal.PlainDate;
  averageMinor: bigint;
  computedTier: Tier;
  inForceTier: Tier;
  monthsBelow: number;
  reasons: Reason[];
};

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compareDates(a, b) < 0 ? b : a);
const soonerOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compareDates(a, b) < 0 ? a : b);

/** Days of [from, to) within [first, last]. */
const overlapDays = (
  { fromOn, toOn }: Pick<Stretch, 'fromOn' | 'toOn'>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): number =>
  Math.max(0, daysBetween(laterOf(fromOn, first), soonerOf(toOn, last.add({ days: 1 }))));

const sumOver = (
  stretches: readonly Stretch[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): bigint => stretches.reduce((sum, s) => sum + s.minor * BigInt(overlapDays(s, first, last)), 0n);

/** Balances after D: the level of D until the first movement, and so on; nobody holds less than nothing. */
const future = (
  level: bigint,
  { on, movements }: Pick<WhatIfInput, 'on' | 'movements'>,
  end: Temporal.PlainDate,
): Stretch[] => {
  const sorted = [...movements].sort((a, b) => compareDates(a.on, b.on));
  const stretches: Stretch[] = [];
  let minor = level;
  let fromOn = on.add({ days: 1 });
  for (const movement of [...sorted, { on: end.add({ days: 1 }), minor: 0n }]) {
    stretches.push({ fromOn, toOn: movement.on, minor, deposit: true });
    minor = minor + movement.minor < 0n ? 0n : minor + movement.minor;
    fromOn = movement.on;
  }
  return stretches;
};

const timelines = (input: WhatIfInput, end: Temporal.PlainDate): [Stretch[], Stretch[]] => {
  const { stretches, on } = input;
  const until = (all: readonly Stretch[]) =>
    all.map((each) => ({ ...each, toOn: soonerOf(each.toOn, on.add({ days: 1 })) }));
  const known = until(stretches);
  const deposits = known.filter(({ deposit }) => deposit);
  const levelOf = (all: Stretch[]) => sumOver(all, on, on);
  return [
    [...known, ...future(levelOf(known), input, end)],
    [...deposits, ...future(levelOf(deposits), input, end)],
  ];
};

/** The facts that a night on `date` would find. */
const factsOn = (
  input: WhatIfInput,
  date: Temporal.PlainDate,
  [assets, deposits]: [Stretch[], Stretch[]],
): ClientFacts => {
  const { facts, policy, on } = input;
  const first = facts.firstProductOn ?? on.add({ days: 1 });
  const start = laterOf(avg3Start(date), first);
  const over = (all: Stretch[]): DaySum => ({
    sumMinor: sumOver(all, start, date),
    days: Math.max(0, daysBetween(start, date) + 1),
  });
  const zeroDays = policy.decisions.holdLiftedZeroAumDays;
  const zeroSince = date.subtract({ days: zeroDays - 1 });
  return {
    ...facts,
    firstProductOn: first,
    aumMinor: sumOver(assets, date, date),
    avg3: over(assets),
    deposits3: over(deposits),
    zeroAum: compareDates(first, zeroSince) <= 0 && sumOver(assets, zeroSince, date) === 0n,
  };
};

/** The month-ends after D, each decided from the one before as a night would. An override counts until it ends. */
export const whatIf = (input: WhatIfInput): WhatIfMonth[] => {
  const { facts, policy, on, months } = input;
  const dates = Array.from({ length: months }, (_, i) =>
    monthEnd(on.add({ days: 1 }).with({ day: 1 }).add({ months: i })),
  );
  const lines = timelines(input, dates.at(-1) ?? on);
  let previous = input.standing;
  return dates.map((date) => {
    const then = factsOn(input, date, lines);
    const computed = computedRule(then, policy).tier;
    const decision = decideTier({ facts: then, policy, on: date, computed }, previous);
    const live = facts.override && compareDates(date, facts.override.validTo) < 0;
    const inForceTier = live ? (facts.override?.tier ?? computed) : decision.decidedTier;
    previous = { ...previous, ...decision, inForceTier };
    return {
      on: date,
      averageMinor: averageMinor(measureOf(then)),
      computedTier: computed,
      inForceTier,
      monthsBelow: decision.monthsBelow,
      reasons: decision.reasons,
    };
  });
};

export type TierMove = { on: Temporal.PlainDate; from: Tier; to: Tier };

/** When the tier in force changes, oldest first. */
export const movesOf = (standing: Tier, months: readonly WhatIfMonth[]): TierMove[] =>
  months.flatMap(({ on, inForceTier: to }, i) => {
    const from = months[i - 1]?.inForceTier ?? standing;
    return from === to ? [] : [{ on, from, to }];
  });
