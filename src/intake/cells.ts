/** Decides whether one cell of a bundle is what its column promises, and how it is written into staging. */
import { LOCALES } from '../domain/actor.ts';
import { parseDate } from '../domain/business-date.ts';
import { currencyDigits, parseMinor } from '../domain/money.ts';
import type { RejectCode } from '../text/intake-rejects.ts';

export type CellFault = { code: RejectCode; parameters: (string | number)[] };
/** `text` is what Postgres reads for the column's staging type. */
export type CellResult = { text: string } | { fault: CellFault };
export type CellReader = (value: string, reportingCurrency: string) => CellResult;

const INT8_MAX = 9_223_372_036_854_775_807n;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/;
const DECIMAL = /^[+-]?\d{1,18}(\.\d{1,12})?$/;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

const taken = (text: string): CellResult => ({ text });
const fault = (code: RejectCode, ...parameters: (string | number)[]): CellResult => ({
  fault: { code, parameters },
});
const when = (holds: boolean, text: string, code: RejectCode): CellResult =>
  holds ? taken(text) : fault(code);

/** PostgreSQL has no year 0. */
const isDay = (value: string): boolean => !value.startsWith('0000') && parseDate(value) !== null;

const isTimezone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

const isInstant = (value: string): boolean => {
  const match = INSTANT.exec(value);
  if (!match || !isDay(match[1] ?? '')) return false;
  try {
    Temporal.Instant.from(value.replace(' ', 'T'));
    return true;
  } catch {
    return false;
  }
};

export const text: CellReader = (value) => when(!value.includes('\0'), value, 'unreadable');

export const date: CellReader = (value) =>
  isDay(value) ? taken(value) : fault('badDate', 'YYYY-MM-DD');

/** A month is stored as its first day. */
export const month: CellReader = (value) =>
  when(MONTH.test(value) && isDay(`${value}-01`), `${value}-01`, 'badMonth');

/** Kept as written: the date in the instant is the day of the event. */
export const instant: CellReader = (value) => when(isInstant(value), value, 'badInstant');

export const yesNo: CellReader = (value) =>
  when(value === 'true' || value === 'false', value, 'badBoolean');

export const code =
  (list: readonly string[]): CellReader =>
  (value) =>
    list.includes(value) ? taken(value) : fault('notInList', list.join(', '));

export const whole =
  (low: number, high: number): CellReader =>
  (value) => {
    if (!/^-?\d{1,9}(\.0+)?$/.test(value)) return fault('notWhole');
    const number = Number(value);
    if (number < low || number > high) return fault('outOfRange', low, high);
    return taken(String(number));
  };

/** Money in the reporting currency, staged as minor units. */
export const reportingMoney: CellReader = (value, reportingCurrency) => {
  if (!DECIMAL.test(value)) return fault('badDecimal');
  const minor = parseMinor(value, currencyDigits(reportingCurrency));
  if (minor === null) return fault('tooManyDecimals', reportingCurrency);
  return when(minor <= INT8_MAX && minor >= -INT8_MAX, minor.toString(), 'tooLarge');
};

export const reportingMoneyNotNegative: CellReader = (value, reportingCurrency) =>
  value.startsWith('-') && /[1-9]/.test(value)
    ? fault('negative')
    : reportingMoney(value, reportingCurrency);

/** Money in the account's currency: its decimals are checked where the account is known. */
export const accountMoney: CellReader = (value) => when(DECIMAL.test(value), value, 'badDecimal');

export const rate: CellReader = (value) => {
  if (!DECIMAL.test(value)) return fault('badDecimal');
  return when(!value.startsWith('-') && /[1-9]/.test(value), value, 'notPositive');
};

export const currency: CellReader = (value) => when(CURRENCIES.has(value), value, 'badCurrency');

export const email: CellReader = (value) =>
  when(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), value, 'badEmail');

/** Any English is `en`, any Chinese is `zh-CN`: those are the languages there are. */
export const locale: CellReader = (value) => {
  const language = value.toLowerCase().split(/[-_]/)[0];
  const found = LOCALES.find((known) => known.split('-')[0] === language);
  return found ? taken(found) : fault('badLocale');
};

export const timezone: CellReader = (value) => when(isTimezone(value), value, 'badTimezone');
