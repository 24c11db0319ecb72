import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { clients, coverage, managers } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { reachOf } from '../domain/actor.ts';
import { compareDates } from '../domain/business-date.ts';
import { REASSIGN_REASONS } from '../domain/reason-codes.ts';
import type { Result } from '../domain/result.ts';
import type { ChangeOutcome, ReassignChange } from './change.ts';
import { checkReasonCode, checkReasonText } from './check-reason.ts';
import { checkersForReassign } from './checkers-needed.ts';
import type { CoverageContext } from './context.ts';
import { getClientToChange } from './get-client.ts';
import { inTransaction } from './in-transaction.ts';
import { AHEAD_MAX_DAYS, BACKDATE_MAX_DAYS } from './limits.ts';
import type { CoveredClient } from './load-client.ts';
import { unchanged } from './outcome.ts';
import { refuse } from './refuse.ts';
import { submitChange } from './submit-change.ts';

export type ReassignInput = {
  clientId: string;
  /** Manager id of the new primary manager. */
  to: string;
  /** First day of the new manager; null = the business date. */
  effectiveOn: Temporal.PlainDate | null;
  reasonCode: string;
  reasonText: string;
  /** The client's version that the person saw; null = none was shown. */
  version: string | null;
};

const checkEffective = (wanted: Temporal.PlainDate | null, on: Temporal.PlainDate): string => {
  const effectiveOn = wanted ?? on;
  const earliest = on.subtract({ days: BACKDATE_MAX_DAYS });
  const latest = on.add({ days: AHEAD_MAX_DAYS });
  if (compareDates(effectiveOn, earliest) < 0)
    refuse('effective_past', (t) => t.effectivePast(earliest.toString()));
  if (compareDates(effectiveOn, latest) > 0)
    refuse('effective_future', (t) => t.effectiveFuture(latest.toString()));
  return effectiveOn.toString();
};

const checkTarget = async (transaction: ScopedTransaction, to: string): Promise<string> => {
  const [manager] = await transaction.select().from(managers).where(eq(managers.managerId, to));
  if (!manager || reachOf(manager.role) === 'bank')
    return refuse('manager_not_found', (t) => t.managerNotFound(to));
  return manager.managerId;
};

/** Open clients whose primary manager is `managerId` on a day, `clientId` itself not counted. */
const countBook = async (
  transaction: ScopedTransaction,
  managerId: string,
  clientId: string,
  on: Temporal.PlainDate,
): Promise<number> => {
  const [row] = await transaction
    .select({ clients: sql<number>`count(*)::int` })
    .from(coverage)
    .innerJoin(clients, eq(clients.clientId, coverage.clientId))
    .where(
      and(
        eq(coverage.managerId, managerId),
        ne(coverage.clientId, clientId),
        isNull(coverage.supersededAt),
        lte(coverage.validFrom, on),
        or(isNull(coverage.validTo), gt(coverage.validTo, on)),
        or(isNull(clients.closedOn), gt(clients.closedOn, on)),
      ),
    );
  return row?.clients ?? 0;
};

const isAlready = (client: CoveredClient, change: ReassignChange): boolean =>
  client.coverage.length === 1 &&
  client.coverage[0]?.managerId === change.to &&
  client.coverage[0].validTo === null &&
  client.coverage[0].validFrom.toString() <= change.effectiveOn;

/**
 * Gives a client to another primary manager from a date on. Applied at once for lower tiers, else pending
 * until a checker agrees (rules.md f). Refuses with: client_not_found, client_closed, stale,
 * manager_not_found, reason_code, reason_text, effective_past, effective_future, already_pending,
 * checkers_missing, no_data.
 */
export const reassignClient = ({
  ctx,
  input,
}: {
  ctx: CoverageContext;
  input: ReassignInput;
}): Promise<Result<ChangeOutcome>> =>
  inTransaction(ctx, async (transaction, on) => {
    const client = await getClientToChange(transaction, ctx, on, input);
    const change: ReassignChange = {
      kind: 'reassign',
      from: client.managerId,
      to: await checkTarget(transaction, input.to),
      effectiveOn: checkEffective(input.effectiveOn, on),
      reasonCode: checkReasonCode(REASSIGN_REASONS, input.reasonCode),
      reasonText: checkReasonText(input.reasonText),
    };
    if (isAlready(client, change)) return unchanged(transaction, client, change);
    const { clientId, inForceTier } = client;
    const bookSize = 1 + (await countBook(transaction, change.to, clientId, on));
    const checkersNeeded = checkersForReassign({ inForceTier, bookSize });
    return submitChange(transaction, ctx, { client, change, checkersNeeded, notBy: [], on });
  });
