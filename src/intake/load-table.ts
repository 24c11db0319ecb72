/** One table of the bundle: staged, checked against the rest, stored, counted. */
import { removeDuplicates } from './checks/duplicates.ts';
import { checkOrganisation } from './checks/organisation.ts';
import { CHECKS } from './checks/references.ts';
import { removeRows } from './checks/remove-rows.ts';
import { countsOf, type ImportContext } from './context.ts';
import { noteWishes } from './coverage.ts';
import { DERIVED_SOURCE, stageDerivedBalances } from './derive-balances.ts';
import { stageLeftOut } from './end-left-out.ts';
import { noteDelivery, noteFilledColumns, noteTold } from './feeds.ts';
import type { DerivedBalances, TableSource } from './source/source.ts';
import { stageOf, stageTable } from './stage.ts';
import type { TableName } from './tables.ts';
import { upsertTable } from './upsert.ts';

/** Takes out what the other rows, and the rows loaded already, rule out. */
const checkTable = async (
  context: ImportContext,
  table: TableName,
  keep: 'first' | 'last',
): Promise<void> => {
  await removeDuplicates(context, table, keep);
  await checkOrganisation(context, table);
  for (const check of CHECKS[table] ?? []) await removeRows(context, table, check);
};

const deliversManagers = (sources: Pick<TableSource, 'columns'>[]): boolean =>
  sources.some((source) => source.columns.includes('manager_id'));

/** Checks and stores what `stage_<table>` holds. */
export const storeStaged = async (
  context: ImportContext,
  table: TableName,
  sources: Pick<TableSource, 'columns' | 'keep'>[],
): Promise<void> => {
  const keep = sources.some((source) => source.keep === 'last') ? 'last' : 'first';
  await checkTable(context, table, keep);
  if (table === 'clients' && deliversManagers(sources)) await noteWishes(context);
  const delivered = new Set(sources.flatMap((source) => source.columns));
  await upsertTable(context, table, delivered);
  await noteFilledColumns(context, table, delivered);
  await (table === 'feeds' ? noteTold(context) : noteDelivery(context, table));
};

export const dropStage = async (context: ImportContext, table: TableName): Promise<void> => {
  await context.tx.unsafe(`drop table ${stageOf(table)}`);
};

const loadDerivedBalances = async (context: ImportContext): Promise<void> => {
  await stageDerivedBalances(context);
  await storeStaged(context, 'balances', [DERIVED_SOURCE]);
  await dropStage(context, 'balances');
};

/** Loads all sources of one table, and after the transactions the balances that follow from them. */
export const loadTable = async (
  context: ImportContext,
  table: TableName,
  sources: TableSource[],
  derived: DerivedBalances | null,
): Promise<void> => {
  await stageTable(context, table, sources);
  // A row that was rejected is not one that the export left out: then nothing is known to have ended.
  const complete = countsOf(context, table).rejected === 0;
  if (table === 'balances' && complete && sources.every((source) => source.whole))
    await stageLeftOut(context);
  await storeStaged(context, table, sources);
  if (table === 'transactions' && derived) await loadDerivedBalances(context);
  await dropStage(context, table);
};
