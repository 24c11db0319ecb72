/** Opens an .xlsx file again, from the XML that is in it. */
import { strFromU8, unzipSync } from 'fflate';

/** `value`: as a spreadsheet takes it, a date as its number of days; null = an empty cell. */
export type ReadCell = { value: string | number | null; format: string; formula: boolean };
export type ReadSheet = { name: string; rows: ReadCell[][]; widths: number[]; frozen: boolean };

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

const all = (xml: string, pattern: RegExp): RegExpExecArray[] => [...xml.matchAll(pattern)];

/** A1 → 0, C7 → 2. */
const columnOf = (reference: string): number =>
  [...reference.replace(/\d/g, '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

const stylesIn = (xml: string): string[] => {
  const named = new Map(
    all(xml, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id = '', code = '']) => [
      id,
      unescaped(code),
    ]),
  );
  const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  return all(cells, /<xf ([^>]*)>/g).map(([, attributes = '']) => {
    const id = /numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '';
    return named.get(id) ?? 'General';
  });
};

const rowOf = (xml: string, strings: readonly string[], styles: readonly string[]): ReadCell[] => {
  const row: ReadCell[] = [];
  for (const [, attributes = '', content = ''] of all(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const attribute = (name: string): string =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const written = /<v>(.*?)<\/v>/s.exec(content)?.[1];
    const isText = attribute('t') === 's';
    row[columnOf(attribute('r'))] = {
      value:
        written === undefined ? null : isText ? (strings[Number(written)] ?? '') : Number(written),
      format: styles[Number(attribute('s') || '0')] ?? 'General',
      formula: content.includes('<f'),
    };
  }
  return Array.from(row, (cell) => cell ?? { value: null, format: 'General', formula: false });
};

export const readWorkbook = (bytes: Uint8Array): ReadSheet[] => {
  const files = unzipSync(new Uint8Array(bytes));
  const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const strings = all(read('xl/sharedStrings.xml'), /<si><t[^>]*?(?:\/>|>(.*?)<\/t>)<\/si>/gs).map(
    ([, text = '']) => unescaped(text),
  );
  const styles = stylesIn(read('xl/styles.xml'));
  return all(read('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(([, name = ''], index) => {
    const xml = read(`xl/worksheets/sheet${index + 1}.xml`);
    return {
      name: unescaped(name),
      rows: all(xml, /<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs).map(([, row = '']) =>
        rowOf(row, strings, styles),
      ),
      widths: all(xml, /<col [^>]*width="([\d.]+)"/g).map(([, width]) => Number(width)),
      frozen: xml.includes('state="frozen"'),
    };
  });
};

export const valuesOf = ({ rows }: ReadSheet): ReadCell['value'][][] =>
  rows.map((row) => row.map(({ value }) => value));

/** The day that a spreadsheet's number stands for. */
export const dayOfNumber = (days: number): string =>
  Temporal.PlainDate.from('1899-12-30').add({ days }).toString();
