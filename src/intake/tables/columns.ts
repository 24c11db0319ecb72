/** Short names for the columns of the canonical bundle and the way they are stored. */
import * as cells from '../cells.ts';
import type { ColumnSpec, StoredColumn } from '../tables.ts';

const column =
  (type: ColumnSpec['type']) =>
  (name: string, read: ColumnSpec['read'], required = false): ColumnSpec => ({
    name,
    required,
    read,
    type,
  });

export const required = (spec: ColumnSpec): ColumnSpec => ({ ...spec, required: true });
export const textOf = column('text');
export const text = (name: string): ColumnSpec => textOf(name, cells.text);
export const code = (name: string, list: readonly string[]): ColumnSpec =>
  textOf(name, cells.code(list));
export const date = (name: string): ColumnSpec => column('date')(name, cells.date);
export const month = (name: string): ColumnSpec => column('date')(name, cells.month);
export const yesNo = (name: string): ColumnSpec => column('boolean')(name, cells.yesNo);
export const whole = (name: string, low: number, high: number): ColumnSpec =>
  column('integer')(name, cells.whole(low, high));
export const reportingMoney = (name: string): ColumnSpec =>
  column('bigint')(name, cells.reportingMoney);
export const numeric = column('numeric');
export const bigint = column('bigint');

/** A month's row counts from the last day of the month. */
export const monthEnd = (row: string): string =>
  `(${row}."month" + interval '1 month' - interval '1 day')::date`;

/** Stored under the same name, as it is. */
export const same = (...names: string[]): StoredColumn[] =>
  names.map((name) => ({ name, expression: `s."${name}"`, of: [name] }));

/** Stored under another name, or by an expression. */
export const as = (name: string, expression: string, ...of: string[]): StoredColumn => ({
  name,
  expression,
  of,
});

/** An amount in the account's currency as minor units; `factor` is joined with the account. */
export const minorOfAccount = (name: string, column_: string): StoredColumn =>
  as(name, `(s."${column_}" * a.factor)::bigint`, column_);
