/** Streams a table's rows, validated one by one, through COPY into a staging table of this transaction. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { countsOf, type ImportContext, reject } from './context.ts';
import type { TableSource } from './source/source.ts';
import { SPECS, type TableName } from './tables.ts';
import { type Layout, layoutOf, validateRow } from './validate-row.ts';

const CHUNK_CHARACTERS = 65_536;

export const stageOf = (table: TableName): string => `stage_${table}`;

/** A row's place: `n` counts rows over all files of the table, for "the first was taken". */
const PLACE_COLUMNS = 'n bigint, file smallint, line integer';

const createStage = async (context: ImportContext, table: TableName): Promise<void> => {
  const columns = SPECS[table].columns.map(
    ({ name, type }) => `"${name}" ${type === 'text' ? 'text collate "C"' : type}`,
  );
  await context.tx.unsafe(
    `create temp table ${stageOf(table)} (${PLACE_COLUMNS}, ${columns.join(', ')}) on commit drop`,
  );
};

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const copyCell = (value: string | null): string =>
  value === null ? '\\N' : value.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? '');

const fileIndex = (context: ImportContext, name: string): number => {
  const known = context.files.indexOf(name);
  return known >= 0 ? known : context.files.push(name) - 1;
};

type Copy = { write: (line: string) => Promise<void>; finish: () => Promise<void> };

const ended = (stream: Writable): Promise<void> =>
  new Promise((resume, fail) => {
    stream.once('prefinish', resume).once('error', fail).end();
  });

const openCopy = async (context: ImportContext, table: TableName): Promise<Copy> => {
  const stream: Writable = await context.tx.unsafe(`copy ${stageOf(table)} from stdin`).writable();
  let buffer = '';
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  const flush = async (): Promise<void> => {
    if (failure) throw failure;
    const roomLeft = stream.write(buffer);
    buffer = '';
    if (!roomLeft) await once(stream, 'drain');
  };
  return {
    write: async (line) => {
      buffer += line;
      if (buffer.length > CHUNK_CHARACTERS) await flush();
    },
    finish: async () => {
      await flush();
      await ended(stream);
      // A COPY that failed at its end leaves the stream waiting; the next statement always answers.
      await context.tx`select`;
    },
  };
};

const stageSource = async (
  context: ImportContext,
  source: TableSource,
  copy: Copy,
  startAt: number,
): Promise<number> => {
  const layout: Layout = layoutOf(SPECS[source.table], source.columns);
  const counts = countsOf(context, source.table);
  let n = startAt;
  for await (const batch of source.batches()) {
    counts.read += batch.rows.length + batch.rejects.length + batch.skipped;
    counts.skipped += batch.skipped;
    for (const rejected of batch.rejects) await reject(context, source.table, rejected);
    for (const row of batch.rows) {
      const checked = validateRow(row, layout, context.reportingCurrency);
      if ('fault' in checked) {
        await reject(context, source.table, { file: row.file, line: row.line, ...checked });
        continue;
      }
      const cells = checked.staged.map(copyCell).join('\t');
      await copy.write(`${n}\t${fileIndex(context, row.file)}\t${row.line}\t${cells}\n`);
      n += 1;
    }
    context.tick(source.table, counts.read);
  }
  return n;
};

/** Fills `stage_<table>` from all of its sources; what a cell rules out goes to the rejects. */
export const stageTable = async (
  context: ImportContext,
  table: TableName,
  sources: TableSource[],
): Promise<void> => {
  await createStage(context, table);
  const copy = await openCopy(context, table);
  let n = 0;
  try {
    for (const source of sources) n = await stageSource(context, source, copy, n);
  } catch (error) {
    // The connection can only roll back once the COPY has ended.
    await copy.finish().catch(() => {});
    throw error;
  }
  await copy.finish();
  await context.tx.unsafe(`analyze ${stageOf(table)}`);
};
