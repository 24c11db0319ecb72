/** The two logins that the program works with: neither owns a table. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** int8 arrives as bigint; dates and instants arrive as ISO text and are sent as text. */
export type Sql = postgres.Sql<{ bigint: bigint }>;
export type Transaction = postgres.TransactionSql<{ bigint: bigint }>;
export type Orm = PostgresJsDatabase<typeof schema>;

/** One login: raw SQL and COPY by `sql`, typed queries by `orm`, over the same pool. */
export type Connection = { sql: Sql; orm: Orm };

export type Database = {
  /** Writes facts, assessments, coverage and the outbox; row-level security lets it see every client. */
  service: Connection;
  /** Answers questions: SELECT only, and only what scope(actor, D) allows (see `asActor`). */
  reader: Connection;
  close: () => Promise<void>;
};

export type ConnectionSettings = postgres.Options<{ bigint: postgres.PostgresType<bigint> }>;

/** Opens a pool; `settings` say where, `role` (optional) which role to become at connect. */
export const connect = (settings: ConnectionSettings, role: string | null = null): Connection => {
  const sql = postgres({
    max: 10,
    onnotice: () => {},
    ...settings,
    connection: {
      application_name: 'bellwether',
      TimeZone: 'UTC',
      ...(role ? { role } : {}),
      ...settings.connection,
    },
    types: { bigint: postgres.BigInt },
  });
  return { sql, orm: drizzle(sql, { schema }) };
};
