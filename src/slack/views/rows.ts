/** Decides how rows of an answer are laid out, as a table or as lines, and how many of them fit. */
import type { DataTableBlock, KnownBlock, RawNumberElement, RawTextElement } from '@slack/types';
import type { Column, Row } from '../../assistant/answer.ts';
import { boldLine, clip, section } from './blocks.ts';
import { cellText, type Manner, tableCell } from './cells.ts';

/** What a person reads of a list; the whole is for the terminal or an export. */
const ROWS_MAX = 50;
const LINES_MAX = 15;
const PAGE_ROWS = 10;
const CELL_MAX = 60;
const LINE_MAX = 300;
/** Below the 20,000 characters of a table and well below the 13,200 of all other blocks. */
const TABLE_CHARS_MAX = 18_000;

type TableCell = RawTextElement | RawNumberElement;

const length = (cells: readonly TableCell[]): number =>
  cells.reduce((sum, { text }) => sum + [...text].length, 0);

const fitting = (rows: readonly TableCell[][]): TableCell[][] => {
  let chars = 0;
  const end = rows.findIndex((cells) => {
    chars += length(cells);
    return chars > TABLE_CHARS_MAX;
  });
  return rows.slice(0, end === -1 ? rows.length : Math.max(1, end));
};

const tableOf = (
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  manner: Manner,
): DataTableBlock => ({
  type: 'data_table',
  caption: clip(caption, 200),
  page_size: PAGE_ROWS,
  rows: [
    columns.map((column) => ({ type: 'raw_text', text: clip(column.heading, CELL_MAX) })),
    ...fitting(
      rows
        .slice(0, ROWS_MAX)
        .map((row) => columns.map((column) => tableCell(column, row[column.key], manner))),
    ),
  ],
});

const lineOf = (columns: readonly Column[], row: Row, manner: Manner): KnownBlock => {
  const [first, ...rest] = columns.map((column) => ({
    heading: clip(column.heading, CELL_MAX),
    text: clip(cellText(column, row[column.key], manner), CELL_MAX),
  }));
  const facts = rest.map(({ heading, text }) => ` · ${heading} ${text}`).join('');
  return boldLine(first?.text ?? '–', facts || ' ', LINE_MAX);
};

/** The blocks and how many of the rows are in them. */
export type RowsView = { blocks: KnownBlock[]; shown: number };

export const tableView = (
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  manner: Manner,
): RowsView => {
  if (rows.length === 0 || columns.length === 0) return { blocks: [], shown: 0 };
  const table = tableOf(caption, columns, rows, manner);
  return { blocks: [table], shown: table.rows.length - 1 };
};

export const linesView = (
  columns: readonly Column[],
  rows: readonly Row[],
  manner: Manner,
  max = LINES_MAX,
): RowsView => {
  if (columns.length === 0) return { blocks: [], shown: 0 };
  const blocks = rows.slice(0, max).map((row) => lineOf(columns, row, manner));
  return { blocks, shown: blocks.length };
};

/** All facts of one client, a line each: too many for the columns of a table. */
export const cardView = (columns: readonly Column[], row: Row, manner: Manner): RowsView => {
  const lines = columns.map((column) => {
    const fact = clip(cellText(column, row[column.key], manner), CELL_MAX);
    return `${clip(column.heading, CELL_MAX)}: ${fact}`;
  });
  return { blocks: lines.length === 0 ? [] : [section(lines.join('\n'))], shown: 1 };
};
