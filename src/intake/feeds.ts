/** How far each table reaches: what the bank says of it, else its newest row. */
import type { ImportContext } from './context.ts';
import { stageOf } from './stage.ts';
import { SPECS, TABLES, type TableName } from './tables.ts';

const newestOf = async (context: ImportContext, table: TableName): Promise<string | null> => {
  const { newestOn } = SPECS[table];
  if (!newestOn) return null;
  const [row] = await context.tx.unsafe<{ on: string | null }[]>(
    `select max(${newestOn})::text as on from ${stageOf(table)} s`,
  );
  return row?.on ?? null;
};

/** Remembers which feeds this bundle speaks of. */
export const noteTold = async ({ tx, told }: ImportContext): Promise<void> => {
  for (const { feed } of await tx<{ feed: string }[]>`select feed from stage_feeds`) told.add(feed);
};

/**
 * Notes that a table was delivered. An older `loaded_through` no longer holds once newer rows come without
 * one: then the table is complete through its newest row.
 */
export const noteDelivery = async (context: ImportContext, table: TableName): Promise<void> => {
  const newestOn = await newestOf(context, table);
  const told = context.told.has(table);
  await context.tx`
    insert into feeds as f (feed, newest_row_on) values (${table}, ${newestOn})
    on conflict (feed) do update set
      delivered = true,
      loaded_through = case when ${told} or f.loaded_through >= excluded.newest_row_on
        or excluded.newest_row_on is null then f.loaded_through end,
      newest_row_on = greatest(f.newest_row_on, excluded.newest_row_on)`;
};

/** Which of a table's optional columns hold a value somewhere, of those that never did before. */
export const noteFilledColumns = async (
  { tx }: ImportContext,
  table: TableName,
  delivered: ReadonlySet<string>,
): Promise<void> => {
  const known = await tx<{ column: string }[]>`
    select "column" from filled_columns where feed = ${table}`;
  const before = new Set(known.map(({ column }) => column));
  const asked = SPECS[table].columns.filter(
    ({ name, required }) => !required && delivered.has(name) && !before.has(name),
  );
  for (const { name } of asked)
    await tx.unsafe(
      `insert into filled_columns (feed, "column") select $1, $2
        where exists (select from ${stageOf(table)} where "${name}" is not null)`,
      [table, name],
    );
};

/** Tables of facts, in the order in which people read them. */
export const FACT_TABLES = TABLES.filter((table) => table !== 'feeds' && table !== 'settings');
