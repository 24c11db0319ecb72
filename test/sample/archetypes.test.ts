import { describe, expect, test } from 'vitest';
import type { Tier } from '../../src/domain/client.ts';
import { SPECIAL } from '../../src/sample/archetypes/index.ts';
import { TIER_LEVELS } from '../../src/sample/tier-levels.ts';
import { type Bank, sampleBank } from './bank.ts';
import { type Average, compareAverage, referenceOf } from './reference.ts';

/** In the middle of a month, on a decision date, on a first of March and on a leap day. */
const DATES = ['2026-11-20', '2026-06-30', '2027-03-01', '2028-02-29'];

const bankOf = (date: string) =>
  sampleBank({
    managers: 1,
    clientsPerManager: SPECIAL.length * 2,
    seed: 5,
    businessDate: Temporal.PlainDate.from(date),
  });

const exampleOf = (bank: Bank, archetype: string): string =>
  bank.summary.examples.find((example) => example.archetype === archetype)?.clientId ?? 'none';

/** The first client of an archetype has the first of its tiers. */
const firstTier = (archetype: string): Tier => {
  const tier = SPECIAL.find(({ id }) => id === archetype)?.tiers[0];
  if (!tier) throw new Error(`no archetype ${archetype}`);
  return tier;
};

const floorOf = (archetype: string) => TIER_LEVELS[firstTier(archetype)].floorMinor;

/** The last decision dates at or before D, newest first. */
const decisionDates = (date: Temporal.PlainDate, count: number) => {
  const decided = date.day === date.daysInMonth;
  const newest = decided ? date : date.with({ day: 1 }).subtract({ days: 1 });
  return Array.from({ length: count }, (_, months) => {
    const month = newest.with({ day: 1 }).subtract({ months });
    return month.with({ day: month.daysInMonth });
  });
};

const EXACT: [string, bigint][] = [
  ['average_300000_00', 300_000_00n],
  ['average_299999_99', 299_999_99n],
  ['average_1000000_00', 1_000_000_00n],
  ['average_999999_99', 999_999_99n],
  ['average_50000_00', 50_000_00n],
  ['average_10000_00', 10_000_00n],
  ['average_9999_99', 9_999_99n],
  ['deposits_200m', 200_000_000_00n],
  ['deposits_50m', 50_000_000_00n],
];

const IDLE = [90, 91, 180, 181, 365, 366];

/** Below the floor (−) or not (+) at the last four decision dates, newest first. */
const MOVES: [string, string][] = [
  ['promoted', '+---'],
  ['demoted', '---+'],
  ['demotion_clock_1', '-+++'],
  ['demotion_clock_2', '--++'],
  ['demotion_buffered', '---+'],
  ['nearly_promoted', '----'],
  ['promoted_months_ago', '++++'],
  ['demoted_months_ago', '----'],
];

describe.each(DATES)('on %s', (date) => {
  const loaded = bankOf(date).then((bank) => ({ bank, reference: referenceOf(bank) }));

  test.each(EXACT)('%s has exactly that average', async (archetype, minor) => {
    const { bank, reference } = await loaded;
    expect(compareAverage(reference.avg3(exampleOf(bank, archetype)), minor)).toBe(0);
  });

  test.each(IDLE)('a client has been idle for exactly %i days', async (days) => {
    const { bank, reference } = await loaded;
    expect(reference.idleDays(exampleOf(bank, `idle_${days}`))).toBe(days);
  });

  test.each(MOVES)('%s stands at its floor as %s', async (archetype, signs) => {
    const { bank, reference } = await loaded;
    const clientId = exampleOf(bank, archetype);
    const stands = decisionDates(bank.summary.businessDate, 4).map((decided) =>
      compareAverage(reference.avg3(clientId, decided), floorOf(archetype)) < 0 ? '-' : '+',
    );
    expect(stands.join('')).toBe(signs);
  });

  test('the demoted one is below 90 % of the floor, the buffered one is not', async () => {
    const { bank, reference } = await loaded;
    const [decided] = decisionDates(bank.summary.businessDate, 1);
    const against90 = (archetype: string) =>
      compareAverage(
        reference.avg3(exampleOf(bank, archetype), decided),
        (floorOf(archetype) * 9n) / 10n,
      );
    expect(against90('demoted')).toBeLessThan(0);
    expect(against90('demotion_buffered')).toBeGreaterThanOrEqual(0);
  });

  test('AUM of the last 30 days against the 90 before falls and rises by the named degrees', async () => {
    const { bank, reference } = await loaded;
    const end = bank.summary.businessDate;
    const percent = (archetype: string) => {
      const id = exampleOf(bank, archetype);
      const recent = reference.average(id, end.subtract({ days: 29 }), end);
      const before = reference.average(id, end.subtract({ days: 119 }), end.subtract({ days: 30 }));
      const mean = ({ sumMinor, days }: Average) => Number(sumMinor) / Number(days);
      return Math.round((mean(recent) / mean(before) - 1) * 100);
    };
    const named = ['r01_20', 'r01_35', 'r01_50', 'r12_growth', 'churn_medium'].map(percent);
    expect(named).toEqual([-25, -40, -55, 30, -42]);
    expect(percent('churn_high')).toBeLessThan(-50);
  });

  test('salaries end when they should', async () => {
    const { bank, reference } = await loaded;
    const absentDays = (archetype: string) => {
      const salaries = reference
        .transactionsOf(exampleOf(bank, archetype))
        .filter(({ kind }) => kind === 'salary')
        .map((row) => row.booked_on ?? '');
      expect(salaries.length).toBeGreaterThan(10);
      const last = Temporal.PlainDate.from(salaries.sort().at(-1) ?? '');
      return last.until(bank.summary.businessDate, { largestUnit: 'days' }).days;
    };
    const late = absentDays('r02_late');
    expect(late).toBeGreaterThanOrEqual(36);
    expect(late).toBeLessThanOrEqual(45);
    expect(absentDays('r02_gone')).toBeGreaterThan(45);
    expect(absentDays('key_steady')).toBeLessThan(36);
  });

  test('transaction days thin out to a half and a quarter', async () => {
    const { bank, reference } = await loaded;
    const ratio = (archetype: string) => {
      const rows = reference.transactionsOf(exampleOf(bank, archetype));
      const dayOf = (days: number) => bank.summary.businessDate.subtract({ days }).toString();
      const daysIn = (from: number, to: number) =>
        new Set(
          rows
            .map((row) => row.booked_on ?? '')
            .filter((on) => on > dayOf(from) && on <= dayOf(to)),
        ).size;
      return daysIn(90, 0) / daysIn(180, 90);
    };
    expect(ratio('r04_half')).toBeLessThanOrEqual(0.5);
    expect(ratio('r04_half')).toBeGreaterThan(0.25);
    expect(ratio('r04_quarter')).toBeLessThanOrEqual(0.25);
  });
});
