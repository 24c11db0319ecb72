import { and, eq, inArray } from 'drizzle-orm';
import { clientState, coverage, overrides } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { compareDates } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import { overrideReason } from '../tiering/override-reason.ts';
import type { OverrideChange, ReassignChange } from './change.ts';
import { type CoveredClient, loadCoverageFrom } from './load-client.ts';

type Applying<T> = {
  client: CoveredClient;
  change: T;
  requestId: string;
  /** Business date. */
  on: Temporal.PlainDate;
  at: Temporal.Instant;
};

/**
 * Writes the new manager from the effective date on: rows that say otherwise are superseded, and one that
 * began before is written again up to that date.
 */
export const applyReassign = async (
  transaction: ScopedTransaction,
  { client, change, requestId, at }: Applying<ReassignChange>,
): Promise<void> => {
  const { clientId } = client;
  const from = Temporal.PlainDate.from(change.effectiveOn);
  const outdated = await loadCoverageFrom(transaction, clientId, from);
  const ids = outdated.map((row) => row.coverageId);
  if (ids.length > 0)
    await transaction
      .update(coverage)
      .set({ supersededAt: at })
      .where(and(eq(coverage.clientId, clientId), inArray(coverage.coverageId, ids)));
  const shortened = outdated
    .filter((row) => compareDates(row.validFrom, from) < 0)
    .map(({ coverageId: _, ...row }) => ({ ...row, validTo: from, recordedAt: at }));
  await transaction.insert(coverage).values([
    ...shortened,
    {
      clientId,
      managerId: change.to,
      validFrom: from,
      validTo: null,
      source: 'request',
      requestId,
      recordedAt: at,
    },
  ]);
};

/** Today's state says the override as the next night will; the gap to the tier above waits for that night. */
const putInForce = async (
  transaction: ScopedTransaction,
  clientId: string,
  override: { tier: Tier; validTo: Temporal.PlainDate },
): Promise<void> => {
  const mine = eq(clientState.clientId, clientId);
  const [state] = await transaction
    .select({ inForceTier: clientState.inForceTier, reasons: clientState.reasons })
    .from(clientState)
    .where(mine);
  if (!state) return;
  const earlier = state.reasons.find(({ code }) => code === 'override');
  const decided = (earlier?.values.decidedTier ?? state.inForceTier) as Tier;
  const others = state.reasons.filter(({ code }) => code !== 'override');
  const reasons = [...others, overrideReason(override, decided)];
  await transaction.update(clientState).set({ inForceTier: override.tier, reasons }).where(mine);
};

/** Writes the override and puts its tier in force at once; the next night finds the same. */
export const applyOverride = async (
  transaction: ScopedTransaction,
  { client, change, requestId, on, at }: Applying<OverrideChange>,
): Promise<void> => {
  const validTo = Temporal.PlainDate.from(change.until).add({ days: 1 });
  await transaction.insert(overrides).values({
    clientId: client.clientId,
    overrideId: requestId,
    tier: change.to,
    reasonCode: change.reasonCode,
    reasonText: change.reasonText,
    validFrom: on,
    validTo,
    requestId,
    recordedAt: at,
  });
  await putInForce(transaction, client.clientId, { tier: change.to, validTo });
};
