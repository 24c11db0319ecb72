/** Reads a quarter's export from a folder: finds the files by the quarter, hashes them, and makes facts of their rows. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseDate } from '../domain/business-date.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { scorecardText } from '../text/scorecard.ts';
import type { ScorecardFacts } from '../tiering/scorecard/facts.ts';
import { clientFacts, type ExportTables, type Row, type Table } from './client-facts.ts';
import {
  COLUMNS,
  EXPORT_FILES,
  type ExportFile,
  lastDayOf,
  matchFiles,
  type Quarter,
} from './quarter.ts';
import { readTable } from './read-table.ts';

export type ExportClient = {
  clientId: string;
  facts: ScorecardFacts;
  /** −1 money flowed out, 0 unchanged, 1 flowed in; null = not delivered for this client. */
  label: number | null;
};

export type QuarterExport = {
  /** The quarter's last day. */
  on: Temporal.PlainDate;
  clients: ExportClient[];
  /** File name by what it holds; null = not delivered. */
  files: Record<ExportFile, string | null>;
  /** SHA-256 over the unzipped files, in a fixed order. */
  hash: string;
};

const ID = 'cust_no';

type Loaded = { table: Table; path: string; bytes: Buffer };

type LoadedFiles = ReadonlyMap<ExportFile, Loaded>;

/** A file that is empty or lacks a column counts as not delivered: what needs it is not assessed. */
const hasColumns = (file: ExportFile, [first]: readonly Row[]): boolean =>
  first !== undefined && [ID, ...COLUMNS[file]].every((column) => column in first);

const loadAll = async (
  found: Partial<Record<ExportFile, string>>,
): Promise<Result<LoadedFiles>> => {
  const loaded = new Map<ExportFile, Loaded>();
  for (const file of EXPORT_FILES) {
    const path = found[file];
    if (path === undefined) continue;
    const read = await readTable(path);
    if (!read.ok) return read;
    const { rows, bytes } = read.value;
    if (!hasColumns(file, rows)) continue;
    loaded.set(file, { table: new Map(rows.map((row) => [row[ID] ?? '', row])), path, bytes });
  }
  return ok(loaded);
};

const hashOf = (loaded: LoadedFiles): string => {
  const hash = createHash('sha256');
  for (const [file, { bytes }] of loaded) hash.update(`${file}\n`).update(bytes);
  return hash.digest('hex');
};

const yearOf = (quarter: Quarter, behaviour: Table): number | null => {
  if (quarter.year !== null) return quarter.year;
  let newest = '';
  for (const row of behaviour?.values() ?? []) if ((row.B6 ?? '') > newest) newest = row.B6 ?? '';
  return parseDate(newest.slice(0, 10))?.year ?? null;
};

const labelOf = (table: Table, clientId: string): number | null => {
  const text = table?.get(clientId)?.label;
  return text === undefined || text === '' ? null : Number(text);
};

const listFiles = async (folder: string): Promise<string[] | null> => {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.map((name) => join(folder, name));
  } catch {
    return null;
  }
};

/** The clients are those of the balance file; labels decide nothing about who is in it. */
export const readExport = async (
  folder: string,
  quarter: Quarter,
): Promise<Result<QuarterExport>> => {
  const paths = await listFiles(folder);
  if (paths === null)
    return fail(problem('export_folder', scorecardText, (t) => t.noFolder(folder)));
  const files = await loadAll(matchFiles(quarter, paths));
  if (!files.ok) return files;
  const loaded = files.value;
  const table = (file: ExportFile): Table => loaded.get(file)?.table ?? null;
  const holdings = table('holdings');
  if (!holdings)
    return fail(problem('export_file', scorecardText, (t) => t.noHoldings(folder, quarter.number)));
  const year = yearOf(quarter, table('behaviour'));
  if (year === null) return fail(problem('export_year', scorecardText, (t) => t.noYear()));
  const on = lastDayOf(quarter, year);
  const tables: ExportTables = {
    holdings,
    behaviour: table('behaviour'),
    month0: table('month0'),
    month1: table('month1'),
    month2: table('month2'),
  };
  const clients = [...holdings.keys()].map((clientId) => ({
    clientId,
    facts: clientFacts(clientId, tables, on),
    label: labelOf(table('label'), clientId),
  }));
  const nameOf = (file: ExportFile): string | null => {
    const path = loaded.get(file)?.path;
    return path === undefined ? null : relative(folder, path);
  };
  const names = Object.fromEntries(EXPORT_FILES.map((file) => [file, nameOf(file)]));
  return ok({ on, clients, files: names as QuarterExport['files'], hash: hashOf(loaded) });
};
