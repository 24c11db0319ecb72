/** Decides whether a row's cells are, each by itself, what the table's columns promise. */
import type { CellFault } from './cells.ts';
import type { SourceRow } from './source/source.ts';
import type { ColumnSpec, TableSpec } from './tables.ts';

/** One place in the staging row: the column and where the source has it (-1: not delivered). */
export type Layout = { column: ColumnSpec; position: number }[];

export type ValidRow = { staged: (string | null)[] };
export type InvalidRow = { column: string; value: string | null; fault: CellFault };

export const layoutOf = (spec: TableSpec, columns: string[]): Layout =>
  spec.columns.map((column) => ({ column, position: columns.indexOf(column.name) }));

const invalid = (column: string, value: string | null, fault: CellFault): InvalidRow => ({
  column,
  value,
  fault,
});

/** The first fault of the row, else its staging texts in the order of the table's columns. */
export const validateRow = (
  row: SourceRow,
  layout: Layout,
  reportingCurrency: string,
): ValidRow | InvalidRow => {
  const staged: (string | null)[] = [];
  for (const { column, position } of layout) {
    const value = position < 0 ? null : (row.cells[position] ?? null);
    if (value === null) {
      if (column.required)
        return invalid(column.name, null, { code: 'required', parameters: [column.name] });
      staged.push(null);
      continue;
    }
    const read = column.read(value, reportingCurrency);
    if ('fault' in read) return invalid(column.name, value, read.fault);
    staged.push(read.text);
  }
  return { staged };
};
