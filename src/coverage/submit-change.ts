import { randomUUID } from 'node:crypto';
import { requests } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { loadCheckers, nearestCheckers } from './authority.ts';
import type { Change, ChangeOutcome } from './change.ts';
import { type CoverageContext, recordedAt, todayOf } from './context.ts';
import { loadLapseDate } from './lapse-date.ts';
import type { CoveredClient } from './load-client.ts';
import { outcomeOf } from './outcome.ts';
import { endRequest, findPending, isOverdue } from './pending-request.ts';
import { auditStep, carryOut, type Step, tell } from './record.ts';
import { refuse } from './refuse.ts';

type Submission = {
  client: CoveredClient;
  change: Change;
  checkersNeeded: number;
  /** Who may not be the checker, besides the requester. */
  notBy: readonly string[];
  on: Temporal.PlainDate;
};

const clearTheWay = async (
  transaction: ScopedTransaction,
  ctx: CoverageContext,
  { client, on }: Submission,
): Promise<void> => {
  const pending = await findPending(transaction, client.clientId);
  if (!pending) return;
  if (!isOverdue(pending, todayOf(ctx))) refuse('already_pending', (t) => t.alreadyPending);
  const actorId = ctx.actor.managerId;
  await endRequest(transaction, pending, 'lapsed', { client, actorId, on, at: recordedAt(ctx) });
};

const askCheckers = async (
  transaction: ScopedTransaction,
  step: Step,
  { client, checkersNeeded, notBy }: Submission,
): Promise<void> => {
  const checkers = await loadCheckers(transaction, client, [step.actorId, ...notBy]);
  if (checkers.length < checkersNeeded)
    refuse('checkers_missing', (t) => t.checkersMissing(checkersNeeded, checkers.length));
  const asked = nearestCheckers(checkers, client, checkersNeeded);
  await tell(transaction, step, 'approval_needed', asked);
};

/**
 * Stores a change that was found to be in order: carried out at once where no checker is needed, else as a
 * pending request with a notice to the nearest people who may approve it. Refuses a second pending request.
 */
export const submitChange = async (
  transaction: ScopedTransaction,
  ctx: CoverageContext,
  submission: Submission,
): Promise<ChangeOutcome> => {
  await clearTheWay(transaction, ctx, submission);
  const { client, change, checkersNeeded, on } = submission;
  const requestId = randomUUID();
  const requestedById = ctx.actor.managerId;
  const at = recordedAt(ctx);
  const step: Step = { client, change, requestId, requestedById, actorId: requestedById, on, at };
  const status = checkersNeeded === 0 ? 'applied' : 'pending';
  await transaction.insert(requests).values({
    requestId,
    kind: change.kind,
    clientId: client.clientId,
    requestedBy: requestedById,
    requestedAt: at,
    payload: change,
    clientVersion: client.version,
    checkersNeeded,
    status,
    lapsesOn: await loadLapseDate(transaction, todayOf(ctx)),
  });
  if (status === 'pending') await askCheckers(transaction, step, submission);
  const auditId =
    status === 'applied'
      ? await carryOut(transaction, step, false)
      : await auditStep(transaction, step, 'requested');
  return outcomeOf(transaction, step, { status, auditId, approvalsMissing: checkersNeeded });
};
