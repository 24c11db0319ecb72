/** Which imports have changed what nights already decided on: late rows, corrected ones. */
import type { Sql } from '../db/database.ts';
import { compareDates } from '../domain/business-date.ts';

/** `from`: the oldest decided day of which facts are others now; null = none. */
export type LateFacts = { importIds: number[]; from: Temporal.PlainDate | null };

/** Of the imports that no night has taken in. What lies before the first night was never decided. */
export const findLateFacts = async (sql: Sql): Promise<LateFacts> => {
  const [row] = await sql<{ ids: number[]; from: string | null }[]>`
    with nights as (select min(business_date) as first, max(business_date) as newest from nightly_runs)
    select coalesce(array_agg(import_id::int order by import_id), '{}'::int[]) as ids,
           min(greatest(changed_from, first)) filter (where changed_from <= newest)::text as from
      from imports cross join nights where assessed_at is null`;
  return {
    importIds: row?.ids ?? [],
    from: row?.from ? Temporal.PlainDate.from(row.from) : null,
  };
};

/** They have been taken in: the next night need not begin so early. */
export const noteAssessed = async (
  sql: Sql,
  { importIds }: LateFacts,
  at: Temporal.Instant,
): Promise<void> => {
  await sql`update imports set assessed_at = ${at.toString()}::text::timestamptz
    where import_id = any(${importIds}::bigint[])`;
};

/** The older of two first dates, where null asks for none. */
export const earlierOf = (
  a: Temporal.PlainDate | null,
  b: Temporal.PlainDate | null,
): Temporal.PlainDate | null => (a && b ? (compareDates(a, b) < 0 ? a : b) : (a ?? b));
