import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avg3Start, compareDates, daysBetween } from '../../src/domain/business-date.ts';
import { divideHalfEven } from '../../src/domain/divide-half-even.ts';
import { demotionOutlook } from '../../src/tiering/demotion-outlook.ts';
import { type Movement, movesOf, type Stretch, whatIf } from '../../src/tiering/what-if.ts';
import { average, date, factsOf, previousOf, standardPolicy } from './facts-of.ts';

const policy = standardPolicy();
const on = date('2026-03-31');
const yuan = (amount: number) => BigInt(amount) * 100n;
const held = (amount: number, from = '2025-01-01', deposit = true): Stretch => ({
  fromOn: date(from),
  toOn: on.add({ days: 1 }),
  minor: yuan(amount),
  deposit,
});
const standing = (tier: 'mass' | 'quality' | 'key', changes = {}) =>
  previousOf({ decidedTier: tier, inForceTier: tier, decidedOn: date('2025-12-31'), ...changes });
const run = (
  stretches: Stretch[],
  movements: Movement[],
  from = standing('quality'),
  facts = factsOf(),
) => whatIf({ facts, policy, on, standing: from, stretches, movements, months: 6 });

describe('money that comes', () => {
  test('lifts the tier on the first month-end whose average reaches the floor', () => {
    const months = run([held(200_000)], [{ on: date('2026-04-15'), minor: yuan(200_000) }]);
    // April: 16 of 89 days at 400,000; May: 47 of 92; June: 77 of 91.
    expect(months.slice(0, 3).map((month) => Number(month.averageMinor / 100n))).toEqual([
      Math.floor((89 * 200_000 + 16 * 200_000) / 89),
      Math.floor((92 * 200_000 + 47 * 200_000) / 92),
      Math.floor((91 * 200_000 + 77 * 200_000) / 91),
    ]);
    expect(movesOf('quality', months)).toEqual([
      { on: date('2026-05-31'), from: 'quality', to: 'key' },
    ]);
  });

  test('changes nothing where there is none', () => {
    const months = run([held(200_000)], []);
    expect(movesOf('quality', months)).toEqual([]);
    expect(new Set(months.map((month) => month.averageMinor))).toEqual(new Set([yuan(200_000)]));
  });
});

describe('money that goes', () => {
  test('takes the tier after three month-ends below, one band at a time', () => {
    const half = { on: date('2026-04-01'), minor: -yuan(200_000) };
    const months = run([held(400_000)], [half], standing('key'));
    // 30 of 89 days at 200,000 leave 332,584 in April; 61 of 92 in May leave 267,391, below.
    expect(
      months.map(({ on, inForceTier, monthsBelow }) => [`${on}`, inForceTier, monthsBelow]),
    ).toEqual([
      ['2026-04-30', 'key', 0],
      ['2026-05-31', 'key', 1],
      ['2026-06-30', 'key', 2],
      ['2026-07-31', 'quality', 0],
      ['2026-08-31', 'quality', 0],
      ['2026-09-30', 'quality', 0],
    ]);
  });

  test('never leaves less than nothing, and ends the hold after 30 days of nothing', () => {
    const promoted = standing('key', { promotedOn: date('2026-03-31') });
    const months = run(
      [held(400_000)],
      [{ on: date('2026-04-01'), minor: -yuan(900_000) }],
      promoted,
    );
    expect(months.at(-1)?.averageMinor).toBe(0n);
    expect(movesOf('key', months)[0]?.on.toString()).toBe('2026-06-30');
  });

  test('holds the tier of a recent promotion until the hold ends', () => {
    const promoted = standing('key', { promotedOn: date('2026-03-31') });
    const months = run(
      [held(400_000)],
      [{ on: date('2026-04-01'), minor: -yuan(300_000) }],
      promoted,
    );
    expect(movesOf('key', months)).toEqual([
      { on: date('2026-09-30'), from: 'key', to: 'quality' },
    ]);
  });
});

test('an override counts until its end, and then the decision of the rules', () => {
  const facts = factsOf({ override: { tier: 'premier', validTo: date('2026-05-31') } });
  const months = run([held(60_000)], [], standing('quality'), facts);
  expect(movesOf('premier', months)).toEqual([
    { on: date('2026-05-31'), from: 'premier', to: 'quality' },
  ]);
});

