import { type ConnectionSettings, connect } from '../database.ts';
import { attach, detach, withLock } from './attached.ts';
import { findBinaries } from './binaries.ts';
import { type Places, preparePlaces } from './places.ts';
import { createCluster, isAnswering, OWNER, startServer, stopServer } from './server.ts';

export type EmbeddedServer = {
  /** Connection settings of the owner; other logins replace `user`. */
  settings: ConnectionSettings;
  places: Places;
  /** Leaves; the last process to leave stops the server. */
  close: () => Promise<void>;
};

const DATABASE = 'bellwether';

const ensureDatabase = async (settings: ConnectionSettings): Promise<void> => {
  const { sql } = connect({ ...settings, database: 'postgres', max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end();
  }
};

/** Attaches to the PostgreSQL of `dataDir`, creating and starting it first where it is not there. */
export const openEmbedded = async (
  dataDir: string,
  serverSettings: string[] = [],
): Promise<EmbeddedServer> => {
  const places = preparePlaces(dataDir);
  const settings = { host: places.socket, port: 5432, user: OWNER, database: DATABASE };
  await withLock(places.base, async () => {
    if (!(await isAnswering(places))) {
      const binaries = findBinaries(places);
      createCluster(binaries, places);
      await startServer(binaries, places, serverSettings);
    }
    await ensureDatabase(settings);
    attach(places.base);
  });
  return {
    settings,
    places,
    close: () =>
      withLock(places.base, async () => {
        if (detach(places.base)) await stopServer(places);
      }),
  };
};
