import { describe, expect, test } from 'vitest';
import { czechBirthNumber, datePattern } from '../../../src/intake/mapping/date-format.ts';

describe('a date pattern', () => {
  test.each([
    ['YYMMDD', 1900, '931231', '1993-12-31'],
    ['YYMMDD', 1950, '491231', '2049-12-31'],
    ['YYMMDD', 1950, '500101', '1950-01-01'],
    ['YYYYMMDD', 1950, '20260228', '2026-02-28'],
    ['DD.MM.YYYY', 1950, '28.02.2026', '2026-02-28'],
    ['YYYY-MM-DD HH:mm:SS', 1950, '2019-09-19 10:45:00', '2019-09-19'],
    ['YYMMDD', 1900, '930230', null],
    ['YYMMDD', 1900, '19931231', null],
    ['YYYY-MM-DD HH:mm:SS', 1950, '2019-09-19', null],
    ['DD.MM.YYYY', 1950, '28-02-2026', null],
  ])('%s from %i reads %s as %s', (pattern, yearsFrom, text, expected) => {
    expect(datePattern(pattern, yearsFrom)(text)).toBe(expected);
  });
});

describe('a Czech birth number', () => {
  test.each([
    ['706213', '1970-12-13'],
    ['450204', '1945-02-04'],
    ['190922', '1919-09-22'],
    ['406009', '1940-10-09'],
    ['451304', null],
    ['456304', null],
  ])('%s was born on %s', (text, expected) => {
    expect(czechBirthNumber(text)).toBe(expected);
  });
});
