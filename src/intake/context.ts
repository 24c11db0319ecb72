/** What every step of one import shares. */
import type { Transaction } from '../db/database.ts';
import type { Reject, RejectsFile } from './rejects.ts';
import type { TableName } from './tables.ts';

export type TableCounts = {
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  skipped: number;
  /** The oldest day of which a dated row now says something else; null = none. */
  changedFrom: string | null;
};

export type ImportContext = {
  tx: Transaction;
  reportingCurrency: string;
  rejects: RejectsFile;
  counts: Map<TableName, TableCounts>;
  /** Names of source files; staging keeps their positions. */
  files: string[];
  /** Feeds whose `loaded_through` this bundle gives. */
  told: Set<string>;
  /** Tells a person who waits, at most every other second. */
  tick: (table: TableName, rows: number) => void;
};

export const countsOf = (context: ImportContext, table: TableName): TableCounts => {
  const known = context.counts.get(table);
  if (known) return known;
  const none: TableCounts = {
    ...{ read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, skipped: 0 },
    changedFrom: null,
  };
  context.counts.set(table, none);
  return none;
};

export const reject = async (
  context: ImportContext,
  table: TableName,
  rejected: Reject,
): Promise<void> => {
  countsOf(context, table).rejected += 1;
  await context.rejects.add(rejected);
};
