/** Writes a staging table into the stored one: new rows in, changed rows updated, the same rows untouched. */
import { countsOf, type ImportContext } from './context.ts';
import { stageOf } from './stage.ts';
import { SPECS, type StoredColumn, type TableName } from './tables.ts';

/** Each account's client and what its amounts are multiplied by to become minor units. */
const ACCOUNT_JOIN = `join (select k.account_id, k.client_id, c.factor
  from accounts k join import_currencies c on c.currency = k.currency) a on a.account_id = s.account_id`;

const clientOf = (table: TableName): string =>
  SPECS[table].byAccount ? 'a.client_id' : 's.client_id';

/** A row with an id of its own may have moved to another client: the stored row moves, it is not doubled. */
const moveRows = async (context: ImportContext, table: TableName): Promise<void> => {
  const { ownId, byAccount } = SPECS[table];
  if (!ownId) return;
  await context.tx.unsafe(
    `update ${table} t set client_id = m.client_id
     from (select s."${ownId}" as own_id, ${clientOf(table)} as client_id
       from ${stageOf(table)} s ${byAccount ? ACCOUNT_JOIN : ''}) m
     where t."${ownId}" = m.own_id and t.client_id <> m.client_id`,
  );
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

const statementOf = (table: TableName, delivered: Set<string>): string => {
  const { stored, storedKey, byAccount } = SPECS[table];
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
    returning (xmax = 0) as is_new)
  select count(*) filter (where is_new)::int as inserted,
         count(*) filter (where not is_new)::int as updated from written`;
};

type Written = { inserted: number; updated: number };

/** Stores what is left in staging and settles the table's counts. */
export const upsertTable = async (
  context: ImportContext,
  table: TableName,
  delivered: Set<string>,
): Promise<void> => {
  if (table === 'managers') await releaseEmails(context);
  await moveRows(context, table);
  const [written] = await context.tx.unsafe<Written[]>(statementOf(table, delivered));
  const counts = countsOf(context, table);
  counts.inserted = written?.inserted ?? 0;
  counts.updated = written?.updated ?? 0;
  counts.unchanged =
    counts.read - counts.rejected - counts.skipped - counts.inserted - counts.updated;
};
