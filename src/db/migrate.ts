import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { type ConnectionSettings, connect } from './database.ts';
import { ensureRoles } from './roles.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any constant: whoever migrates a database holds this advisory lock. */
const MIGRATION_LOCK = 7_236_001;

const countApplied = async (sql: ReturnType<typeof connect>['sql']): Promise<number> => {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
};

/** Brings the schema up to date as its owner; returns how many migrations were applied now. */
export const migrateDatabase = async (owner: ConnectionSettings): Promise<number> => {
  const { sql, orm } = connect({ ...owner, max: 1 });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureRoles(sql);
    const before = await countApplied(sql);
    await migrate(orm, { migrationsFolder: MIGRATIONS });
    return (await countApplied(sql)) - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
};