test('a corporate goes by its deposits', () => {
  const facts = factsOf({ kind: 'corporate' });
  const from = previousOf({ decidedTier: 'class_3', inForceTier: 'class_3' });
  const funds = run([held(90_000_000, '2025-01-01', false)], [], from, facts);
  expect(movesOf('class_3', funds)).toEqual([]);
  const deposits = run([held(90_000_000)], [], from, facts);
  expect(movesOf('class_3', deposits)[0]).toMatchObject({ to: 'class_2' });
});

/** The sum of day-end balances over the window of `date`, day by day. */
const windowSum = (level: bigint, movements: readonly Movement[], end: Temporal.PlainDate) => {
  const start = avg3Start(end);
  let sum = 0n;
  let balance = level;
  for (
    let day = on.subtract({ days: 100 });
    compareDates(day, end) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const each of movements.filter((m) => compareDates(m.on, day) === 0))
      balance = balance + each.minor < 0n ? 0n : balance + each.minor;
    if (compareDates(day, start) >= 0) sum += balance;
  }
  return { sum, days: BigInt(daysBetween(start, end) + 1) };
};

test('averages equal a day-by-day sum, whatever comes and goes', () => {
  const movement = fc.record({
    day: fc.integer({ min: 1, max: 150 }),
    amount: fc.integer({ min: -500_000, max: 500_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(movement, { maxLength: 5 }),
      fc.integer({ min: 0, max: 900_000 }),
      (drawn, level) => {
        const movements = drawn.map(({ day, amount }) => ({
          on: on.add({ days: day }),
          minor: yuan(amount),
        }));
        for (const month of run([held(level)], movements)) {
          const { sum, days } = windowSum(yuan(level), movements, month.on);
          expect(month.averageMinor).toBe(divideHalfEven(sum, days));
        }
      },
    ),
    { numRuns: 40 },
  );
});

describe('what keeps a tier', () => {
  const outlook = (yuanAverage: number, changes = {}, facts = {}, day = '2026-04-30') =>
    demotionOutlook(
      factsOf({ avg3: average(yuanAverage), ...facts }),
      policy,
      date(day),
      standing('key', changes),
    );

  test('38,400 more on average keeps Key; month 2 of 3 below the floor; earliest demotion 31 May', () => {
    expect(outlook(261_600, { monthsBelow: 2 })).toMatchObject({
      tier: 'key',
      below: 'quality',
      months: 2,
      needed: 3,
      lackingMinor: yuan(38_400),
      bufferLackingMinor: yuan(8_400),
      earliestOn: date('2026-05-31'),
      heldUntil: null,
    });
  });

  test.each([
    ['2026-04-30', 2, '2026-05-31'],
    ['2026-04-30', 1, '2026-06-30'],
    ['2026-04-15', 0, '2026-06-30'],
    ['2026-04-15', 2, '2026-04-30'],
    ['2026-04-15', 5, '2026-04-30'],
  ])('on %s after %i month-ends the earliest is %s', (day, monthsBelow, earliest) => {
    expect(outlook(200_000, { monthsBelow }, {}, day)?.earliestOn.toString()).toBe(earliest);
  });

  test('a hold puts it off to the first month-end that it no longer covers', () => {
    const promotedOn = date('2026-02-28');
    expect(outlook(200_000, { monthsBelow: 2, promotedOn })).toMatchObject({
      earliestOn: date('2026-08-31'),
      heldUntil: date('2026-08-28'),
    });
    expect(
      outlook(200_000, { monthsBelow: 2, promotedOn }, { zeroAum: true })?.heldUntil,
    ).toBeNull();
  });

  test('nothing is to be lost at or above the floor, nor in the lowest tier', () => {
    expect(outlook(300_000)).toBeNull();
    expect(demotionOutlook(factsOf(), policy, on, standing('mass'))).toBeNull();
  });

  test('the buffer is exact: at 270,000 nobody is moved down, one minor unit in the sum below they are', () => {
    expect(outlook(270_000)?.bufferLackingMinor).toBe(0n);
    expect(outlook(0, {}, { avg3: average(270_000, -1n) })?.bufferLackingMinor).toBe(1n);
  });
});
