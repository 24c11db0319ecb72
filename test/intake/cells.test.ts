import { describe, expect, test } from 'vitest';
import * as cells from '../../src/intake/cells.ts';

const read = (reader: cells.CellReader, value: string, currency = 'CNY') => {
  const result = reader(value, currency);
  return 'text' in result ? result.text : `(${result.fault.code})`;
};

describe('a cell is read as its column promises', () => {
  const table: [string, cells.CellReader, string, string][] = [
    ['the last day of February', cells.date, '2028-02-29', '2028-02-29'],
    ['a day that does not exist', cells.date, '2027-02-29', '(badDate)'],
    ['a year that PostgreSQL does not have', cells.date, '0000-01-01', '(badDate)'],
    ['a month', cells.month, '2026-09', '2026-09-01'],
    ['an instant in UTC', cells.instant, '2026-11-20T09:30Z', '2026-11-20T09:30Z'],
    [
      'an instant with a space',
      cells.instant,
      '2026-11-20 09:30:00+08:00',
      '2026-11-20 09:30:00+08:00',
    ],
    ['an instant on a day that does not exist', cells.instant, '2026-02-30T09:30Z', '(badInstant)'],
    ['an offset that no place has', cells.instant, '2026-11-20T09:30+19:00', '(badInstant)'],
    ['True', cells.yesNo, 'True', '(badBoolean)'],
    ['the low end', cells.whole(1, 5), '1', '1'],
    ['below the low end', cells.whole(1, 5), '0', '(outOfRange)'],
    ['the high end', cells.whole(1, 5), '5.0', '5'],
    ['above the high end', cells.whole(1, 5), '6', '(outOfRange)'],
    ['English of Britain', cells.locale, 'en-GB', 'en'],
    ['Chinese', cells.locale, 'zh', 'zh-CN'],
    ['French', cells.locale, 'fr-FR', '(badLocale)'],
    ['an address without a domain', cells.email, 'ann@bank', '(badEmail)'],
    ['a rate', cells.rate, '0.0453', '0.0453'],
    ['a rate of nothing', cells.rate, '0.000', '(notPositive)'],
    ['a lower-case currency', cells.currency, 'cny', '(badCurrency)'],
    ['NUL in a text', cells.text, 'a\0b', '(unreadable)'],
    ['minus nothing where nothing may be negative', cells.reportingMoneyNotNegative, '-0.00', '0'],
  ];
  test.each(table)('%s', (_, reader, value, expected) => {
    expect(read(reader, value)).toBe(expected);
  });

  test.each([
    ['CNY', '1.10', '110'],
    ['CNY', '1.100', '110'],
    ['CNY', '1.101', '(tooManyDecimals)'],
    ['JPY', '1', '1'],
    ['JPY', '1.5', '(tooManyDecimals)'],
    ['KWD', '1.125', '1125'],
    ['CNY', '92233720368547758.07', '9223372036854775807'],
    ['CNY', '92233720368547758.08', '(tooLarge)'],
    ['CNY', '1,234.50', '(badDecimal)'],
    ['CNY', '1e3', '(badDecimal)'],
  ])('%s %s is %s in minor units', (currency, value, expected) => {
    expect(read(cells.reportingMoney, value, currency)).toBe(expected);
  });
});
