import type { ScopedTransaction } from '../db/scope.ts';
import type { Change, ChangeOutcome } from './change.ts';
import { sidesOf } from './describe-change.ts';
import type { CoveredClient } from './load-client.ts';
import { loadNames } from './notices.ts';

type About = { client: CoveredClient; change: Change; requestId: string | null };
type Became = Pick<ChangeOutcome, 'status' | 'auditId' | 'approvalsMissing'>;

/** What became of a change, with the names that a sentence about it needs. */
export const outcomeOf = async (
  transaction: ScopedTransaction,
  { client, change, requestId }: About,
  became: Became,
): Promise<ChangeOutcome> => {
  const sides = sidesOf(change);
  const names = await loadNames(transaction, sides);
  const [fromName, toName] = sides.map((id) => (id === null ? null : (names.get(id) ?? id)));
  return {
    ...became,
    requestId,
    clientId: client.clientId,
    clientName: client.name,
    change,
    fromName: fromName ?? null,
    toName: toName ?? null,
  };
};

/** The answer to a change that would alter nothing; nothing is written. */
export const unchanged = (
  transaction: ScopedTransaction,
  client: CoveredClient,
  change: Change,
): Promise<ChangeOutcome> =>
  outcomeOf(
    transaction,
    { client, change, requestId: null },
    { status: 'unchanged', auditId: null, approvalsMissing: 0 },
  );
