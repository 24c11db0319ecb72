import { inArray } from 'drizzle-orm';
import { queueDelivery } from '../db/queue-delivery.ts';
import { managers } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Change, ChangeStatus } from './change.ts';

/** What a notice tells of a request, as data; Slack's edge words it in the reader's language. */
export type Notice = {
  event: 'approval_needed' | Exclude<ChangeStatus, 'pending' | 'unchanged'>;
  requestId: string;
  clientId: string;
  clientName: string;
  change: Change;
  /** Names of the managers in a reassignment; null = unowned, or an override. */
  fromName: string | null;
  toName: string | null;
  requestedBy: string;
  /** null: nobody decided (applied at once, or lapsed). */
  decidedBy: string | null;
};

export type NoticeAbout = Omit<
  Notice,
  'event' | 'fromName' | 'toName' | 'requestedBy' | 'decidedBy'
> & {
  requestedById: string;
  decidedById: string | null;
};

/** Names of managers by id. */
export const loadNames = async (
  transaction: ScopedTransaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> => {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await transaction
    .select({ managerId: managers.managerId, name: managers.name })
    .from(managers)
    .where(inArray(managers.managerId, known));
  return new Map(rows.map((row) => [row.managerId, row.name]));
};

/** Queues the same notice to each of `to` once; unowned sides (null) and repeated people are left out. */
export const queueNotices = async (
  transaction: ScopedTransaction,
  event: Notice['event'],
  { requestedById, decidedById, ...about }: NoticeAbout,
  to: readonly (string | null)[],
  when: { on: Temporal.PlainDate; at: Temporal.Instant },
): Promise<void> => {
  const sides = about.change.kind === 'reassign' ? [about.change.from, about.change.to] : [];
  const names = await loadNames(transaction, [...sides, requestedById, decidedById]);
  const name = (id: string | null | undefined): string | null =>
    id ? (names.get(id) ?? id) : null;
  const body: Notice = {
    ...about,
    event,
    fromName: name(sides[0]),
    toName: name(sides[1]),
    requestedBy: name(requestedById) ?? requestedById,
    decidedBy: name(decidedById),
  };
  for (const managerId of new Set(to.filter((id) => id !== null)))
    await queueDelivery(transaction, {
      subject: `notice:${about.requestId}:${event}:${managerId}`,
      kind: 'notice',
      managerId,
      businessDate: when.on,
      body,
      queuedAt: when.at,
      notBefore: when.at,
    });
};
