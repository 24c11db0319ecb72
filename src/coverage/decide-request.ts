import { and, eq } from 'drizzle-orm';
import { approvals, requests } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Result } from '../domain/result.ts';
import { mayApproveFor } from './authority.ts';
import type { Change, ChangeOutcome, ChangeStatus } from './change.ts';
import { type CoverageContext, recordedAt, todayOf } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { type CoveredClient, findCoveredClient, lockClient } from './load-client.ts';
import { outcomeOf } from './outcome.ts';
import { loadOrigin } from './override-tier.ts';
import { changeOf, endRequest, isOverdue, type RequestRow } from './pending-request.ts';
import { auditStep, carryOut } from './record.ts';
import { refuse } from './refuse.ts';

export type DecisionInput = { requestId: string; decision: 'approved' | 'rejected' };

type Deciding = {
  request: RequestRow;
  client: CoveredClient;
  change: Change;
  on: Temporal.PlainDate;
  at: Temporal.Instant;
  actorId: string;
};

const findRequest = async (
  transaction: ScopedTransaction,
  requestId: string,
): Promise<RequestRow | null> => {
  const [row] = await transaction.select().from(requests).where(eq(requests.requestId, requestId));
  return row ?? null;
};

/** The request and its client, both locked; a request that the actor has nothing to do with is not found. */
export const getRequest = async (
  transaction: ScopedTransaction,
  ctx: CoverageContext,
  on: Temporal.PlainDate,
  requestId: string,
): Promise<Deciding> => {
  const notFound = (): never => refuse('request_not_found', (t) => t.requestNotFound);
  const { clientId } = (await findRequest(transaction, requestId)) ?? notFound();
  await lockClient(transaction, clientId);
  const request = (await findRequest(transaction, requestId)) ?? notFound();
  const client = (await findCoveredClient(transaction, clientId, on)) ?? notFound();
  const actorId = ctx.actor.managerId;
  const isOwn = request.requestedBy === actorId;
  if (!isOwn && !mayApproveFor(ctx.actor, client)) notFound();
  if (request.status !== 'pending') refuse('not_pending', (t) => t.notPending);
  return { request, client, change: changeOf(request), on, at: recordedAt(ctx), actorId };
};

const checkChecker = async (
  transaction: ScopedTransaction,
  { request, change, actorId }: Deciding,
): Promise<void> => {
  if (request.requestedBy === actorId) refuse('own_request', (t) => t.ownRequest);
  const [before] = await transaction
    .select()
    .from(approvals)
    .where(and(eq(approvals.requestId, request.requestId), eq(approvals.checkerId, actorId)));
  if (before) refuse('decided_before', (t) => t.decidedBefore);
  if (change.kind !== 'override' || change.renews === null) return;
  const { checkers } = await loadOrigin(transaction, change.renews);
  if (checkers.includes(actorId)) refuse('renewal_same_checker', (t) => t.renewalSameChecker);
};

const hasMoved = ({ request, client, change, on }: Deciding): boolean =>
  request.clientVersion !== client.version ||
  client.closed ||
  (change.kind === 'override' && change.until < on.toString());

const agree = async (
  transaction: ScopedTransaction,
  deciding: Deciding,
): Promise<{ status: ChangeStatus; auditId: number; approvalsMissing: number }> => {
  const { request } = deciding;
  const { requestId, requestedBy: requestedById } = request;
  const agreed = await transaction
    .select()
    .from(approvals)
    .where(and(eq(approvals.requestId, requestId), eq(approvals.decision, 'approved')));
  const approvalsMissing = request.checkersNeeded - agreed.length;
  const step = { ...deciding, requestId, requestedById };
  if (approvalsMissing > 0) {
    const auditId = await auditStep(transaction, step, 'approved');
    return { status: 'pending', auditId, approvalsMissing };
  }
  await transaction
    .update(requests)
    .set({ status: 'applied' })
    .where(eq(requests.requestId, requestId));
  return { status: 'applied', auditId: await carryOut(transaction, step, true), approvalsMissing };
};

const decide = async (
  transaction: ScopedTransaction,
  deciding: Deciding,
  decision: DecisionInput['decision'],
): Promise<{ status: ChangeStatus; auditId: number; approvalsMissing: number }> => {
  const { request, at, actorId } = deciding;
  await transaction
    .insert(approvals)
    .values({ requestId: request.requestId, checkerId: actorId, decision, decidedAt: at });
  if (decision === 'approved') return agree(transaction, deciding);
  const auditId = await endRequest(transaction, request, 'rejected', deciding);
  return { status: 'rejected', auditId, approvalsMissing: 0 };
};

/**
 * One person's yes or no to a pending request. The last yes that was needed carries the change out; a no
 * ends it; a request whose client has changed meanwhile ends as `stale`, one past its time as `lapsed`.
 * Refuses with: request_not_found, not_pending, own_request, decided_before, renewal_same_checker, no_data.
 */
export const decideRequest = ({
  ctx,
  input,
}: {
  ctx: CoverageContext;
  input: DecisionInput;
}): Promise<Result<ChangeOutcome>> =>
  inTransaction(ctx, async (transaction, on) => {
    const deciding = await getRequest(transaction, ctx, on, input.requestId);
    await checkChecker(transaction, deciding);
    const { request, client, change } = deciding;
    const about = { client, change, requestId: request.requestId };
    const ended = isOverdue(request, todayOf(ctx)) ? 'lapsed' : hasMoved(deciding) ? 'stale' : null;
    if (!ended)
      return outcomeOf(transaction, about, await decide(transaction, deciding, input.decision));
    const auditId = await endRequest(transaction, request, ended, deciding);
    return outcomeOf(transaction, about, { status: ended, auditId, approvalsMissing: 0 });
  });
