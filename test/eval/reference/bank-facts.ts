/** The tables of a bank, indexed, with its clock: what every fact is computed from. */
import type {
  AccountRow,
  AssessmentRow,
  BalanceRow,
  ClientRow,
  ContactRow,
  StateRow,
  Tables,
  TransactionRow,
} from './tables.ts';

export type Bank = {
  on: Temporal.PlainDate;
  currency: string;
  /** Tables that the bank has delivered at least once. */
  delivered: ReadonlySet<string>;
  tables: Tables;
  clients: ClientRow[];
  client: Map<string, ClientRow>;
  state: Map<string, StateRow>;
  accounts: Map<string, AccountRow[]>;
  balances: Map<string, BalanceRow[]>;
  transactions: Map<string, TransactionRow[]>;
  contacts: Map<string, ContactRow[]>;
  assessments: Map<string, AssessmentRow[]>;
  rates: Map<string, { on: string; rate: number }[]>;
};

const byClient = <T extends { clientId: string }>(rows: T[]): Map<string, T[]> =>
  Map.groupBy(rows, ({ clientId }) => clientId);

export const indexBank = (tables: Tables, on: Temporal.PlainDate): Bank => {
  const state = new Map(tables.states.map((row) => [row.clientId, row]));
  return {
    on,
    currency: tables.settings.find(({ key }) => key === 'reporting_currency')?.value ?? 'CNY',
    delivered: new Set(tables.feeds.filter(({ delivered }) => delivered).map(({ feed }) => feed)),
    tables,
    state,
    clients: tables.clients.filter(({ id }) => state.has(id)),
    client: new Map(tables.clients.map((row) => [row.id, row])),
    accounts: byClient(tables.accounts),
    balances: Map.groupBy(tables.balances, ({ accountId }) => accountId),
    transactions: byClient(tables.transactions),
    contacts: byClient(tables.contacts),
    assessments: byClient(tables.assessments),
    rates: Map.groupBy(tables.rates, ({ currency }) => currency),
  };
};

/** The newest row on or before `day` of rows that are in order. */
export const asOf = <T extends { on: string }>(rows: T[] | undefined, day: string): T | null =>
  rows?.findLast(({ on }) => on <= day) ?? null;
