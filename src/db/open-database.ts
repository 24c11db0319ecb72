/** The bank's PostgreSQL by address, else our own: the same schema, the same driver, the same two logins. */
import postgres from 'postgres';
import type { Config } from '../config.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { databaseText } from '../text/database.ts';
import { type Connection, type ConnectionSettings, connect, type Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { migrateDatabase } from './migrate.ts';
import { READER_ROLE, SERVICE_ROLE } from './roles.ts';

export type DatabaseSettings = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'databaseServiceUrl' | 'databaseReaderUrl'
>;

/** A database and how many migrations opening it has applied. */
export type OpenedDatabase = Database & { migrationsApplied: number };

const together = (
  service: Connection,
  reader: Connection,
  migrationsApplied: number,
  stop: () => Promise<void>,
): OpenedDatabase => ({
  service,
  reader,
  migrationsApplied,
  close: async () => {
    await Promise.all([service.sql.end({ timeout: 5 }), reader.sql.end({ timeout: 5 })]);
    await stop();
  },
});

const openOwn = async (dataDir: string, tell: (line: string) => void): Promise<OpenedDatabase> => {
  const server = await openEmbedded(dataDir);
  if (server.places.elsewhere) tell(`PostgreSQL keeps its files in ${server.places.elsewhere}`);
  try {
    const applied = await migrateDatabase(server.settings);
    const as = (user: string) => connect({ ...server.settings, user });
    return together(as(SERVICE_ROLE), as(READER_ROLE), applied, server.close);
  } catch (error) {
    await server.close();
    throw error;
  }
};

/** postgres.js takes an address as its first argument; here it is turned into the same settings. */
export const settingsOf = (address: string): ConnectionSettings => {
  const url = new URL(address);
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ssl: (url.searchParams.get('sslmode') as 'require' | null) ?? undefined,
  };
};

const openGiven = async (address: string, settings: DatabaseSettings): Promise<OpenedDatabase> => {
  const owner = settingsOf(address);
  const applied = await migrateDatabase(owner);
  const login = (url: string | null, role: string): Connection =>
    url ? connect(settingsOf(url)) : connect(owner, role);
  return together(
    login(settings.databaseServiceUrl, SERVICE_ROLE),
    login(settings.databaseReaderUrl, READER_ROLE),
    applied,
    async () => {},
  );
};

/** Opens, migrates and returns the database, or says in a sentence why it cannot be used. */
export const openDatabase = async (
  settings: DatabaseSettings,
  tell: (line: string) => void = () => {},
): Promise<Result<OpenedDatabase>> => {
  try {
    if (settings.databaseUrl) return ok(await openGiven(settings.databaseUrl, settings));
    return ok(await openOwn(settings.dataDir, tell));
  } catch (error) {
    const known = problemOf(error, settings);
    if (known) return known;
    throw error;
  }
};

const FOLDER_ERRORS = new Set([
  'EACCES',
  'EROFS',
  'EPERM',
  'ENOTDIR',
  'ENOSPC',
  'EEXIST',
  'ENOENT',
]);
const SERVER_ERRORS = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNRESET',
]);
const PERMISSION_DENIED = '42501';

const problemOf = (error: unknown, settings: DatabaseSettings): Result<never> | null => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const place = settings.databaseUrl ? settingsOf(settings.databaseUrl) : null;
  if (place && error instanceof postgres.PostgresError && code === PERMISSION_DENIED)
    return fail(problem('database_rights', databaseText, (t) => t.rights(message)));
  if (place && (SERVER_ERRORS.has(code) || error instanceof postgres.PostgresError))
    return fail(
      problem('database_unreachable', databaseText, (t) =>
        t.unreachable(`${place.host}:${place.port}/${place.database}`, message),
      ),
    );
  if (!place && FOLDER_ERRORS.has(code))
    return fail(problem('data_folder', databaseText, (t) => t.folder(settings.dataDir, message)));
  return null;
};
