import { and, eq, ilike, inArray, or, sql } from 'drizzle-orm';
import { managers } from '../db/schema/index.ts';
import { ROLES, type Role, reachOf } from '../domain/actor.ts';
import type { CoverageContext } from './context.ts';
import { likePattern } from './like-pattern.ts';

export type FoundManager = { managerId: string; name: string; email: string };

const FOUND_MAX = 50;
const KEEPS_A_BOOK: Role[] = ROLES.filter((role) => reachOf(role) !== 'bank');

/** Colleagues who can take a client over, by part of their name or the start of their e-mail; at most 50. */
export const searchManagers = ({
  ctx,
  words,
}: {
  ctx: Pick<CoverageContext, 'database'>;
  words: string;
}): Promise<FoundManager[]> => {
  const text = words.trim().normalize('NFKC');
  return ctx.database.service.orm
    .select({ managerId: managers.managerId, name: managers.name, email: managers.email })
    .from(managers)
    .where(
      and(
        inArray(managers.role, KEEPS_A_BOOK),
        or(
          ilike(managers.name, likePattern(text, 'anywhere')),
          ilike(managers.email, likePattern(text, 'start')),
          eq(managers.managerId, text),
        ),
      ),
    )
    .orderBy(sql`lower(${managers.name}) <> lower(${text})`, managers.managerId)
    .limit(FOUND_MAX);
};
