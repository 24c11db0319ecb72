import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import {
  type ConnectionSettings,
  connect,
  type Database,
  type Sql,
} from '../../src/db/database.ts';
import { READER_ROLE, SERVICE_ROLE } from '../../src/db/roles.ts';

export type TestDatabase = {
  database: Database;
  /** The owner's login: sets up what no use case may write. */
  owner: Sql;
  /** How child processes and second pools reach the same database. */
  settings: ConnectionSettings;
  /** The same as an address for DATABASE_URL. */
  url: string;
  close: () => Promise<void>;
};

const addressOf = (settings: ConnectionSettings): string => {
  const host = String(settings.host);
  const login = `${settings.user}:${settings.password || 'x'}`;
  return `postgres://${login}@localhost:${settings.port}/${settings.database}?host=${encodeURIComponent(host)}`;
};

/** A database of one's own, copied from the migrated template; `close` drops it. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('testServer');
  const name = `bellwether_test_${randomUUID().replaceAll('-', '')}`;
  const { sql: admin } = connect({ ...server, max: 1 });
  await admin.unsafe(`create database ${name} template ${inject('testTemplate')}`);
  const settings = { ...server, database: name };
  const service = connect(settings, SERVICE_ROLE);
  const reader = connect(settings, READER_ROLE);
  const { sql: owner } = connect({ ...settings, max: 2 });
  const closePools = async () => {
    await Promise.all([service, reader].map(({ sql }) => sql.end({ timeout: 5 })));
  };
  return {
    database: { service, reader, close: closePools },
    owner,
    settings,
    url: addressOf(settings),
    close: async () => {
      await closePools();
      await owner.end({ timeout: 5 });
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
};
