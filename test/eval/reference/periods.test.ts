import { expect, test } from 'vitest';
import { dayOf, periodOf } from './periods.ts';

const MID_QUARTER = Temporal.PlainDate.from('2026-10-28');
const JANUARY = Temporal.PlainDate.from('2027-01-20');

test.each([
  ['last 30d', '2026-09-29', '2026-10-28'],
  ['last 3m', '2026-07-29', '2026-10-28'],
  ['next 30d', '2026-10-29', '2026-11-27'],
  ['week:0', '2026-10-26', '2026-11-01'],
  ['month:-1', '2026-09-01', '2026-09-30'],
  ['month:1', '2026-11-01', '2026-11-30'],
  ['quarter:-1', '2026-07-01', '2026-09-30'],
  ['quarter 3', '2026-07-01', '2026-09-30'],
  ['month 12', '2025-12-01', '2025-12-31'],
  ['year:-1', '2025-01-01', '2025-12-31'],
  ['ytd', '2026-01-01', '2026-10-28'],
  ['since start month 1', '2026-01-01', '2026-10-28'],
  ['days 03-01..05-15', '2026-03-01', '2026-05-15'],
])('%s is %s to %s', (expression, from, to) => {
  expect(periodOf(expression, MID_QUARTER)).toEqual({ from, to });
});

test('what has not begun this year is last year’s', () => {
  expect(periodOf('quarter 3', JANUARY)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(periodOf('days 03-01..05-15', JANUARY)).toEqual({ from: '2026-03-01', to: '2026-05-15' });
});

test.each([
  ['D', '2026-10-28'],
  ['D-30d', '2026-09-28'],
  ['D-3m', '2026-07-28'],
  ['end month 6', '2026-06-30'],
  ['end year:-1', '2025-12-31'],
  ['start quarter:0', '2026-10-01'],
])('%s is %s', (expression, day) => {
  expect(dayOf(expression, MID_QUARTER).toString()).toBe(day);
});

test('an expression that means nothing is a mistake in the set, and is told', () => {
  expect(() => periodOf('last fortnight ago', MID_QUARTER)).toThrow();
});
