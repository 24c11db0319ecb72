import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { loadWorkingDays } from '../db/load-working-days.ts';
import { deliveries } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { type BusinessDate, compareDates } from '../domain/business-date.ts';
import { REPEAT_DAYS } from './alert-policy.ts';
import { composeDigest } from './compose-digest.ts';
import { nextDigestAt } from './next-digest-at.ts';
import { type DigestRecipient, readRecipients } from './read-recipients.ts';
import { type AddressedAlert, readReported } from './read-reported.ts';

export type DigestSettings = {
  queuedAt: Temporal.Instant;
  /** Wall time of the digest, HH:MM, where the manager is; `timeZone` where that is not known. */
  digestAt: string;
  timeZone: string;
  currency: string;
};

const ROWS_PER_INSERT = 500;

export const digestSubject = (managerId: string, on: BusinessDate): string =>
  `digest:${managerId}:${on}`;

/** An open alert is reported again within this time, so that older reports are not missed. */
const newsSince = ({ lastDigestOn }: DigestRecipient, on: BusinessDate): BusinessDate =>
  lastDigestOn ?? on.subtract({ days: REPEAT_DAYS });

/** Digests that still wait, over a weekend for instance, give way: the new one tells their news too. */
const supersede = (transaction: ScopedTransaction, on: BusinessDate) =>
  transaction
    .update(deliveries)
    .set({ status: 'superseded' })
    .where(
      and(
        eq(deliveries.kind, 'digest'),
        inArray(deliveries.status, ['queued', 'withheld']),
        lt(deliveries.businessDate, on),
      ),
    );

const loadNews = async (
  transaction: ScopedTransaction,
  recipients: readonly DigestRecipient[],
  on: BusinessDate,
): Promise<Map<string, AddressedAlert[]>> => {
  const [since] = recipients.map((recipient) => newsSince(recipient, on)).sort(compareDates);
  if (!since) return new Map();
  return Map.groupBy(await readReported(transaction, since, on), ({ managerId }) => managerId);
};

type DigestRow = typeof deliveries.$inferInsert;

/** Writes what is new; a digest of the same date that nobody has begun to send is brought up to date. */
const writeDigests = async (
  transaction: ScopedTransaction,
  rows: readonly DigestRow[],
): Promise<number> => {
  const written = await transaction
    .insert(deliveries)
    .values([...rows])
    .onConflictDoUpdate({
      target: deliveries.subject,
      set: { body: sql`excluded.body` },
      setWhere: inArray(deliveries.status, ['queued', 'withheld']),
    })
    .returning({ isNew: sql<boolean>`xmax = 0 and ${deliveries.status} = 'queued'` });
  return written.filter(({ isNew }) => isNew).length;
};

/**
 * Queues one digest for each manager who has a book or stands in for one, silent ones too, due at the
 * manager's next digest time on a working day. Returns how many are new; running it again queues none.
 */
export const queueDigests = async (
  transaction: ScopedTransaction,
  on: BusinessDate,
  settings: DigestSettings,
): Promise<number> => {
  await supersede(transaction, on);
  const isWorkingDay = await loadWorkingDays(transaction);
  const recipients = await readRecipients(transaction, on);
  const news = await loadNews(transaction, recipients, on);
  const rows = recipients.map((recipient): DigestRow => {
    const { managerId, managerName, bookSize, timezone } = recipient;
    const since = newsSince(recipient, on);
    const reported = (news.get(managerId) ?? []).filter(
      ({ reportedOn }) => compareDates(reportedOn, since) > 0,
    );
    const { queuedAt, currency, timeZone } = settings;
    const digestAt = recipient.digestAt ?? settings.digestAt;
    const time = { digestAt, timeZone, managerZone: timezone, isWorkingDay };
    return {
      deliveryId: randomUUID(),
      subject: digestSubject(managerId, on),
      kind: 'digest',
      managerId,
      businessDate: on,
      body: composeDigest({ managerId, managerName, bookSize }, reported, on, currency),
      status: recipient.digestOff ? 'withheld' : 'queued',
      notBefore: nextDigestAt(queuedAt, time),
      queuedAt,
    };
  });
  let queued = 0;
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    queued += await writeDigests(transaction, rows.slice(start, start + ROWS_PER_INSERT));
  return queued;
};
