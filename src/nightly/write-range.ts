import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from '../db/database.ts';
import { ASSESSMENT_COLUMNS, STATE_COLUMNS } from './decision-rows.ts';

/** `states` and `assessments` are lines in COPY text format. */
export type RangeRows = {
  assessed: number;
  states: string[];
  assessments: string[];
};

const VALUES = STATE_COLUMNS.filter((name) => name !== 'client_id');
const named = (columns: readonly string[], prefix = ''): string =>
  columns.map((name) => `${prefix}${name}`).join(', ');

/** Two tables that end with the transaction: rows arrive by COPY, which row-level security would refuse. */
export const createStaging = async (tx: Transaction): Promise<void> => {
  await tx.unsafe(`create temporary table night_states on commit drop
    as select ${named(STATE_COLUMNS)} from client_state with no data`);
  await tx.unsafe(`create temporary table night_assessments on commit drop
    as select ${named(ASSESSMENT_COLUMNS)} from assessments with no data`);
};

const LINES_AT_ONCE = 256;

/** A message for some hundred lines instead of one for each. */
function* together(lines: readonly string[]): Generator<string> {
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE)
    yield lines.slice(at, at + LINES_AT_ONCE).join('');
}

const copyInto = async (
  tx: Transaction,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> => {
  const target = await tx.unsafe(`copy ${table} (${named(columns)}) from stdin`).writable();
  await pipeline(Readable.from(together(lines)), target);
};

const writeStates = async (tx: Transaction, lines: readonly string[]): Promise<void> => {
  if (lines.length === 0) return;
  await copyInto(tx, 'night_states', STATE_COLUMNS, lines);
  await tx.unsafe(`
    insert into client_state as c (${named(STATE_COLUMNS)})
    select ${named(STATE_COLUMNS)} from night_states order by client_id
    on conflict (client_id) do update set (${named(VALUES)}) = row(${named(VALUES, 'excluded.')})
     where (${named(VALUES, 'c.')}) is distinct from (${named(VALUES, 'excluded.')})`);
  await tx.unsafe('truncate night_states');
};

/** Writes a range: states that differ, assessments whose decision changed. */
export const writeRange = async (tx: Transaction, rows: RangeRows): Promise<void> => {
  await writeStates(tx, rows.states);
  if (rows.assessments.length === 0) return;
  await copyInto(tx, 'night_assessments', ASSESSMENT_COLUMNS, rows.assessments);
  await tx.unsafe(`
    insert into assessments (${named(ASSESSMENT_COLUMNS)})
    select ${named(ASSESSMENT_COLUMNS)} from night_assessments order by client_id`);
  await tx.unsafe('truncate night_assessments');
};
