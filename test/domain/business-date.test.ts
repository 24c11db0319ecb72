import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avg3Start,
  compareDates,
  dayNumber,
  daysBetween,
  isDecisionDate,
  monthEndsBetween,
  parseDate,
} from '../../src/domain/business-date.ts';

const on = (text: string) => Temporal.PlainDate.from(text);

describe('a date', () => {
  test.each(['2026-02-30', '2025-02-29', '2026-2-1', '20260201', '2026-02-01T00:00', '', 'today'])(
    '%j is none',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  test('29 February is one in a leap year', () => {
    expect(parseDate('2028-02-29')?.toString()).toBe('2028-02-29');
  });
});

test.each([
  ['2026-06-30', '2026-04-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-02-01', '2025-12-01'],
  ['2028-02-29', '2027-12-01'],
])('the avg3 window of %s begins on %s', (date, start) => {
  expect(avg3Start(on(date)).toString()).toBe(start);
});

test.each([
  ['2026-02-28', true],
  ['2028-02-28', false],
  ['2028-02-29', true],
  ['2026-06-29', false],
  ['2026-12-31', true],
])('%s is a decision date: %s', (date, expected) => {
  expect(isDecisionDate(on(date))).toBe(expected);
});

test('month-ends between two dates include both ends', () => {
  const ends = monthEndsBetween(on('2027-12-31'), on('2028-02-29'));
  expect(ends.map(String)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29']);
  expect(monthEndsBetween(on('2028-03-01'), on('2028-03-30'))).toEqual([]);
});

test('days between two dates count across months, and backwards', () => {
  expect(daysBetween(on('2028-02-01'), on('2028-03-01'))).toBe(29);
  expect(daysBetween(on('2026-03-01'), on('2026-02-01'))).toBe(-28);
});

const anyDate = fc
  .integer({ min: -800_000, max: 3_000_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));

test('days are counted and ordered as the calendar counts and orders them', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (a, b) => {
      expect(daysBetween(a, b)).toBe(a.until(b, { largestUnit: 'days' }).days);
      expect(Math.sign(compareDates(a, b))).toBe(Temporal.PlainDate.compare(a, b));
    }),
  );
  expect(dayNumber(on('1970-01-01'))).toBe(0);
  expect(dayNumber(on('2000-03-01'))).toBe(11_017);
});
