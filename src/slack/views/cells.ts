/** Decides how one fact of an answer is written in a table; `masked` hides names and exact amounts. */
import type { RawNumberElement, RawTextElement } from '@slack/types';
import type { Cell, Column } from '../../assistant/answer.ts';
import type { Locale } from '../../domain/actor.ts';
import { clip } from './blocks.ts';
import { bandOf, maskName } from './mask.ts';

export type Manner = { locale: Locale; currency: string | null; masked: boolean };

/** Ten columns of fifty rows at this length stay below a table's 20,000 characters for what names are. */
const CELL_MAX = 60;

/** A difference says which way it goes. */
const signOf = ({ key }: Column) =>
  ({ signDisplay: key.endsWith('Change') ? 'exceptZero' : 'auto' }) as const;

const amount = (column: Column, value: number, { locale, currency, masked }: Manner): string => {
  if (masked) return bandOf(value, locale);
  const style = currency ? ({ style: 'currency', currency } as const) : {};
  const digits = { ...style, ...signOf(column), maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(value);
};

const numberText = (column: Column, value: number, manner: Manner): string => {
  if (column.kind === 'money') return amount(column, value, manner);
  const text = new Intl.NumberFormat(manner.locale, {
    ...signOf(column),
    maximumFractionDigits: 1,
  }).format(value);
  return column.kind === 'percent' ? `${text}%` : text;
};

/** A fact as people read it. */
export const cellText = (column: Column, cell: Cell | undefined, manner: Manner): string => {
  if (cell === null || cell === undefined) return column.whenNull || '–';
  const named = (code: string): string => column.labels?.[code] ?? code;
  if (Array.isArray(cell))
    return cell.map(named).join(manner.locale === 'zh-CN' ? '、' : ', ') || column.whenNull || '–';
  if (typeof cell === 'number') return numberText(column, cell, manner);
  if (typeof cell === 'boolean') return named(String(cell));
  if (column.key === 'name' && manner.masked) return maskName(cell);
  return named(cell);
};

/** The fact as a table's cell; numbers keep their value, so that Slack can sort by it, unless masked. */
export const tableCell = (
  column: Column,
  cell: Cell | undefined,
  manner: Manner,
): RawTextElement | RawNumberElement => {
  const text = clip(cellText(column, cell, manner), CELL_MAX);
  if (typeof cell !== 'number' || manner.masked) return { type: 'raw_text', text };
  return { type: 'raw_number', value: cell, text };
};
