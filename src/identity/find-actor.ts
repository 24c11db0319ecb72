import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { managers } from '../db/schema/index.ts';
import type { Actor } from '../domain/actor.ts';

export const ACTOR_COLUMNS = {
  managerId: managers.managerId,
  name: managers.name,
  email: managers.email,
  role: managers.role,
  branchId: managers.branchId,
  locale: managers.locale,
  timezone: managers.timezone,
};

/** The manager with this work e-mail address (letter case aside), or null. */
export const findActorByEmail = async (
  database: Pick<Database, 'service'>,
  email: string,
): Promise<Actor | null> => {
  const [actor] = await database.service.orm
    .select(ACTOR_COLUMNS)
    .from(managers)
    .where(eq(sql`lower(${managers.email})`, email.trim().toLowerCase()));
  return actor ?? null;
};

/** The manager of this id, or null. */
export const findActorById = async (
  database: Pick<Database, 'service'>,
  managerId: string,
): Promise<Actor | null> => {
  const [actor] = await database.service.orm
    .select(ACTOR_COLUMNS)
    .from(managers)
    .where(eq(managers.managerId, managerId));
  return actor ?? null;
};
