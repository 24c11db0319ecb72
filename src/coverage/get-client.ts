import type { ScopedTransaction } from '../db/scope.ts';
import { mayRequestFor } from './authority.ts';
import type { CoverageContext } from './context.ts';
import { type CoveredClient, findCoveredClient, lockClient } from './load-client.ts';
import { refuse } from './refuse.ts';

/**
 * The client that the actor wants to change, locked until the transaction ends. One that the actor may not
 * change and one that does not exist are refused alike; so is a closed one, or one that is not as `version`
 * says (null = the actor saw no version).
 */
export const getClientToChange = async (
  transaction: ScopedTransaction,
  ctx: CoverageContext,
  on: Temporal.PlainDate,
  wanted: { clientId: string; version: string | null },
): Promise<CoveredClient> => {
  await lockClient(transaction, wanted.clientId);
  const client = await findCoveredClient(transaction, wanted.clientId, on);
  if (!client || !mayRequestFor(ctx.actor, client))
    return refuse('client_not_found', (t) => t.clientNotFound);
  if (client.closed) refuse('client_closed', (t) => t.clientClosed);
  if (wanted.version !== null && wanted.version !== client.version) refuse('stale', (t) => t.stale);
  return client;
};
