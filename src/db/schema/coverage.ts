import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { atInstant, id, onDate } from './columns.ts';

/**
 * Who looks after whom, on two time axes. A row is never changed except that `supersededAt` is set once,
 * when a row that knows better is written. The exclusion constraint (one primary manager a client on any
 * day) is in a migration, because Drizzle cannot say it.
 */
export const coverage = pgTable(
  'coverage',
  {
    clientId: id('client_id').notNull(),
    coverageId: bigint('coverage_id', { mode: 'bigint' }).generatedAlwaysAsIdentity(),
    managerId: id('manager_id').notNull(),
    validFrom: onDate('valid_from').notNull(),
    /** First day on which it no longer holds; null = open. */
    validTo: onDate('valid_to'),
    /** file = the bank's bundle said so; request = decided in Bellwether, which the file cannot undo. */
    source: text('source').$type<'file' | 'request'>().notNull(),
    requestId: id('request_id'),
    recordedAt: atInstant('recorded_at').notNull(),
    /** null = what we know now. */
    supersededAt: atInstant('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.coverageId] }),
    index('coverage_manager').on(t.managerId, t.clientId).where(sql`superseded_at is null`),
  ],
);

/** A manager's leave: another manager stands in for the whole book. */
export const covers = pgTable('covers', {
  coverId: id('cover_id').primaryKey(),
  managerId: id('manager_id').notNull(),
  coveredBy: id('covered_by').notNull(),
  validFrom: onDate('valid_from').notNull(),
  validTo: onDate('valid_to').notNull(),
  requestId: id('request_id').notNull(),
  recordedAt: atInstant('recorded_at').notNull(),
});

export type RequestStatus = 'pending' | 'applied' | 'rejected' | 'lapsed' | 'cancelled' | 'stale';

/** What somebody asked to change; a maker's wish until enough checkers approved. */
export const requests = pgTable(
  'requests',
  {
    requestId: id('request_id').primaryKey(),
    kind: text('kind').$type<'reassign' | 'override'>().notNull(),
    clientId: id('client_id').notNull(),
    requestedBy: id('requested_by').notNull(),
    requestedAt: atInstant('requested_at').notNull(),
    payload: jsonb('payload').notNull(),
    /** What the client looked like when asked; applying on something else is refused as stale. */
    clientVersion: text('client_version').notNull(),
    checkersNeeded: smallint('checkers_needed').notNull(),
    status: text('status').$type<RequestStatus>().notNull(),
    lapsesOn: onDate('lapses_on').notNull(),
  },
  (t) => [
    uniqueIndex('requests_one_pending').on(t.clientId).where(sql`status = 'pending'`),
    index().on(t.requestedBy),
  ],
);

export const approvals = pgTable(
  'approvals',
  {
    requestId: id('request_id').notNull(),
    checkerId: id('checker_id').notNull(),
    decision: text('decision').$type<'approved' | 'rejected'>().notNull(),
    decidedAt: atInstant('decided_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.checkerId] })],
);

/** Append-only, chained by hash: who did what, before and after. */
export const auditEntries = pgTable('audit_entries', {
  auditId: bigint('audit_id', { mode: 'number' }).primaryKey(),
  at: atInstant('at').notNull(),
  actorId: id('actor_id').notNull(),
  action: text('action').notNull(),
  clientId: id('client_id'),
  requestId: id('request_id'),
  reason: text('reason'),
  before: jsonb('before'),
  after: jsonb('after'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});
