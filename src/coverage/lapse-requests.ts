import { and, asc, eq, lt } from 'drizzle-orm';
import { requests } from '../db/schema/index.ts';
import { type CoverageContext, recordedAt, todayOf } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { findCoveredClient, lockClient } from './load-client.ts';
import { endRequest, findPending, isOverdue, type RequestRow } from './pending-request.ts';

/** Who an audit entry names when nobody but the calendar acted. */
const NOBODY = 'bellwether';

type LapseContext = Omit<CoverageContext, 'actor'>;

const lapse = (ctx: LapseContext, { clientId }: RequestRow) =>
  inTransaction(ctx, async (transaction, on) => {
    await lockClient(transaction, clientId);
    const request = await findPending(transaction, clientId);
    const client = await findCoveredClient(transaction, clientId, on);
    if (!request || !client || !isOverdue(request, todayOf(ctx))) return false;
    const step = { client, actorId: NOBODY, on, at: recordedAt(ctx) };
    await endRequest(transaction, request, 'lapsed', step);
    return true;
  });

/** Ends every request that nobody decided in time and tells the requesters; returns how many there were. */
export const lapseRequests = async (ctx: LapseContext): Promise<number> => {
  const overdue = await ctx.database.service.orm
    .select()
    .from(requests)
    .where(and(eq(requests.status, 'pending'), lt(requests.lapsesOn, todayOf(ctx))))
    .orderBy(asc(requests.requestedAt));
  let lapsed = 0;
  for (const request of overdue) {
    const done = await lapse(ctx, request);
    if (done.ok && done.value) lapsed += 1;
  }
  return lapsed;
};
