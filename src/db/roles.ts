/** The two logins; roles belong to the whole server, so they are made outside migrations. */
import type { Sql } from './database.ts';

export const SERVICE_ROLE = 'bellwether_service';
export const READER_ROLE = 'bellwether_reader';

/**
 * Creates the roles where they are missing and lets the migrating login become them. Throws where that
 * login may not create roles: then the bank's administrator runs these statements once.
 */
export const ensureRoles = async (sql: Sql): Promise<void> => {
  for (const role of [SERVICE_ROLE, READER_ROLE]) {
    const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
    if (!found) await sql.unsafe(`create role ${role} login`).catch(ignoreRace);
    const [member] = await sql`select pg_has_role(${role}, 'member') as is`;
    if (!member?.is) await sql.unsafe(`grant ${role} to current_user`);
  }
};

const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';

/** Two databases of one server may be migrated at the same moment. */
const ignoreRace = (error: { code?: string }): void => {
  if (error.code !== DUPLICATE_OBJECT && error.code !== UNIQUE_VIOLATION) throw error;
};
