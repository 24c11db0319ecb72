/** A PostgreSQL 15 of this machine's own, where one is installed: the oldest server that banks may bring. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database, type Sql } from '../../src/db/database.ts';
import { preparePlaces } from '../../src/db/embedded/places.ts';
import { createCluster, OWNER, startServer, stopServer } from '../../src/db/embedded/server.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { READER_ROLE, SERVICE_ROLE } from '../../src/db/roles.ts';

/** Where Debian puts it; POSTGRES_15_BIN says where else. */
const BIN = process.env.POSTGRES_15_BIN ?? '/usr/lib/postgresql/15/bin';

export const hasPostgres15 = existsSync(join(BIN, 'initdb'));

export type Postgres15 = { database: Database; owner: Sql; close: () => Promise<void> };

/** A migrated, empty database on a server that lives until `close`. */
export const openPostgres15 = async (): Promise<Postgres15> => {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-15-'));
  chmodSync(folder, 0o755);
  const places = preparePlaces(join(folder, 'data'));
  const binaries = { initdb: join(BIN, 'initdb'), postgres: join(BIN, 'postgres') };
  createCluster(binaries, places);
  await startServer(binaries, places, ['fsync=off', 'full_page_writes=off']);
  const settings = { host: places.socket, port: 5432, user: OWNER, database: 'postgres' };
  await migrateDatabase(settings);
  const service = connect(settings, SERVICE_ROLE);
  const reader = connect(settings, READER_ROLE);
  const { sql: owner } = connect({ ...settings, max: 2 });
  const closePools = async () => {
    await Promise.all([service.sql, reader.sql].map((sql) => sql.end({ timeout: 5 })));
  };
  return {
    database: { service, reader, close: closePools },
    owner,
    close: async () => {
      await closePools();
      await owner.end({ timeout: 5 });
      await stopServer(places);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
