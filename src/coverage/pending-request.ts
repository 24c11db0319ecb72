import { and, eq } from 'drizzle-orm';
import { requests } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { compareDates } from '../domain/business-date.ts';
import { type Change, changeSchema } from './change.ts';
import type { CoveredClient } from './load-client.ts';
import { auditStep, type Step, tell } from './record.ts';

export type RequestRow = typeof requests.$inferSelect;

/** What a stored request would change. */
export const changeOf = (request: RequestRow): Change => changeSchema.parse(request.payload);

/** The client's request that waits for a decision, if any. */
export const findPending = async (
  transaction: ScopedTransaction,
  clientId: string,
): Promise<RequestRow | null> => {
  const [row] = await transaction
    .select()
    .from(requests)
    .where(and(eq(requests.clientId, clientId), eq(requests.status, 'pending')));
  return row ?? null;
};

export const isOverdue = (request: RequestRow, today: Temporal.PlainDate): boolean =>
  compareDates(today, request.lapsesOn) > 0;

/** Ends a request without carrying it out, tells the requester, and returns the audit number. */
export const endRequest = async (
  transaction: ScopedTransaction,
  request: RequestRow,
  status: 'rejected' | 'cancelled' | 'stale' | 'lapsed',
  step: { client: CoveredClient; actorId: string; on: Temporal.PlainDate; at: Temporal.Instant },
): Promise<number> => {
  await transaction
    .update(requests)
    .set({ status })
    .where(eq(requests.requestId, request.requestId));
  const full: Step = {
    ...step,
    change: changeOf(request),
    requestId: request.requestId,
    requestedById: request.requestedBy,
  };
  const auditId = await auditStep(transaction, full, status);
  if (status !== 'cancelled')
    await tell(transaction, full, status, [request.requestedBy], status === 'rejected');
  return auditId;
};
