/** An answer as an Excel workbook: typed cells under a heading that stays, and a sheet that says how it was read. */

import stringWidth from 'string-width';
import writeXlsxFile, { type Cell as SheetCell, type SheetData } from 'write-excel-file/node';
import type { Answer, ColumnKind } from '../assistant/answer.ts';
import { currencyDigits } from '../domain/money.ts';
import { slackFileText } from '../text/slack-file.ts';
import { clientSheet, defused, type Sheet, sheetOf } from './spreadsheet.ts';

/** Excel's own limit of a cell is 32,767 UTF-16 units; a code point takes at most two. */
const CELL_MAX = 16_000;
const WIDTH_MIN = 10;
const WIDTH_MAX = 48;
/** Rows whose width decides a column's: reading them all would cost more than the file. */
const MEASURED_ROWS = 200;
const READING_WIDTHS = [18, 100];
/** Excel counts days from 1900; what lies before has no number there. */
const FIRST_YEAR = 1901;
const DAY_FORMAT = 'yyyy-mm-dd';
/** A cell of this format stays text when somebody edits it. */
const TEXT_FORMAT = '@';

const moneyFormat = (currency: string | null): string => {
  const digits = currency ? currencyDigits(currency) : 2;
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
};

const numberFormat = (kind: ColumnKind, currency: string | null): { format?: string } => {
  if (kind === 'money') return { format: moneyFormat(currency) };
  return kind === 'percent' ? { format: '0.0"%"' } : {};
};

/** What no XML may hold. */
const NOT_XML = /[\ufffe\uffff]/g;

const textCell = (text: string): SheetCell => ({
  value: [...text.toWellFormed().replace(NOT_XML, '')].slice(0, CELL_MAX).join(''),
  type: String,
  format: TEXT_FORMAT,
});

const dayCell = (isoDate: string): SheetCell =>
  Number(isoDate.slice(0, 4)) < FIRST_YEAR
    ? textCell(isoDate)
    : { value: new Date(`${isoDate}T00:00:00Z`), type: Date, format: DAY_FORMAT };

const typed = (value: string | number, kind: ColumnKind, currency: string | null): SheetCell => {
  if (value === '') return null;
  if (typeof value === 'number') return { value, type: Number, ...numberFormat(kind, currency) };
  return kind === 'date' ? dayCell(value) : textCell(value);
};

const wrapped = (text: string): SheetCell => ({
  ...(textCell(defused(text)) as object),
  wrap: true,
});

const bold = (text: string): SheetCell => ({ value: text, type: String, fontWeight: 'bold' });

const widthsOf = ({ headings, rows }: Sheet): { width: number }[] =>
  headings.map((heading, index) => {
    const some = rows.slice(0, MEASURED_ROWS).map((row) => stringWidth(String(row[index] ?? '')));
    const widest = Math.max(stringWidth(heading), ...some);
    return { width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, widest + 2)) };
  });

const dataOf = ({ headings, kinds, rows }: Sheet, currency: string | null): SheetData => [
  headings.map(bold),
  ...rows.map((row) => row.map((value, index) => typed(value, kinds[index] ?? 'text', currency))),
];

/** How many of those that match are in the file; null = the answer is not about a set. */
const rowsSaid = ({ total, groups, rows, language }: Answer): string | null => {
  if (total === null || groups.length > 0) return null;
  const words = slackFileText[language];
  return rows.length < total ? words.someRows(rows.length, total) : words.allRows(rows.length);
};

const readingOf = (answer: Answer): SheetData => {
  const words = slackFileText[answer.language];
  const lines: [string, SheetCell | null][] = [
    [words.readAs, answer.interpretation && wrapped(answer.interpretation)],
    [words.dataAsOf, answer.businessDate && dayCell(answer.businessDate)],
    [words.policy, answer.policyVersion && wrapped(answer.policyVersion)],
    [words.receipt, answer.receiptId && textCell(answer.receiptId)],
    [words.scope, answer.scope && wrapped(answer.scope)],
    [words.currency, answer.currency && textCell(answer.currency)],
    [words.rows, rowsSaid(answer)],
    ...answer.rules.map((rule): [string, SheetCell] => [words.definition, wrapped(rule)]),
  ];
  return lines.filter(([, said]) => said).map(([label, said]) => [bold(label), said]);
};

/** The bytes of an .xlsx file: the rows or groups, clients in the asker's care apart, and the reading. */
export const workbookOf = async (answer: Answer): Promise<Buffer> => {
  const words = slackFileText[answer.language];
  const sheet = (name: string, content: Sheet) => ({
    data: dataOf(content, answer.currency),
    sheet: name,
    columns: widthsOf(content),
    stickyRowsCount: 1,
  });
  const { columns, coverRows, groups } = answer;
  const cared = coverRows.length > 0 ? [clientSheet(columns, coverRows)] : [];
  return writeXlsxFile([
    sheet(groups.length > 0 ? words.groups : words.clients, sheetOf(answer)),
    ...cared.map((content) => sheet(words.standIn, content)),
    {
      data: readingOf(answer),
      sheet: words.reading,
      columns: READING_WIDTHS.map((width) => ({ width })),
    },
  ]).toBuffer();
};
