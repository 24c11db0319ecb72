/** What is loaded: rows, freshness, and what accounts hold on a day, in each currency. */

import { findCompleteDate } from '../db/business-date.ts';
import type { Sql } from '../db/database.ts';
import { LOAN_LINES } from '../domain/client.ts';
import { currencyDigits, formatMinor } from '../domain/money.ts';
import { FACT_TABLES } from './feeds.ts';
import type { TableName } from './tables.ts';

export type FeedFreshness = {
  feed: string;
  /** What the bank says; null = through the newest row. */
  loadedThrough: string | null;
  newestRowOn: string | null;
};

export type Holdings = {
  currency: string;
  accounts: number;
  /** Plain decimals: what clients have, and what they owe on loans, mortgages and cards. */
  assets: string;
  owed: string;
};

export type Facts = {
  /** null = neither balances nor transactions have come. */
  businessDate: Temporal.PlainDate | null;
  /** The day of all that follows; null where no day is known and none was asked for. */
  on: Temporal.PlainDate | null;
  rows: Partial<Record<TableName, number>>;
  feeds: FeedFreshness[];
  openAccounts: number;
  /** Clients who hold an open account or are authorised to use one. */
  clientsBehind: number;
  holdings: Holdings[];
};

const countRows = async (sql: Sql): Promise<Facts['rows']> => {
  const counts = FACT_TABLES.map(
    (table) => `select '${table}' as name, count(*)::int as n from ${table}`,
  );
  const rows = await sql.unsafe<{ name: TableName; n: number }[]>(counts.join(' union all '));
  const count = new Map(rows.map(({ name, n }) => [name, n]));
  return Object.fromEntries(FACT_TABLES.map((table) => [table, count.get(table) ?? 0]));
};

/** Open on the day: opened, by its first balance or transaction where the file does not say, and not closed. */
const openAccounts = (sql: Sql, on: string) => sql`
  select a.* from accounts a where
    coalesce(a.opened_on, least(
      (select min(b."on") from balances b where b.client_id = a.client_id and b.account_id = a.account_id),
      (select min(t.booked_on) from transactions t
        where t.client_id = a.client_id and t.account_id = a.account_id))) <= ${on}::date
    and (a.closed_on is null or a.closed_on > ${on}::date)`;

const countPeople = async (sql: Sql, on: string) => {
  const [row] = await sql<{ accounts: number; clients: number }[]>`
    with open_now as materialized (${openAccounts(sql, on)}),
    holders as (select distinct client_id from open_now)
    select (select count(*) from open_now)::int as accounts,
      (select count(*) from (
        select client_id from holders
        union
        select r.from_client_id from relations r join holders h on h.client_id = r.to_client_id
        where r.relation = 'authorised_user_of') behind)::int as clients`;
  return { openAccounts: row?.accounts ?? 0, clientsBehind: row?.clients ?? 0 };
};

type HoldingRow = { currency: string; accounts: number; assets: bigint; owed: bigint };

const loadHoldings = async (sql: Sql, on: string): Promise<Holdings[]> => {
  const rows = await sql<HoldingRow[]>`
    with open_now as (${openAccounts(sql, on)}),
    held as (
      select a.currency, a.product_line in ${sql([...LOAN_LINES])} as is_owed,
        (select b.balance_minor from balances b
          where b.client_id = a.client_id and b.account_id = a.account_id and b."on" <= ${on}::date
          order by b."on" desc limit 1) as balance
      from open_now a)
    select currency, count(*)::int as accounts,
      coalesce(sum(balance) filter (where not is_owed), 0)::bigint as assets,
      coalesce(sum(balance) filter (where is_owed), 0)::bigint as owed
    from held group by currency order by currency`;
  return rows.map(({ currency, accounts, assets, owed }) => {
    const digits = currencyDigits(currency);
    return {
      currency,
      accounts,
      assets: formatMinor(assets, digits),
      owed: formatMinor(owed, digits),
    };
  });
};

const NOTHING_HELD = { openAccounts: 0, clientsBehind: 0, holdings: [] };

/** What is loaded, with the holdings of `asked`, else of the business date. */
export const loadFacts = async (sql: Sql, asked: Temporal.PlainDate | null): Promise<Facts> => {
  const businessDate = await findCompleteDate(sql);
  const on = asked ?? businessDate;
  const rows = await countRows(sql);
  const feeds = await sql<FeedFreshness[]>`
    select feed, loaded_through::text as "loadedThrough", newest_row_on::text as "newestRowOn"
    from feeds where delivered order by feed`;
  const common = { businessDate, on, rows, feeds: [...feeds] };
  if (!on) return { ...common, ...NOTHING_HELD };
  const people = await countPeople(sql, on.toString());
  return { ...common, ...people, holdings: await loadHoldings(sql, on.toString()) };
};
