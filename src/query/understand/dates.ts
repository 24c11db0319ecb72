/** Reads dates, months, quarters and years as people write them; each is the span of days that it names. */
import { type BusinessDate, parseDate } from '../../domain/business-date.ts';
import { latestYear, monthPeriod, type Period, quarterPeriod } from './calendar.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const HAN = '一二三四五六七八九十';
const END = '(?![\\p{L}\\d])';

type Shape = { pattern: RegExp; read: (parts: string[], on: BusinessDate) => Period | null };

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

const smallNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 1) return HAN.indexOf(text) + 1;
  return text.startsWith('十') ? 10 + HAN.indexOf(text.slice(1)) + 1 : 0;
};

const dayPeriod = (on: BusinessDate, year: string, month: number, day: number): Period | null => {
  const full = year === '' ? latestYear(on, month, day) : Number(year);
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = parseDate(`${full}-${two(month)}-${two(day)}`);
  return date && { from: date.toString(), to: date.toString() };
};

const wholeMonth = (on: BusinessDate, year: string, month: number): Period | null => {
  if (month < 1 || month > 12) return null;
  return monthPeriod(on, year === '' ? latestYear(on, month, 1) : Number(year), month);
};

const SHAPES: readonly Shape[] = [
  {
    pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])/y,
    read: ([year = '', month, day], on) => dayPeriod(on, year, Number(month), Number(day)),
  },
  {
    pattern: /(?:(\d{4})年)?(\d{1,2}|十?[一二三四五六七八九十])月(\d{1,2})[日号]/y,
    read: ([year = '', month = '', day], on) =>
      dayPeriod(on, year, smallNumber(month), Number(day)),
  },
  {
    pattern: /(?:(\d{4})年)?(\d{1,2}|十?[一二三四五六七八九十])月份?(?!\d)/y,
    read: ([year = '', month = ''], on) => wholeMonth(on, year, smallNumber(month)),
  },
  {
    pattern: /(?:(\d{4})年)?第?([1-4一二三四])季度/y,
    read: ([year = '', quarter = ''], on) =>
      quarterPeriod(on, year === '' ? null : Number(year), smallNumber(quarter)),
  },
  {
    pattern: /(\d{4})年/y,
    read: ([year]) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? (\\d{4}))?${END}`, 'uy'),
    read: ([day, month = '', year = ''], on) => dayPeriod(on, year, monthOf(month), Number(day)),
  },
  {
    pattern: new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${END}`, 'uy'),
    read: ([month = '', day, year = ''], on) => dayPeriod(on, year, monthOf(month), Number(day)),
  },
  {
    pattern: new RegExp(`${MONTH}(?: (\\d{4}))?${END}`, 'uy'),
    read: ([month = '', year = ''], on) => wholeMonth(on, year, monthOf(month)),
  },
  {
    pattern: /q([1-4])(?: (\d{4}))?(?![\p{L}\d])/uy,
    read: ([quarter, year = ''], on) =>
      quarterPeriod(on, year === '' ? null : Number(year), Number(quarter)),
  },
];

/** The span of days that begins at `at` in the text, with where its words end; null = none. */
export const readDate = (
  text: string,
  at: number,
  on: BusinessDate,
): { period: Period; to: number } | null => {
  for (const { pattern, read } of SHAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const period = read(
      match.slice(1).map((part) => part ?? ''),
      on,
    );
    if (period) return { period, to: at + match[0].length };
  }
  return null;
};
