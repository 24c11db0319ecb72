import { sql } from 'drizzle-orm';
import { findBusinessDate } from '../db/find-business-date.ts';
import { asActor } from '../db/scope.ts';
import { reachOf } from '../domain/actor.ts';
import type { CoverageContext } from './context.ts';
import { likePattern } from './like-pattern.ts';

export type FoundClient = { clientId: string; name: string };

const FOUND_MAX = 50;

/**
 * Open clients that the actor may change (compliance: none), whose name holds `words` or whose id begins
 * with them; exact hits first, at most 50. The search runs inside the actor's scope, so that it cannot tell of anyone else's.
 */
export const searchClients = async ({
  ctx,
  words,
}: {
  ctx: CoverageContext;
  words: string;
}): Promise<FoundClient[]> => {
  const on = await findBusinessDate(ctx.database.reader.orm);
  const text = words.trim().normalize('NFKC');
  if (!on || text === '') return [];
  const { managerId, role } = ctx.actor;
  if (role === 'compliance') return [];
  const day = on.toString();
  const own = sql`exists (select from coverage o where o.client_id = c.client_id
    and o.superseded_at is null and o.manager_id = ${managerId}
    and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date))`;
  const rows = await asActor(ctx.database, ctx.actor, on, (transaction) =>
    transaction.execute<{ client_id: string; name: string }>(sql`
      select c.client_id, c.name from clients c
      where (c.name ilike ${likePattern(text, 'anywhere')}
          or c.client_id ilike ${likePattern(text, 'start')})
        and (c.closed_on is null or c.closed_on > ${day}::date)
        and ${reachOf(role) === 'own' ? own : sql`true`}
      order by lower(c.name) <> lower(${text}) and lower(c.client_id) <> lower(${text}), c.client_id
      limit ${FOUND_MAX}`),
  );
  return rows.map((row) => ({ clientId: row.client_id, name: row.name }));
};
