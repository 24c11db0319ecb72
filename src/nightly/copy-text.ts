/** Writes values as a line of PostgreSQL's COPY text format. */

export type CopyValue = string | number | bigint | null | Temporal.PlainDate | Temporal.Instant;

const NEEDS_ESCAPE = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: CopyValue): string =>
  value === null
    ? '\\N'
    : String(value).replace(NEEDS_ESCAPE, (character) => ESCAPED[character] ?? character);

export const copyLine = (values: readonly CopyValue[]): string =>
  `${values.map(cell).join('\t')}\n`;

/** An array of codes, which need no quotes. */
export const codeArray = (codes: readonly string[]): string => `{${codes.join(',')}}`;
