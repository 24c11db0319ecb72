/** Reads what a scorecard needs of each client of a range, and decides which feed each number is from. */
import type { ClientFacts } from '../../tiering/facts.ts';
import type { AgedFeed } from '../../tiering/policy-document.ts';
import type {
  Behaviour,
  HoldingsOnDay,
  MonthEnd,
  ScorecardFacts,
} from '../../tiering/scorecard/facts.ts';
import type { Transaction } from '../database.ts';
import type { ClientRange, Night } from './night.ts';
import { columnsOf } from './parse-row.ts';
import { copyLines } from './read-metrics.ts';
import type { ScorecardNight } from './scorecard-night.ts';
import { scorecardSql } from './scorecard-sql.ts';

type Columns = ReturnType<typeof columnsOf>;

const readHoldings = (column: Columns): HoldingsOnDay => ({
  termMinor: column.minor(),
  demandMinor: column.minor(),
  investmentsMinor: column.minor(),
  loansMinor: column.minor(),
  products: column.minor(),
});

const readEnd = (column: Columns) => ({
  heldMinor: column.minorOrNull(),
  heldProducts: column.minor(),
  reportedMinor: column.minorOrNull(),
  isReported: column.flag(),
  reportedProducts: column.minorOrNull(),
});
type EndColumns = ReturnType<typeof readEnd>;

const readBooked = (column: Columns) => ({
  inMonth: column.minor(),
  transactions: column.minor(),
  transfersIn: column.minor(),
  transfersInMinor: column.minorOrNull(),
  transfersOut: column.minor(),
  transfersOutMinor: column.minorOrNull(),
});

const readMonthly = (column: Columns) => ({
  isDelivered: column.flag(),
  logins: column.minorOrNull(),
  transfersIn: column.minorOrNull(),
  transfersInMinor: column.minorOrNull(),
  transfersOut: column.minorOrNull(),
  transfersOutMinor: column.minorOrNull(),
  transactions: column.minorOrNull(),
});

/** A row of the query, before it is known which feeds can be believed. */
export type ScorecardRow = {
  holdings: HoldingsOnDay;
  ends: [EndColumns, EndColumns, EndColumns];
  booked: ReturnType<typeof readBooked>;
  monthly: ReturnType<typeof readMonthly>;
};

/** By client id; as many as the range has clients. */
export const readScorecardRows = async (
  tx: Transaction,
  night: Night,
  at: ScorecardNight,
  range: ClientRange,
): Promise<Map<string, ScorecardRow>> => {
  const rows = new Map<string, ScorecardRow>();
  for await (const line of copyLines(tx, scorecardSql(night, at, range))) {
    const column = columnsOf(line);
    const clientId = column.text();
    rows.set(clientId, {
      holdings: readHoldings(column),
      ends: [readEnd(column), readEnd(column), readEnd(column)],
      booked: readBooked(column),
      monthly: readMonthly(column),
    });
  }
  return rows;
};

// bank reported the month | client among them | balances fresh and that early | → deposits
//          yes            |       yes         |              -                | as reported
//          yes            |       no          |              -                | none
//          no             |        -          |             yes               | of the balances
//          no             |        -          |             no                | not assessed
const monthEndOf = (end: EndColumns, isReported: boolean, isHeld: boolean): MonthEnd | null => {
  if (isReported)
    return end.isReported
      ? { depositsMinor: end.reportedMinor ?? 0n, depositProducts: end.reportedProducts }
      : { depositsMinor: 0n, depositProducts: 0n };
  if (!isHeld || end.heldMinor === null) return null;
  return { depositsMinor: end.heldMinor, depositProducts: end.heldProducts };
};

// monthly sums of the client | transactions fresh and that early | any in the month | → behaviour
//            yes             |              yes                  |       yes        | of the transactions
//            yes             |              yes                  |       no         | of the monthly sums
//            yes             |              no                   |        -         | of the monthly sums
//            no              |              yes                  |        -         | of the transactions
//            no              |              no                   |        -         | not assessed
const behaviourOf = (
  { booked, monthly }: ScorecardRow,
  isBooked: boolean,
  { bookedQuarter }: ScorecardNight,
  idleDays: number | null,
): Behaviour | null => {
  const idle = { idleDays: idleDays === null ? null : BigInt(idleDays) };
  if (monthly.isDelivered && !(isBooked && booked.inMonth > 0n)) {
    const { isDelivered: _, ...numbers } = monthly;
    return { ...numbers, ...idle };
  }
  if (!isBooked) return null;
  const { inMonth: _, transactions, ...numbers } = booked;
  const { logins } = monthly;
  return { ...numbers, logins, transactions: bookedQuarter ? transactions : null, ...idle };
};

/** What a scorecard reads of one client on D; a feed that is missing or stale leaves null, never 0. */
export const scorecardFacts = (
  row: ScorecardRow,
  facts: Pick<ClientFacts, 'idleDays'>,
  at: ScorecardNight,
  freshFeeds: ReadonlySet<AgedFeed>,
): ScorecardFacts => {
  const fresh = freshFeeds.has('balances');
  const end = (n: 0 | 1 | 2) =>
    monthEndOf(row.ends[n], at.reported[n] ?? false, fresh && (at.held[n] ?? false));
  const isBooked = freshFeeds.has('transactions') && at.bookedMonth;
  return {
    holdings: fresh ? row.holdings : null,
    behaviour: behaviourOf(row, isBooked, at, facts.idleDays),
    monthEnds: [end(0), end(1), end(2)],
  };
};
