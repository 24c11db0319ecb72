/** Writes rows to the CSV files of a bundle as they come; at most a few thousand are held in memory. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { type Row, TABLE_NAMES, TABLES, type TableName } from './tables.ts';

const ROWS_HELD_MAX = 2_000;

type Target = { stream: WriteStream; done: Promise<void>; held: string[][]; count: number };

export type BundleWriter = {
  add: <T extends TableName>(table: T, row: Row<T>) => void;
  /** Writes what has gathered and waits for the disk; to be called every now and then. */
  flush: () => Promise<void>;
  /** Ends all files; returns the rows of each, headings not counted. */
  close: () => Promise<Record<TableName, number>>;
};

const openTarget = (folder: string, table: TableName): Target => {
  const stream = createWriteStream(path.join(folder, `${table}.csv`));
  const done = finished(stream);
  done.catch(() => undefined);
  return { stream, done, held: [[...TABLES[table]]], count: 0 };
};

const writeHeld = async (target: Target): Promise<void> => {
  const text = stringify(target.held);
  target.held = [];
  if (!target.stream.write(text)) await Promise.race([once(target.stream, 'drain'), target.done]);
};

const endTarget = async (target: Target): Promise<void> => {
  if (target.held.length > 0) await writeHeld(target);
  target.stream.end();
  await target.done;
};

/** Creates the folder and one file a table, over what was there; a full disk or a missing right rejects. */
export const openBundle = async (folder: string): Promise<BundleWriter> => {
  await mkdir(folder, { recursive: true });
  const targets = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, openTarget(folder, table)]),
  ) as Record<TableName, Target>;
  return {
    add: (table, row) => {
      const cells: Record<string, string> = row;
      const target = targets[table];
      target.held.push(TABLES[table].map((column) => cells[column] ?? ''));
      target.count += 1;
    },
    flush: async () => {
      for (const target of Object.values(targets))
        if (target.held.length >= ROWS_HELD_MAX) await writeHeld(target);
    },
    close: async () => {
      await Promise.all(Object.values(targets).map(endTarget));
      const counts = TABLE_NAMES.map((table) => [table, targets[table].count] as const);
      return Object.fromEntries(counts) as Record<TableName, number>;
    },
  };
};
