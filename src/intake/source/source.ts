/** What every kind of bundle becomes: rows of a table's columns, in batches, with file and line. */
import type { Reject } from '../rejects.ts';
import type { TableName } from '../tables.ts';

/** `cells` in the order of the source's `columns`; null = empty. */
export type SourceRow = { file: string; line: number; cells: (string | null)[] };

export type SourceBatch = { rows: SourceRow[]; rejects: Reject[]; skipped: number };

export type TableSource = {
  table: TableName;
  /** Columns of the table that this source delivers. */
  columns: string[];
  /** Of rows with the same id: `last` takes the last and skips the others; `first` rejects other content. */
  keep: 'first' | 'last';
  batches: () => AsyncIterable<SourceBatch>;
  /** All balances there are on its days: an account without a row has nothing from then on. */
  whole?: boolean;
};

/** A column of a file that no table knows. */
export type UnknownColumn = { file: string; column: string };

/** Day-end balances that are not delivered but follow from a complete ledger. */
export type DerivedBalances = 'running_sum_of_transactions';

export type Bundle = {
  sources: TableSource[];
  unknownColumns: UnknownColumn[];
  derivedBalances: DerivedBalances | null;
};
