import { and, eq } from 'drizzle-orm';
import { approvals, requests } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { compareDates } from '../domain/business-date.ts';
import { type Tier, tiersOf } from '../domain/client.ts';
import { OVERRIDE_REASONS } from '../domain/reason-codes.ts';
import type { Result } from '../domain/result.ts';
import { type ChangeOutcome, type OverrideChange, overrideChange } from './change.ts';
import { checkReasonCode, checkReasonText } from './check-reason.ts';
import { checkersForOverride } from './checkers-needed.ts';
import type { CoverageContext } from './context.ts';
import { getClientToChange } from './get-client.ts';
import { inTransaction } from './in-transaction.ts';
import { OVERRIDE_DEFAULT_DAYS, OVERRIDE_MAX_DAYS } from './limits.ts';
import type { CoveredClient } from './load-client.ts';
import { unchanged } from './outcome.ts';
import { refuse } from './refuse.ts';
import { submitChange } from './submit-change.ts';

export type OverrideInput = {
  clientId: string;
  tier: string;
  /** Last day on which it holds; null = 90 days. */
  until: Temporal.PlainDate | null;
  reasonCode: string;
  reasonText: string;
  /** The client's version that the person saw; null = none was shown. */
  version: string | null;
};

const checkTier = (client: CoveredClient, tier: string): Tier => {
  const possible = tiersOf(client.kind);
  return (
    possible.find((known) => known === tier) ??
    refuse('tier', (t) => t.tierOfOtherKind(possible.join(', ')))
  );
};

const checkUntil = (wanted: Temporal.PlainDate | null, on: Temporal.PlainDate): string => {
  const until = wanted ?? on.add({ days: OVERRIDE_DEFAULT_DAYS });
  const earliest = on.add({ days: 1 });
  const latest = on.add({ days: OVERRIDE_MAX_DAYS });
  if (compareDates(until, earliest) < 0)
    refuse('until_past', (t) => t.untilPast(earliest.toString()));
  if (compareDates(until, latest) > 0)
    refuse('until_future', (t) => t.untilFuture(latest.toString()));
  return until.toString();
};

/** The request behind an override, and who agreed to it. */
export const loadOrigin = async (
  transaction: ScopedTransaction,
  overrideId: string,
): Promise<{ change: OverrideChange | null; checkers: string[] }> => {
  const [request] = await transaction
    .select({ payload: requests.payload })
    .from(requests)
    .where(eq(requests.requestId, overrideId));
  const agreed = await transaction
    .select({ checkerId: approvals.checkerId })
    .from(approvals)
    .where(and(eq(approvals.requestId, overrideId), eq(approvals.decision, 'approved')));
  const change = request ? overrideChange.parse(request.payload) : null;
  return { change, checkers: agreed.map((row) => row.checkerId) };
};

/** True when the wanted tier is in force and nothing would last longer than it does now. */
const isAlready = (client: CoveredClient, change: OverrideChange): boolean => {
  if (client.inForceTier !== change.to) return false;
  const { liveOverride } = client;
  if (liveOverride?.tier !== change.to) return true;
  return Temporal.PlainDate.from(change.until).add({ days: 1 }).equals(liveOverride.validTo);
};

/**
 * Puts another tier in force for a while. Always pending until one checker agrees, or two for a jump of two
 * bands, a watched client or one of high AML risk (rules.md a); the same tier again is a renewal, allowed
 * once. Refuses with: client_not_found, client_closed, stale, not_assessed, tier, until_past, until_future,
 * renewed_once, reason_code, reason_text, already_pending, checkers_missing, no_data.
 */
export const overrideTier = ({
  ctx,
  input,
}: {
  ctx: CoverageContext;
  input: OverrideInput;
}): Promise<Result<ChangeOutcome>> =>
  inTransaction(ctx, async (transaction, on) => {
    const client = await getClientToChange(transaction, ctx, on, input);
    const { kind, inForceTier, decidedTier, watch, highAml, liveOverride } = client;
    if (!inForceTier || !decidedTier) return refuse('not_assessed', (t) => t.notAssessed);
    const tier = checkTier(client, input.tier);
    const renewed = liveOverride?.tier === tier ? liveOverride.overrideId : null;
    const change: OverrideChange = {
      kind: 'override',
      from: inForceTier,
      to: tier,
      until: checkUntil(input.until, on),
      renews: renewed,
      reasonCode: checkReasonCode(OVERRIDE_REASONS, input.reasonCode),
      reasonText: checkReasonText(input.reasonText),
    };
    if (isAlready(client, change)) return unchanged(transaction, client, change);
    const origin = renewed === null ? null : await loadOrigin(transaction, renewed);
    if (origin?.change?.renews) refuse('renewed_once', (t) => t.renewedOnce);
    const cases = { kind, inForceTier, decidedTier, tier, watch, highAml };
    const checkersNeeded = checkersForOverride(cases);
    const notBy = origin?.checkers ?? [];
    return submitChange(transaction, ctx, { client, change, checkersNeeded, notBy, on });
  });
