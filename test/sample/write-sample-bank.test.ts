import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SPECIAL } from '../../src/sample/archetypes/index.ts';
import { writeSampleBank } from '../../src/sample/write-sample-bank.ts';
import { sampleBank, withFolder } from './bank.ts';

const small = {
  managers: 2,
  clientsPerManager: 40,
  seed: 7,
  businessDate: Temporal.PlainDate.from('2026-03-15'),
};

const fingerprint = (options: typeof small) =>
  withFolder(async (folder) => {
    await writeSampleBank({ ...options, folder });
    const hash = createHash('sha256');
    for (const name of (await readdir(folder)).sort())
      hash.update(name).update(await readFile(path.join(folder, name)));
    return hash.digest('hex');
  });

describe('a bundle', () => {
  test('is the same to the byte for the same options and another for another seed', async () => {
    const first = await fingerprint(small);
    expect(await fingerprint(small)).toBe(first);
    expect(await fingerprint({ ...small, seed: 8 })).not.toBe(first);
  });

  test('replaces an older one in the same folder', () =>
    withFolder(async (folder) => {
      await writeSampleBank({ ...small, clientsPerManager: 80, folder });
      const { tables } = await writeSampleBank({ ...small, folder });
      const lines = (await readFile(path.join(folder, 'clients.csv'), 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(tables.clients + 1);
    }));

  test('fails when its folder cannot be made', () =>
    withFolder(async (folder) => {
      await expect(
        writeSampleBank({ ...small, folder: path.join(folder, 'a\0b') }),
      ).rejects.toThrow();
    }));

  test('has no row after the business date', async () => {
    const { tables } = await sampleBank(small);
    const dates = [
      ...tables.balances.map((row) => row.on),
      ...tables.transactions.map((row) => row.booked_on),
      ...tables.contacts.map((row) => row.at?.slice(0, 10)),
      ...tables.complaints.map((row) => row.opened_on),
      ...tables.surveys.map((row) => row.on),
      ...tables.clients.map((row) => row.onboarded_on),
    ];
    expect(dates.filter((date) => date === undefined || date > '2026-03-15')).toEqual([]);
  });

  test('of a small book takes as many of the special clients as it has room for', async () => {
    const { summary } = await sampleBank({ ...small, managers: 1, clientsPerManager: 10 });
    const wanted = new Set(SPECIAL.map(({ id }) => id));
    expect(summary.examples.every(({ archetype }) => wanted.has(archetype))).toBe(true);
    expect(summary.tables.clients).toBe(11);
  });

  test('counts what it wrote', async () => {
    const { summary, tables } = await sampleBank(small);
    for (const [table, rows] of Object.entries(tables))
      expect([table, rows.length]).toEqual([
        table,
        summary.tables[table as keyof typeof summary.tables],
      ]);
  });
});
