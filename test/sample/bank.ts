/** A written bundle read back, and a plain reference calculation over it that shares nothing with the program. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse';
import { TABLE_NAMES, type TableName } from '../../src/sample/tables.ts';
import {
  type SampleOptions,
  type SampleSummary,
  writeSampleBank,
} from '../../src/sample/write-sample-bank.ts';

export type Cells = Record<string, string>;
export type Bank = { summary: SampleSummary; tables: Record<TableName, Cells[]> };

export const readTable = async (folder: string, table: string): Promise<Cells[]> =>
  createReadStream(path.join(folder, `${table}.csv`))
    .pipe(parse({ columns: true }))
    .toArray();

export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sample-bank-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Writes and reads a bank; the folder is gone afterwards. */
export const sampleBank = (options: Omit<SampleOptions, 'folder'>): Promise<Bank> =>
  withFolder(async (folder) => {
    const summary = await writeSampleBank({ ...options, folder });
    const read = TABLE_NAMES.map(async (table) => [table, await readTable(folder, table)] as const);
    const tables = Object.fromEntries(await Promise.all(read)) as Record<TableName, Cells[]>;
    return { summary, tables };
  });

export const groupBy = (rows: readonly Cells[], column: string): Map<string, Cells[]> => {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};
