/** "My clients" as SQL: the application's own fence, inside the database's. */
import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, reachOf } from '../domain/actor.ts';
import { fieldsIn, type QueryPlan } from '../query/query-plan.ts';
import type { Orm } from './database.ts';
import { clients, coverage, covers, managers } from './schema/index.ts';

/** What was known of coverage at an instant; null or absent = what is known now. */
const knownAs = (at: Temporal.Instant | null | undefined): SQL | undefined =>
  at
    ? and(
        lte(coverage.recordedAt, at),
        or(isNull(coverage.supersededAt), gt(coverage.supersededAt, at)),
      )
    : isNull(coverage.supersededAt);

/** A client's primary manager on D, as known now or at an instant: at most one row. */
export const primaryOn = (
  on: Temporal.PlainDate,
  knownAt?: Temporal.Instant | null,
): SQL | undefined =>
  and(
    eq(coverage.clientId, clients.clientId),
    knownAs(knownAt),
    lte(coverage.validFrom, on),
    or(isNull(coverage.validTo), gt(coverage.validTo, on)),
  );

/** Whose clients: the asker's own, those of the managers whom the asker covers, or all that may be seen. */
export type Whose = 'mine' | { coveredManagers: string[] } | 'anyVisible';

const inTree = sql`(${clients.branchId} in (select scope_branches())
  or (${clients.branchId} is null and ${managers.branchId} in (select scope_branches())))`;

const mine = (actor: Actor): SQL | undefined => {
  const reach = reachOf(actor.role);
  if (reach === 'own') return eq(coverage.managerId, actor.managerId);
  return reach === 'branch' ? inTree : undefined;
};

/**
 * All that the actor may see. The database shows nobody else anyway; said in the query as well, it lets an
 * index find them where the bank is large. undefined = the whole bank.
 */
export const anyVisible = ({ role }: Pick<Actor, 'role'>): SQL | undefined =>
  reachOf(role) === 'bank' ? undefined : sql`${clients.clientId} in (select unnest(scope_ids()))`;

const whose = (actor: Actor, which: Whose): SQL | undefined => {
  if (which === 'anyVisible') return anyVisible(actor);
  if (which === 'mine') return mine(actor);
  return inArray(coverage.managerId, which.coveredManagers);
};

/** Closed clients are left out unless the plan speaks of closing. */
const openUnlessAsked = (plan: QueryPlan, on: Temporal.PlainDate): SQL | undefined =>
  fieldsIn(plan.where).includes('closedOn')
    ? undefined
    : or(isNull(clients.closedOn), gt(clients.closedOn, on));

export const scopeSql = (
  actor: Actor,
  which: Whose,
  plan: QueryPlan,
  on: Temporal.PlainDate,
): SQL | undefined => and(whose(actor, which), openUnlessAsked(plan, on));

/** The managers for whom `actor` stands in on D. */
export const loadCoveredManagers = async (
  orm: Pick<Orm, 'selectDistinct'>,
  actor: Pick<Actor, 'managerId'>,
  on: Temporal.PlainDate,
): Promise<string[]> => {
  const rows = await orm
    .selectDistinct({ managerId: covers.managerId })
    .from(covers)
    .where(
      and(eq(covers.coveredBy, actor.managerId), lte(covers.validFrom, on), gt(covers.validTo, on)),
    );
  return rows.map(({ managerId }) => managerId);
};
