/** Money is a bigint count of minor units (fen, haléř, cent) of one currency; decides how it is read, rounded and written. */

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const digitsByCurrency = new Map<string, number>();

/** True for a three-letter code that Intl can format, e.g. `CNY`. */
export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** Decimal places of a currency's minor unit (ISO 4217 by way of Intl): CNY 2, JPY 0, KWD 3. */
export const currencyDigits = (currency: string): number => {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
};

/**
 * Reads a plain decimal ("-1234.50") as minor units. Trailing zeros beyond the currency's digits are
 * allowed; returns null for anything else, more significant decimals included.
 */
export const parseMinor = (text: string, digits: number): bigint | null => {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const value = BigInt(`${match[2]}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return match[1] === '-' ? -value : value;
};

/** Writes minor units as a plain decimal, always with the currency's digits: 123450n, 2 → "1234.50". */
export const formatMinor = (minor: bigint, digits: number): string => {
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** Minor units as a JSON number of major units; exact up to 2^53 minor units. */
export const minorToNumber = (minor: bigint, digits: number): number =>
  Number(formatMinor(minor, digits));

/** Whole major units (a policy's floor of 10,000) as minor units. */
export const majorToMinor = (major: number | bigint, digits: number): bigint =>
  BigInt(major) * 10n ** BigInt(digits);
