/** Decides how an answer looks as a file: its columns and rows as they are, with nothing a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';
import type { Answer, Cell, Column, ColumnKind, Row } from '../assistant/answer.ts';
import { slackText } from '../text/slack.ts';
import { visible } from './views/blocks.ts';

/** What makes Excel, its Chinese edition too, or a like program take text for a formula. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/u;

/** Text that no spreadsheet computes. */
export const defused = (text: string): string => {
  const shown = visible(text);
  return FORMULA.test(shown) ? `'${shown}` : shown;
};

const cellValue = (column: Column, cell: Cell | undefined): string | number => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return cell;
  const named = (code: string): string => column.labels?.[code] ?? code;
  if (Array.isArray(cell)) return defused(cell.map(named).join(' / '));
  return defused(named(String(cell)));
};

/** `kinds` and `headings` are of the columns, in order; an empty text is a fact that is not known. */
export type Sheet = { headings: string[]; kinds: ColumnKind[]; rows: (string | number)[][] };

const groupSheet = ({ groups, columns, language }: Answer): Sheet => {
  const words = slackText[language];
  const measured = columns.filter(
    ({ key }) => key !== 'count' && key !== 'name' && groups.some((group) => key in group),
  );
  return {
    headings: [words.groupHeading, words.countHeading, ...measured.map(({ heading }) => heading)],
    kinds: ['text', 'count', ...measured.map(({ kind }) => kind)],
    rows: groups.map((group) => [
      defused(group.name || words.none),
      group.count,
      ...measured.map((column) => cellValue(column, group[column.key] as Cell | undefined)),
    ]),
  };
};

/** Headings and rows of clients. */
export const clientSheet = (columns: readonly Column[], rows: readonly Row[]): Sheet => ({
  headings: columns.map(({ heading }) => defused(heading)),
  kinds: columns.map(({ kind }) => kind),
  rows: rows.map((row) => columns.map((column) => cellValue(column, row[column.key]))),
});

/** Headings and rows: of groups where the answer has them, else of clients. */
export const sheetOf = (answer: Answer): Sheet =>
  answer.groups.length > 0 ? groupSheet(answer) : clientSheet(answer.columns, answer.rows);

/** UTF-8 with a byte order mark: without it Excel shows Chinese as noise. */
export const csvOf = ({ headings, rows }: Pick<Sheet, 'headings' | 'rows'>): string =>
  stringify([headings, ...rows], { bom: true, record_delimiter: 'windows' });
