import { sql } from 'drizzle-orm';
import { findBusinessDate } from '../db/find-business-date.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { mayApprove } from '../domain/actor.ts';
import type { Tier } from '../domain/client.ts';
import { type Change, changeSchema } from './change.ts';
import { type CoverageContext, todayOf } from './context.ts';
import { sidesOf } from './describe-change.ts';
import { loadNames } from './notices.ts';

/** A request that waits for a decision, with the names that a sentence about it needs. */
export type WaitingRequest = {
  requestId: string;
  clientName: string;
  change: Change;
  fromName: string | null;
  toName: string | null;
  requestedBy: string;
  lapsesOn: string;
};

/** An override that the actor asked for and that is in force; `until` is its last day, ISO. */
export type HomeOverride = { clientName: string; tier: Tier; until: string };

/** What waits for the actor, and what the actor waits for; `businessDate` null = no night has run. */
export type Home = {
  businessDate: string | null;
  overrides: HomeOverride[];
  toDecide: WaitingRequest[];
  asked: WaitingRequest[];
};

const SHOWN_MAX = 10;

type Row = {
  request_id: string;
  client_name: string;
  requested_by: string;
  payload: unknown;
  lapses_on: string;
};

const loadAsked = (transaction: ScopedTransaction, managerId: string, today: string) =>
  transaction.execute<Row>(sql`
    select r.request_id, c.name as client_name, m.name as requested_by, r.payload, r.lapses_on
      from requests r join clients c using (client_id) join managers m on m.manager_id = r.requested_by
     where r.status = 'pending' and r.requested_by = ${managerId} and r.lapses_on >= ${today}::date
     order by r.requested_at limit ${SHOWN_MAX}`);

/** Pending requests of others on clients of the actor's branch tree (all, for an administrator). */
const loadToDecide = (transaction: ScopedTransaction, ctx: CoverageContext, today: string) => {
  const { managerId, role, branchId } = ctx.actor;
  return transaction.execute<Row>(sql`
    with recursive tree as (
      select branch_id from branches where branch_id = ${branchId}
      union select b.branch_id from branches b join tree t on b.parent_branch_id = t.branch_id
    )
    select r.request_id, c.name as client_name, m.name as requested_by, r.payload, r.lapses_on
      from requests r join clients c using (client_id) join managers m on m.manager_id = r.requested_by
      left join managers o on o.manager_id = r.payload->>'from'
     where r.status = 'pending' and r.requested_by <> ${managerId} and r.lapses_on >= ${today}::date
       and (${role === 'admin'} or coalesce(c.branch_id, o.branch_id) in (select branch_id from tree))
       and not exists (select from approvals a
                        where a.request_id = r.request_id and a.checker_id = ${managerId})
     order by r.requested_at limit ${SHOWN_MAX}`);
};

/** Of clients that the actor may still ask changes for: one that was handed over is no longer theirs. */
const loadOverrides = async (
  transaction: ScopedTransaction,
  managerId: string,
  on: string,
): Promise<HomeOverride[]> => {
  const rows = await transaction.execute<{ name: string; tier: Tier; until: string }>(sql`
    select c.name, o.tier, (o.valid_to - 1)::text as until
      from overrides o join requests r using (request_id) join clients c on c.client_id = o.client_id
     where r.requested_by = ${managerId} and o.valid_from <= ${on}::date and o.valid_to > ${on}::date
       and not exists (select from overrides later where later.client_id = o.client_id
                          and later.recorded_at > o.recorded_at)
       and exists (select from coverage k where k.client_id = o.client_id
                      and k.superseded_at is null and k.manager_id = ${managerId}
                      and k.valid_from <= ${on}::date and (k.valid_to is null or k.valid_to > ${on}::date))
     order by o.valid_to, c.client_id limit ${SHOWN_MAX}`);
  return rows.map(({ name: clientName, tier, until }) => ({ clientName, tier, until }));
};

const waitingOf = async (
  transaction: ScopedTransaction,
  rows: readonly Row[],
): Promise<WaitingRequest[]> => {
  const parsed = rows.map((row) => ({ row, change: changeSchema.parse(row.payload) }));
  const names = await loadNames(
    transaction,
    parsed.flatMap(({ change }) => sidesOf(change)),
  );
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  return parsed.map(({ row, change }) => {
    const [from, to] = sidesOf(change);
    return {
      requestId: row.request_id,
      clientName: row.client_name,
      change,
      fromName: nameOf(from),
      toName: nameOf(to),
      requestedBy: row.requested_by,
      lapsesOn: row.lapses_on,
    };
  });
};

/** What the actor's Home tab shows. */
export const loadHome = (ctx: CoverageContext): Promise<Home> =>
  ctx.database.service.orm.transaction(async (transaction) => {
    const on = await findBusinessDate(transaction);
    const today = todayOf(ctx).toString();
    const asked = await loadAsked(transaction, ctx.actor.managerId, today);
    const toDecide = mayApprove(ctx.actor.role) ? await loadToDecide(transaction, ctx, today) : [];
    return {
      businessDate: on?.toString() ?? null,
      overrides: on ? await loadOverrides(transaction, ctx.actor.managerId, on.toString()) : [],
      toDecide: await waitingOf(transaction, toDecide),
      asked: await waitingOf(transaction, asked),
    };
  });
