/** The audit chain: each entry's hash covers its content and the hash before it, so that no entry changes unnoticed. */
import { desc, sql } from 'drizzle-orm';
import { canonicalJson, type Json, sha256 } from './canonical-json.ts';
import { auditEntries } from './schema/index.ts';
import type { ScopedTransaction } from './scope.ts';

export type AuditEvent = {
  at: Temporal.Instant;
  actorId: string;
  action: string;
  clientId: string | null;
  requestId: string | null;
  reason: string | null;
  before: Json;
  after: Json;
};

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);
/** One writer at a time: the chain has a single end. Any number that nothing else locks on. */
const CHAIN_LOCK = 7_204_118;

/** The hash of an entry, over everything in it and the entry before; instants count to the millisecond. */
export const auditHash = (auditId: number, previousHash: string, event: AuditEvent): string =>
  sha256(previousHash + canonicalJson({ ...event, auditId, at: event.at.epochMilliseconds }));

/**
 * Appends to the chain inside the caller's transaction and returns the entry's number; when it fails, so
 * does the change that it records.
 */
export const appendAudit = async (
  transaction: ScopedTransaction,
  event: AuditEvent,
): Promise<number> => {
  await transaction.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
  const [last] = await transaction
    .select({ auditId: auditEntries.auditId, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.auditId))
    .limit(1);
  const auditId = (last?.auditId ?? 0) + 1;
  const previousHash = last?.hash ?? FIRST_PREVIOUS_HASH;
  const hash = auditHash(auditId, previousHash, event);
  await transaction.insert(auditEntries).values({ ...event, auditId, previousHash, hash });
  return auditId;
};
