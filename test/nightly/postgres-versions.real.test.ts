import { expect, test } from 'vitest';
import type { Database, Sql } from '../../src/db/database.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase } from '../support/database.ts';
import { hasPostgres15, openPostgres15 } from '../support/postgres-15.ts';
import { randomBank } from './bank.ts';
import { activateCalibrated } from './calibrated.ts';
import { decisionsOf } from './decisions-of.ts';
import { writeBank } from './write-bank.ts';

const ON = Temporal.PlainDate.from('2026-03-31');
const now = () => Temporal.Instant.from('2026-04-02T01:00:00Z');
const bank = randomBank(ON, 400, 77);

if (!hasPostgres15)
  console.warn(
    '\n*** PostgreSQL 15 is not installed here: that 15 and 18 decide alike is NOT tested. ***\n' +
      '*** Install it (Debian: postgresql-15), or say where it is with POSTGRES_15_BIN. ***\n',
  );

const versionOf = async (sql: Sql): Promise<number> => {
  const [row] = await sql`select current_setting('server_version_num')::int / 10000 as version`;
  return row?.version;
};

const decided = async (database: Database, owner: Sql): Promise<string> => {
  await writeBank(database.service.sql, bank);
  await activateCalibrated(database);
  const from = Temporal.PlainDate.from('2025-12-31');
  const run = await runNight({ database, now, rangeSize: 150 }, { businessDate: ON, from });
  if (!run.ok) throw new Error(run.problem.en);
  return decisionsOf(owner);
};

test.skipIf(!hasPostgres15)(
  'PostgreSQL 15 and the newest one give byte-identical decisions on the same facts',
  async () => {
    const newest = await openTestDatabase();
    const oldest = await openPostgres15();
    try {
      expect(await versionOf(oldest.owner)).toBe(15);
      expect(await versionOf(newest.owner)).toBeGreaterThanOrEqual(15);
      const expected = await decided(newest.database, newest.owner);
      expect(expected.length).toBeGreaterThan(300_000);
      expect(await decided(oldest.database, oldest.owner)).toBe(expected);
    } finally {
      await newest.close();
      await oldest.close();
    }
  },
);
