import { and, eq, inArray, min, sql } from 'drizzle-orm';
import type { Orm } from '../db/database.ts';
import { type DeliveryStatus, deliveries } from '../db/schema/index.ts';
import type { Locale } from '../domain/actor.ts';
import { ATTEMPTS_MAX, backoffSeconds, LEASE_SECONDS } from './delivery-policy.ts';
import type { Delivery, Posted, Recipient } from './poster.ts';

/** A delivery in hand: nobody else touches it before `leaseUntil`. */
export type Claimed = {
  delivery: Omit<Delivery, 'recipient'>;
  /** null = the manager is not in the bank's list any more. */
  recipient: Recipient | null;
  /** The fence: only the holder of the newest attempt may mark it. */
  attempts: number;
  leaseUntil: Temporal.Instant;
  /** An earlier attempt may have posted it: it has to be looked up first. */
  mayBePosted: boolean;
};

type Row = {
  delivery_id: string;
  kind: Delivery['kind'];
  business_date: string;
  body: Delivery['body'];
  attempts: number;
  was: DeliveryStatus;
  manager_id: string;
  name: string | null;
  email: string;
  slack_user_id: string | null;
  locale: Locale | null;
  timezone: string | null;
};

const claimedOf = (row: Row, leaseUntil: Temporal.Instant): Claimed => ({
  delivery: {
    deliveryId: row.delivery_id,
    kind: row.kind,
    businessDate: Temporal.PlainDate.from(row.business_date),
    body: row.body,
  },
  recipient:
    row.name === null
      ? null
      : {
          managerId: row.manager_id,
          name: row.name,
          email: row.email,
          slackUserId: row.slack_user_id,
          locale: row.locale,
          timezone: row.timezone,
        },
  attempts: row.attempts,
  leaseUntil,
  mayBePosted: row.was !== 'queued',
});

/**
 * Takes the next delivery in one statement, committed before anything is posted: a queued one (with
 * `onlyDue`, one whose time has come), or one whose lease ran out. null = there is none.
 */
export const claimNext = async (
  orm: Orm,
  now: Temporal.Instant,
  onlyDue: boolean,
): Promise<Claimed | null> => {
  const leaseUntil = now.add({ seconds: LEASE_SECONDS });
  const at = sql`${now.toString()}::timestamptz`;
  const due = onlyDue ? sql`d.not_before <= ${at}` : sql`true`;
  const [row] = await orm.execute<Row>(sql`
    with next as (
      select d.delivery_id, d.status from deliveries d
       where d.status in ('queued', 'sending', 'parked')
         and (d.status = 'queued' and ${due} or d.status <> 'queued' and d.lease_until <= ${at})
       order by d.not_before, d.delivery_id
       limit 1 for update skip locked
    ), taken as (
      update deliveries d
         set status = 'sending', attempts = d.attempts + 1, lease_until = ${leaseUntil.toString()}
        from next where d.delivery_id = next.delivery_id
      returning d.delivery_id, d.kind, d.business_date, d.body, d.attempts, d.manager_id,
                next.status as was
    )
    select taken.*, m.name, m.email, m.slack_user_id, m.locale, m.timezone
      from taken left join managers m using (manager_id)`);
  return row ? claimedOf(row, leaseUntil) : null;
};

type Mark = Partial<typeof deliveries.$inferInsert> & { status: DeliveryStatus };

/** Writes what became of an attempt; false = another attempt has taken over since. */
const mark = async (orm: Orm, { delivery, attempts }: Claimed, set: Mark): Promise<boolean> => {
  const marked = await orm
    .update(deliveries)
    .set(set)
    .where(
      and(
        eq(deliveries.deliveryId, delivery.deliveryId),
        eq(deliveries.attempts, attempts),
        eq(deliveries.status, 'sending'),
      ),
    )
    .returning({ deliveryId: deliveries.deliveryId });
  return marked.length > 0;
};

export const markSent = (orm: Orm, claimed: Claimed, posted: Posted, now: Temporal.Instant) =>
  mark(orm, claimed, { ...posted, status: 'sent', sentAt: now, leaseUntil: null, lastError: null });

export const markFailed = (orm: Orm, claimed: Claimed, reason: string) =>
  mark(orm, claimed, { status: 'failed', leaseUntil: null, lastError: reason });

/**
 * Back in the queue, for an attempt that certainly posted nothing, and so does not count. The fence holds:
 * only the holder of an attempt takes it back.
 */
export const requeue = (orm: Orm, claimed: Claimed, notBefore: Temporal.Instant, reason: string) =>
  mark(orm, claimed, {
    status: 'queued',
    attempts: claimed.attempts - 1,
    leaseUntil: null,
    notBefore,
    lastError: reason,
  });

/** The attempt's fate is unknown: it is looked up after a pause. */
export const lookUpLater = (orm: Orm, claimed: Claimed, now: Temporal.Instant, reason: string) =>
  mark(orm, claimed, {
    status: 'sending',
    leaseUntil: now.add({ seconds: backoffSeconds(claimed.attempts) }),
    lastError: reason,
  });

/** The look-up told nothing: it is tried again after a pause, and never posted before one succeeds. */
export const park = (orm: Orm, claimed: Claimed, now: Temporal.Instant, reason: string) =>
  mark(orm, claimed, {
    status: 'parked',
    leaseUntil:
      claimed.attempts < ATTEMPTS_MAX
        ? now.add({ seconds: backoffSeconds(claimed.attempts) })
        : null,
    lastError: reason,
  });

/** When the next lease runs out; null = nothing is in hand. */
export const findNextLease = async (orm: Orm): Promise<Temporal.Instant | null> => {
  const [next] = await orm
    .select({ at: min(deliveries.leaseUntil) })
    .from(deliveries)
    .where(inArray(deliveries.status, ['sending', 'parked']));
  return next?.at ?? null;
};
