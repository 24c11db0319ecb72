/** Decides what a row of a quarter's export says of a client, in integers; an absent file stays absent. */
import { daysBetween, parseDate } from '../domain/business-date.ts';
import type {
  Behaviour,
  HoldingsOnDay,
  MonthEnd,
  ScorecardFacts,
} from '../tiering/scorecard/facts.ts';

export type Row = Readonly<Record<string, string>>;
/** Rows by client id; null = the file was not delivered. */
export type Table = ReadonlyMap<string, Row> | null;
export type ExportTables = {
  holdings: Table;
  behaviour: Table;
  month0: Table;
  month1: Table;
  month2: Table;
};

const HUNDRED = 100;

/** A decimal of the export as hundredths; empty or unreadable = 0, as the bank leaves an empty cell for none. */
const hundredths = (text: string | undefined): bigint => {
  const value = Math.round(Number(text ?? '') * HUNDRED);
  return Number.isSafeInteger(value) ? BigInt(value) : 0n;
};

/** A count; the export writes some as `3.0`. */
const count = (text: string | undefined): bigint => hundredths(text) / BigInt(HUNDRED);

const TERM = ['X1', 'X2', 'X8'];
const INVESTED = ['X4', 'X5', 'X6'];
const ASSETS = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X8'];

const holdingsOf = (row: Row): HoldingsOnDay => {
  const sum = (columns: readonly string[]): bigint =>
    columns.reduce((total, column) => total + hundredths(row[column]), 0n);
  return {
    termMinor: sum(TERM),
    demandMinor: hundredths(row.X3),
    investmentsMinor: sum(INVESTED),
    loansMinor: hundredths(row.X7),
    products: BigInt(ASSETS.filter((column) => hundredths(row[column]) > 0n).length),
  };
};

const idleDays = (at: string | undefined, on: Temporal.PlainDate): bigint | null => {
  const date = parseDate((at ?? '').slice(0, 10).replaceAll('/', '-'));
  return date === null ? null : BigInt(Math.max(0, daysBetween(date, on)));
};

const behaviourOf = (row: Row, on: Temporal.PlainDate): Behaviour => ({
  logins: count(row.B1),
  transfersIn: count(row.B2),
  transfersInMinor: hundredths(row.B3),
  transfersOut: count(row.B4),
  transfersOutMinor: hundredths(row.B5),
  transactions: count(row.B7),
  idleDays: idleDays(row.B6, on),
});

const NO_DEPOSIT: MonthEnd = { depositsMinor: 0n, depositProducts: 0n };

const monthEndOf = (table: Table, clientId: string): MonthEnd | null => {
  if (table === null) return null;
  const row = table.get(clientId);
  return row ? { depositsMinor: hundredths(row.C1), depositProducts: count(row.C2) } : NO_DEPOSIT;
};

/** Facts of one client on `on`, the quarter's last day. A client without a row in the monthly files had no deposit then. */
export const clientFacts = (
  clientId: string,
  tables: ExportTables,
  on: Temporal.PlainDate,
): ScorecardFacts => {
  const held = tables.holdings?.get(clientId);
  const behaved = tables.behaviour?.get(clientId);
  return {
    holdings: held ? holdingsOf(held) : null,
    behaviour: behaved ? behaviourOf(behaved, on) : null,
    monthEnds: [
      monthEndOf(tables.month0, clientId),
      monthEndOf(tables.month1, clientId),
      monthEndOf(tables.month2, clientId),
    ],
  };
};
