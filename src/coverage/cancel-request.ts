import type { Result } from '../domain/result.ts';
import type { ChangeOutcome } from './change.ts';
import type { CoverageContext } from './context.ts';
import { getRequest } from './decide-request.ts';
import { inTransaction } from './in-transaction.ts';
import { outcomeOf } from './outcome.ts';
import { endRequest } from './pending-request.ts';
import { refuse } from './refuse.ts';

/** Takes back one's own pending request. Refuses with: request_not_found, not_pending, not_requester. */
export const cancelRequest = ({
  ctx,
  input,
}: {
  ctx: CoverageContext;
  input: { requestId: string };
}): Promise<Result<ChangeOutcome>> =>
  inTransaction(ctx, async (transaction, on) => {
    const found = await getRequest(transaction, ctx, on, input.requestId);
    const { request, client, change, actorId } = found;
    if (request.requestedBy !== actorId) refuse('not_requester', (t) => t.notRequester);
    const auditId = await endRequest(transaction, request, 'cancelled', found);
    const { requestId } = request;
    const became = { status: 'cancelled', auditId, approvalsMissing: 0 } as const;
    return outcomeOf(transaction, { client, change, requestId }, became);
  });
