import { expect, test } from 'vitest';
import { parsePeriod, withPeriod } from '../../../src/intake/mapping/period.ts';

const of = (text: string, period: string) => {
  const month = parsePeriod(period);
  if (!month) throw new Error('no month');
  return withPeriod(text, month);
};

test.each([
  ['${period}', '2019-12', '2019-12'],
  ['aum_Q${period.quarter}.csv', '2019-12', 'aum_Q4.csv'],
  ['aum_Q${period.quarter}.csv', '2019-09', 'aum_Q3.csv'],
  ['cunkuan_m${period-2.number}', '2019-12', 'cunkuan_m10'],
  ['${period-1}', '2020-01', '2019-12'],
  ['${period-2.end}', '2020-04', '2020-02-29'],
  ['${period.end}', '2019-02', '2019-02-28'],
  ['${cust_no}-${period.number}', '2019-09', '${cust_no}-9'],
  ['${periods} ${period.day}', '2019-09', '${periods} ${period.day}'],
])('%s in %s is %s', (text, period, expected) => {
  expect(of(text, period)).toBe(expected);
});

test('every text of a mapping is read, and nothing but text', () => {
  const month = Temporal.PlainYearMonth.from('2019-12');
  expect(withPeriod({ a: ['${period}', 3, null], b: { c: true } }, month)).toEqual({
    a: ['2019-12', 3, null],
    b: { c: true },
  });
});

test.each(['2019-13', '2019', '2019-1', 'Q4', ''])('%s is no month', (text) => {
  expect(parsePeriod(text)).toBeNull();
});
