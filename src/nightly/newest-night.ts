import type { Sql, Transaction } from '../db/database.ts';

/** The business date of the newest finished night; null = none has run. */
export const findNewestNight = async (
  sql: Sql | Transaction,
): Promise<Temporal.PlainDate | null> => {
  const [row] = await sql<{ newest: string | null }[]>`
    select max(business_date)::text as newest from nightly_runs`;
  return row?.newest ? Temporal.PlainDate.from(row.newest) : null;
};
