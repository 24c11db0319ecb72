/** Decides which day a bank's way of writing a date means; null where it means none. */
import { parseDate } from '../../domain/business-date.ts';

export type DateReader = (text: string) => string | null;

const PARTS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  HH: '\\d{2}',
  mm: '\\d{2}',
  SS: '\\d{2}',
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const existing = (year: number, month: number, day: number): string | null => {
  const two = (part: number): string => String(part).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return parseDate(text) ? text : null;
};

/** The year of two digits within the hundred years from `yearsFrom`: 93 from 1900 is 1993. */
const longYear = (short: number, yearsFrom: number): number =>
  yearsFrom + ((((short - yearsFrom) % 100) + 100) % 100);

/** Reads by a pattern such as `YYMMDD` or `YYYY-MM-DD HH:mm:SS`; the time of day is left out. */
export const datePattern = (pattern: string, yearsFrom: number): DateReader => {
  const source = pattern
    .split(/(YYYY|YY|MM|DD|HH|mm|SS)/)
    .map((part) => PARTS[part] ?? literally(part))
    .join('');
  const shape = new RegExp(`^${source}$`);
  return (text) => {
    const { year, short, month, day } = shape.exec(text)?.groups ?? {};
    if (!month || !day) return null;
    if (year) return existing(Number(year), Number(month), Number(day));
    return short ? existing(longYear(Number(short), yearsFrom), Number(month), Number(day)) : null;
  };
};

/** A Czech birth number of the twentieth century: YYMMDD, with 50 added to the month of a woman's birth. */
export const czechBirthNumber: DateReader = (text) => {
  const match = /^(\d{2})(\d{2})(\d{2})\d{0,4}$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  return existing(1900 + Number(match[1]), month > 50 ? month - 50 : month, Number(match[3]));
};
