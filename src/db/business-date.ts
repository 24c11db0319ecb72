/** Through which date the bank's data are complete: what "today" is before any night has run. */
import type { Sql, Transaction } from './database.ts';

/** A feed is complete through its `loaded_through`, else through its newest row. */
export const findFeedDates = async (
  sql: Sql | Transaction,
): Promise<Map<string, Temporal.PlainDate>> => {
  const rows = await sql<{ feed: string; through: string }[]>`
    select feed, coalesce(loaded_through, newest_row_on)::text as through from feeds
     where delivered and coalesce(loaded_through, newest_row_on) is not null`;
  return new Map(rows.map(({ feed, through }) => [feed, Temporal.PlainDate.from(through)]));
};

/**
 * The newest date through which balances and transactions are complete, of those two that the bank
 * delivers; null = neither has come yet.
 */
export const findCompleteDate = async (
  sql: Sql | Transaction,
): Promise<Temporal.PlainDate | null> => {
  const feeds = await findFeedDates(sql);
  const dates = ['balances', 'transactions'].flatMap((feed) => feeds.get(feed) ?? []);
  return dates.sort(Temporal.PlainDate.compare)[0] ?? null;
};
