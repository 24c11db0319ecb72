/** The canonical bundle: a folder with one CSV a table (intake format). */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';
import { SPECS, TABLES, type TableName } from '../tables.ts';
import { type CsvFile, type CsvLine, readBody, readHeader } from './read-csv.ts';
import type { Bundle, SourceBatch, TableSource, UnknownColumn } from './source.ts';

const listFiles = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch {
    throw new ProblemError(problem('no_bundle', intakeText, (t) => t.noBundle(folder)));
  }
};

const findFile = (folder: string, table: TableName, names: string[]): CsvFile | null => {
  const found = [`${table}.csv`, `${table}.csv.gz`].filter((name) => names.includes(name));
  if (found.length > 1)
    throw new ProblemError(problem('two_files', intakeText, (t) => t.twoFiles(table)));
  const [name] = found;
  if (!name) return null;
  const path = join(folder, name);
  return { path, name, separator: ',', quote: '"', encoding: 'utf-8', cutShort: false };
};

type Layout = { columns: string[]; positions: number[]; width: number };

const batchOf = (lines: CsvLine[], file: string, layout: Layout): SourceBatch => {
  const batch: SourceBatch = { rows: [], rejects: [], skipped: 0 };
  for (const { line, cells } of lines) {
    if (cells.length === layout.width) {
      const taken = layout.positions.map((at) => cells[at]?.trim() || null);
      batch.rows.push({ file, line, cells: taken });
      continue;
    }
    const parameters = [layout.width, cells.length];
    const fault = { code: 'columnCount' as const, parameters };
    batch.rejects.push({ file, line, column: '', value: null, fault });
  }
  return batch;
};

async function* readTable(file: CsvFile, layout: Layout): AsyncGenerator<SourceBatch> {
  for await (const lines of readBody(file)) yield batchOf(lines, file.name, layout);
}

const refuseBadHeader = (table: TableName, file: string, header: string[]): void => {
  const twice = header.find((name, at) => name && header.indexOf(name) !== at);
  if (twice)
    throw new ProblemError(problem('column_twice', intakeText, (t) => t.columnTwice(file, twice)));
  const missing = SPECS[table].columns.filter((c) => c.required && !header.includes(c.name));
  const names = missing.map((column) => column.name).join(', ');
  if (names)
    throw new ProblemError(
      problem('missing_column', intakeText, (t) => t.missingColumn(file, names)),
    );
};

const openTable = async (
  table: TableName,
  file: CsvFile,
  unknown: UnknownColumn[],
): Promise<TableSource> => {
  const header = await readHeader(file);
  refuseBadHeader(table, file.name, header);
  const known = SPECS[table].columns.map((column) => column.name);
  const columns = header.filter((name) => known.includes(name));
  for (const column of header.filter((name) => name && !known.includes(name)))
    unknown.push({ file: file.name, column });
  const positions = columns.map((name) => header.indexOf(name));
  const layout = { columns, positions, width: header.length };
  return { table, columns, keep: 'first', batches: () => readTable(file, layout) };
};

/** Finds the tables in `folder` and checks every header, before anything is written. */
export const openCanonical = async (folder: string): Promise<Bundle> => {
  const names = await listFiles(folder);
  const unknownColumns: UnknownColumn[] = [];
  const sources: TableSource[] = [];
  for (const table of TABLES) {
    const file = findFile(folder, table, names);
    if (file) sources.push(await openTable(table, file, unknownColumns));
  }
  if (sources.length === 0)
    throw new ProblemError(problem('empty_bundle', intakeText, (t) => t.emptyBundle(folder)));
  return { sources, unknownColumns, derivedBalances: null };
};
