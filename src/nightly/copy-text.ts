/** Writes values as a line of PostgreSQL's COPY text format. */

export type CopyValue = string | number | bigint | null | Temporal.PlainDate | Temporal.Instant;

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const EACH = new RegExp(NEEDS_ESCAPE, 'g');
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Only text can hold what has to be escaped. */
const cell = (value: CopyValue): string => {
  if (value === null) return '\\N';
  if (typeof value !== 'string' || !NEEDS_ESCAPE.test(value)) return String(value);
  return value.replace(EACH, (character) => ESCAPED[character] ?? character);
};

export const copyLine = (values: readonly CopyValue[]): string =>
  `${values.map(cell).join('\t')}\n`;

/** An array of codes, which need no quotes. */
export const codeArray = (codes: readonly string[]): string => `{${codes.join(',')}}`;
