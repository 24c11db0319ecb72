/** The canonical bundle, one entry a table: its columns, what identifies a row, and where it is stored. */
import type { CellReader } from './cells.ts';
import { clientTables } from './tables/clients.ts';
import { eventTables } from './tables/events.ts';
import { moneyTables } from './tables/money.ts';
import { organisationTables } from './tables/organisation.ts';

export type ColumnSpec = {
  name: string;
  required: boolean;
  read: CellReader;
  /** Type of the staging column. */
  type: 'text' | 'date' | 'numeric' | 'bigint' | 'integer' | 'boolean';
};

/** One stored column: `expression` over staging `s` (and `a`, the account), made of the columns `of`. */
export type StoredColumn = { name: string; expression: string; of: string[] };

export type TableSpec = {
  columns: ColumnSpec[];
  /** Columns of the bundle that identify a row. */
  key: string[];
  stored: StoredColumn[];
  /** Primary key of the stored table. */
  storedKey: string[];
  /** Rows belong to an account: `a` and its currency are joined when stored. */
  byAccount?: true;
  /** The row's own id, where the stored key also has the client: a row may move to another client. */
  ownId?: string;
  /** SQL over staging `s`: the newest day that a row speaks of. */
  newestOn?: string;
  /**
   * SQL over a stored row: the day from which it counts, and the one on which it stops. Neither: what it says
   * has no day, and nights already decided keep what they knew of it.
   */
  begins?: (row: string) => string;
  ends?: (row: string) => string;
};

/** In the order in which they are loaded: what is referred to comes first. */
export const TABLES = [
  'settings',
  'feeds',
  'branches',
  'managers',
  'fx_rates',
  'clients',
  'accounts',
  'balances',
  'transactions',
  'activity',
  'month_ends',
  'contacts',
  'complaints',
  'surveys',
  'logins',
  'relations',
] as const;
export type TableName = (typeof TABLES)[number];

export const SPECS: Record<TableName, TableSpec> = {
  ...organisationTables,
  ...clientTables,
  ...moneyTables,
  ...eventTables,
};
