import { asc, gt } from 'drizzle-orm';
import { type AuditEvent, auditHash, FIRST_PREVIOUS_HASH } from '../db/append-audit.ts';
import type { Json } from '../db/canonical-json.ts';
import type { Database } from '../db/database.ts';
import { auditEntries } from '../db/schema/index.ts';

/** `brokenAt`: the first entry that is missing, out of place or not as it was written; null = none. */
export type AuditCheck = { entries: number; ok: boolean; brokenAt: number | null };

const PAGE_ROWS = 1_000;
type Entry = typeof auditEntries.$inferSelect;

const loadPage = (database: Database, after: number): Promise<Entry[]> =>
  database.service.orm
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.auditId, after))
    .orderBy(asc(auditEntries.auditId))
    .limit(PAGE_ROWS);

const eventOf = ({ auditId: _, previousHash: __, hash: ___, ...event }: Entry): AuditEvent => ({
  ...event,
  before: event.before as Json,
  after: event.after as Json,
});

/**
 * Walks the whole audit chain from its first entry, recomputing each hash. Entries cut off at the very end
 * leave a valid shorter chain: compare `entries` with the number of an earlier walk.
 */
export const verifyAudit = async (database: Database): Promise<AuditCheck> => {
  let previousHash = FIRST_PREVIOUS_HASH;
  let entries = 0;
  for (;;) {
    const page = await loadPage(database, entries);
    for (const entry of page) {
      const expected = auditHash(entries + 1, previousHash, eventOf(entry));
      if (entry.auditId !== entries + 1) return { entries, ok: false, brokenAt: entries + 1 };
      if (entry.previousHash !== previousHash || entry.hash !== expected)
        return { entries, ok: false, brokenAt: entry.auditId };
      previousHash = entry.hash;
      entries += 1;
    }
    if (page.length < PAGE_ROWS) return { entries, ok: true, brokenAt: null };
  }
};
