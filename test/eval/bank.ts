import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database, type Sql } from '../../src/db/database.ts';
import { type EmbeddedServer, openEmbedded } from '../../src/db/embedded/open-embedded.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { READER_ROLE, SERVICE_ROLE } from '../../src/db/roles.ts';
import { fillBank } from './fill-bank.ts';

/**
 * A bank to ask about: `seed` and `on` make two runs the same and two banks different. `kind`: foreign = it
 * reports in another currency, has other names, and lacks tables and columns (`foreign-bank.ts`).
 */
export type BankSpec = {
  seed: number;
  on: string;
  managers: number;
  clientsPerManager: number;
  kind?: 'foreign';
};

export type EvalBank = { spec: BankSpec; database: Database; owner: Sql; now: Temporal.Instant };

const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL in a folder of its own for the time of `work`; `settings` where it need not be quick to fill. */
export const withServer = async <T>(
  work: (server: EmbeddedServer) => Promise<T>,
  settings: string[] = QUICK,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-eval-'));
  await chmod(folder, 0o755);
  const server = await openEmbedded(join(folder, 'data'), settings);
  try {
    return await work(server);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** A sample bank with a year of nights behind it, for the time of `work`. */
export const withBank = async <T>(
  server: EmbeddedServer,
  spec: BankSpec,
  work: (bank: EvalBank) => Promise<T>,
): Promise<T> => {
  const { sql: admin } = connect({ ...server.settings, database: 'postgres', max: 1 });
  const name = `eval_${spec.seed}`;
  await admin.unsafe(`create database ${name}`);
  const settings = { ...server.settings, database: name };
  await migrateDatabase(settings);
  const [service, reader] = [connect(settings, SERVICE_ROLE), connect(settings, READER_ROLE)];
  const { sql: owner } = connect({ ...settings, max: 2 });
  const close = async () => {
    await Promise.all([service, reader].map(({ sql }) => sql.end({ timeout: 5 })));
  };
  const now = Temporal.Instant.from(`${spec.on}T23:00:00Z`);
  const bank: EvalBank = { spec, owner, now, database: { service, reader, close } };
  try {
    await fillBank(bank);
    return await work(bank);
  } finally {
    await close();
    await owner.end({ timeout: 5 });
    await admin.end({ timeout: 5 });
  }
};
