/** Writes a staging table into the stored one: new rows in, changed rows updated, the same rows untouched. */
import { countsOf, type ImportContext, type TableCounts } from './context.ts';
import { stageOf } from './stage.ts';
import { SPECS, type StoredColumn, type TableName } from './tables.ts';

/** Each account's client and what its amounts are multiplied by to become minor units. */
const ACCOUNT_JOIN = `join (select k.account_id, k.client_id, c.factor
  from accounts k join import_currencies c on c.currency = k.currency) a on a.account_id = s.account_id`;

const clientOf = (table: TableName): string =>
  SPECS[table].byAccount ? 'a.client_id' : 's.client_id';

/**
 * A row with an id of its own may have moved to another client: the stored row moves, it is not doubled.
 * Gives the oldest day that moved; null = none.
 */
const moveRows = async (context: ImportContext, table: TableName): Promise<string | null> => {
  const { ownId, byAccount, begins } = SPECS[table];
  if (!ownId) return null;
  const [moved] = await context.tx.unsafe<{ from: string | null }[]>(
    `with moved as (
       update ${table} t set client_id = m.client_id
       from (select s."${ownId}" as own_id, ${clientOf(table)} as client_id
         from ${stageOf(table)} s ${byAccount ? ACCOUNT_JOIN : ''}) m
       where t."${ownId}" = m.own_id and t.client_id <> m.client_id
       returning ${begins?.('t') ?? 'null::date'} as begins)
     select min(begins)::text as from from moved`,
  );
  return moved?.from ?? null;
};

/** Two managers may trade e-mail addresses, which are unique at every moment: the old ones are let go first. */
const releaseEmails = async (context: ImportContext): Promise<void> => {
  await context.tx`
    update managers m set email = 'released ' || m.manager_id
    from stage_managers s
    where s.manager_id = m.manager_id and lower(s.email) <> lower(m.email)`;
};

const names = (columns: StoredColumn[], prefix = ''): string =>
  columns.map(({ name }) => `${prefix}"${name}"`).join(', ');

/** What the bundle says nothing about stays: only columns that it delivers are updated. */
const updatesOf = (table: TableName, delivered: Set<string>): StoredColumn[] =>
  SPECS[table].stored.filter(
    ({ name, of }) =>
      !SPECS[table].storedKey.includes(name) && of.some((column) => delivered.has(column)),
  );

/**
 * The oldest day of which a written row says something else than before. The statement still sees the row as
 * it was: of one that only stops to count on another day, that day.
 */
const changedFrom = (table: TableName): string => {
  const { begins, ends, storedKey } = SPECS[table];
  const [from, until] = [begins?.('o') ?? 'null::date', ends?.('o')];
  const sameRow = storedKey.map((name) => `o."${name}" = w."${name}"`).join(' and ');
  const changed = until
    ? `when ${until} is distinct from w.ends then least(${until}, w.ends) end`
    : 'else w.begins end';
  return `min(case when w.is_new then w.begins else (
    select case when ${from} is distinct from w.begins then least(${from}, w.begins) ${changed}
      from ${table} o where ${sameRow}) end)`;
};

const statementOf = (table: TableName, delivered: Set<string>): string => {
  const { stored, storedKey, byAccount, begins, ends } = SPECS[table];
  const updates = updatesOf(table, delivered);
  const key = storedKey.map((name) => `"${name}"`).join(', ');
  const onConflict =
    updates.length === 0
      ? 'do nothing'
      : `do update set ${updates.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ')}
         where (${names(updates, 't.')}) is distinct from (${names(updates, 'excluded.')})`;
  return `with written as (
    insert into ${table} as t (${names(stored)})
    select ${stored.map(({ expression }) => expression).join(', ')}
    from ${stageOf(table)} s ${byAccount ? ACCOUNT_JOIN : ''}
    order by ${storedKey.map((name) => stored.findIndex((column) => column.name === name) + 1).join(', ')}
    on conflict (${key}) ${onConflict}
    returning (t.xmax = 0) as is_new, ${storedKey.map((name) => `t."${name}"`).join(', ')},
      ${begins?.('t') ?? 'null::date'} as begins, ${ends?.('t') ?? 'null::date'} as ends)
  select count(*) filter (where is_new)::int as inserted,
         count(*) filter (where not is_new)::int as updated,
         ${changedFrom(table)}::text as "changedFrom" from written w`;
};

type Written = Pick<TableCounts, 'inserted' | 'updated' | 'changedFrom'>;

const olderOf = (...dates: (string | null | undefined)[]): string | null =>
  dates.filter((on) => on != null).sort()[0] ?? null;

/** Stores what is left in staging and settles the table's counts. */
export const upsertTable = async (
  context: ImportContext,
  table: TableName,
  delivered: Set<string>,
): Promise<void> => {
  if (table === 'managers') await releaseEmails(context);
  const movedFrom = await moveRows(context, table);
  const [written] = await context.tx.unsafe<Written[]>(statementOf(table, delivered));
  const counts = countsOf(context, table);
  counts.inserted = written?.inserted ?? 0;
  counts.updated = written?.updated ?? 0;
  counts.changedFrom = olderOf(written?.changedFrom, movedFrom);
  counts.unchanged =
    counts.read - counts.rejected - counts.skipped - counts.inserted - counts.updated;
};
