/** Reads dates, months, quarters and years as people write them; each is the span of days that it names. */
import { type BusinessDate, parseDate } from '../../domain/business-date.ts';
import { latestYear, monthPeriod, orComing, type Period, quarterPeriod } from './calendar.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const HAN = '一二三四五六七八九十';
const END = '(?![\\p{L}\\d])';
const YEAR = '(?:(\\d{4}年|今年|本年|去年|上年|明年|前年)的?)?';
const YEARS_FROM_NOW: Record<string, number> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  明年: 1,
  前年: -2,
};

/** 2025年, 去年 as digits; nothing said stays nothing. */
const yearOf = (text: string, on: BusinessDate): string => {
  const shift = YEARS_FROM_NOW[text];
  return shift === undefined ? text.replace('年', '') : String(on.year + shift);
};

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
  if (!date) return null;
  const named = { from: date.toString(), to: date.toString() };
  return year === '' ? orComing(on, named) : named;
};

const wholeMonth = (on: BusinessDate, year: string, month: number): Period | null => {
  if (month < 1 || month > 12) return null;
  return year === ''
    ? orComing(on, monthPeriod(on, latestYear(on, month, 1), month))
    : monthPeriod(on, Number(year), month);
};

const quarterOf = (on: BusinessDate, year: string, quarter: number): Period =>
  year === ''
    ? orComing(on, quarterPeriod(on, null, quarter))
    : quarterPeriod(on, Number(year), quarter);

const SHAPES: readonly Shape[] = [
  {
    pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])/y,
    read: ([year = '', month, day], on) => dayPeriod(on, year, Number(month), Number(day)),
  },
  {
    pattern: new RegExp(`${YEAR}(\\d{1,2}|十?[一二三四五六七八九十])月(\\d{1,2})[日号]`, 'y'),
    read: ([year = '', month = '', day], on) =>
      dayPeriod(on, yearOf(year, on), smallNumber(month), Number(day)),
  },
  {
    pattern: new RegExp(`${YEAR}(\\d{1,2}|十?[一二三四五六七八九十])月份?(?!\\d)`, 'y'),
    read: ([year = '', month = ''], on) => wholeMonth(on, yearOf(year, on), smallNumber(month)),
  },
  {
    pattern: new RegExp(`${YEAR}第?([1-4一二三四])季度`, 'y'),
    read: ([year = '', quarter = ''], on) => quarterOf(on, yearOf(year, on), smallNumber(quarter)),
  },
  {
    pattern:
      /(?:in|during|in the year|the year) ((?:19|20)\d{2})(?![\d,.%\p{L}]| (?:clients|cny|yuan|rmb))/uy,
    read: ([year]) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
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
    pattern: /(?:the )?(?:(first|second) half|(h1|h2))(?: of| in)? (\d{4})(?![\p{L}\d])/uy,
    read: ([which, half, year]) =>
      which === 'first' || half === 'h1'
        ? { from: `${year}-01-01`, to: `${year}-06-30` }
        : { from: `${year}-07-01`, to: `${year}-12-31` },
  },
  {
    pattern: /q([1-4])(?: (\d{4}))?(?![\p{Script=Latin}\d])/uy,
    read: ([quarter, year = ''], on) => quarterOf(on, year, Number(quarter)),
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
