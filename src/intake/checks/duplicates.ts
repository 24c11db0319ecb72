/** One row an id: the same content again is dropped, other content is rejected or, by mapping, the last taken. */
import { countsOf, type ImportContext } from '../context.ts';
import { stageOf } from '../stage.ts';
import { SPECS, type TableName } from '../tables.ts';
import { removeRows } from './remove-rows.ts';

const quoted = (alias: string, names: string[]): string =>
  names.map((name) => `${alias}."${name}"`).join(', ');

const sameKey = (table: TableName): string =>
  SPECS[table].key.map((name) => `s."${name}" = d."${name}"`).join(' and ');

/** Collects the ids that occur more than once, with the row that stands; returns how many there are. */
const collect = async (
  context: ImportContext,
  table: TableName,
  keep: 'first' | 'last',
): Promise<number> => {
  const key = SPECS[table].key.map((name) => `"${name}"`).join(', ');
  const { count } = await context.tx.unsafe(
    `create temp table twice on commit drop as select ${key}, ${keep === 'first' ? 'min' : 'max'}(n) as stands
     from ${stageOf(table)} group by ${key} having count(*) > 1`,
  );
  return count;
};

export const removeDuplicates = async (
  context: ImportContext,
  table: TableName,
  keep: 'first' | 'last',
): Promise<void> => {
  const found = await collect(context, table, keep);
  if (found > 0 && keep === 'first') {
    const content = SPECS[table].columns.map((column) => column.name);
    await removeRows(context, table, {
      column: SPECS[table].key[0] ?? '',
      code: 'duplicate',
      using: `twice d join ${stageOf(table)} f on f.n = d.stands`,
      where: `${sameKey(table)} and s.n <> d.stands and
        (${quoted('s', content)}) is distinct from (${quoted('f', content)})`,
      parameter: 'f.line',
    });
  }
  if (found > 0) {
    const dropped = await context.tx.unsafe(
      `delete from ${stageOf(table)} s using twice d where ${sameKey(table)} and s.n <> d.stands`,
    );
    if (keep === 'last') countsOf(context, table).skipped += dropped.count;
  }
  await context.tx`drop table twice`;
};
