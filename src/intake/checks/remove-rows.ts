/** Takes rows out of a staging table by a condition and writes each to the rejects, with its place. */
import type { RejectCode } from '../../text/intake-rejects.ts';
import { type ImportContext, reject } from '../context.ts';
import { stageOf } from '../stage.ts';
import type { TableName } from '../tables.ts';

export type Check = {
  /** The column that the reject names. */
  column: string;
  code: RejectCode;
  /** Tables joined to staging `s`, e.g. `accounts a`. */
  using?: string;
  /** SQL condition under which the row cannot be taken. */
  where: string;
  /** SQL for the one parameter of the sentence, where it has one. */
  parameter?: string;
};

const REJECTS_AT_ONCE = 1_000;

type Removed = { file: number; line: number; value: string | null; parameter: string | null };

/** Runs one check; returns how many rows it took out. */
export const removeRows = async (
  context: ImportContext,
  table: TableName,
  { column, code, using, where, parameter }: Check,
): Promise<number> => {
  const statement = `delete from ${stageOf(table)} s ${using ? `using ${using}` : ''} where ${where}
    returning s.file, s.line, s."${column}"::text as value, (${parameter ?? 'null'})::text as parameter`;
  let removed = 0;
  for await (const rows of context.tx.unsafe<Removed[]>(statement).cursor(REJECTS_AT_ONCE))
    for (const row of rows) {
      const parameters = row.parameter === null ? [] : [row.parameter];
      const file = context.files[row.file] ?? '';
      const fault = { code, parameters };
      await reject(context, table, { file, line: row.line, column, value: row.value, fault });
      removed += 1;
    }
  return removed;
};
