/** The second fence: inside `asActor` the database itself shows only what scope(actor, D) allows. */
import { sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import { cancellable } from './cancellable.ts';
import type { Database, Orm } from './database.ts';

export type ScopedTransaction = Parameters<Parameters<Orm['transaction']>[0]>[0];

/** A transaction in which only what an actor may see is there. */
export type Within = <T>(work: (transaction: ScopedTransaction) => Promise<T>) => Promise<T>;

export const STATEMENT_TIMEOUT_MS = 10_000;
/** A book is a few hundred look-ups in memory: an index beats a scan, and compiling costs more than it saves. */
const RANDOM_PAGE_COST = '1.1';

/**
 * Runs `work` in a read-only transaction of the reader login, as `actor` on `businessDate`. What may be seen is found
 * once, at its beginning, and ends with it: a pooled connection never carries one person's scope to the next. An
 * abort of `signal` cancels what runs.
 */
export const asActor = <T>(
  database: Pick<Database, 'reader'>,
  actor: Pick<Actor, 'managerId'>,
  businessDate: BusinessDate,
  work: (transaction: ScopedTransaction) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> =>
  database.reader.orm.transaction(async (transaction) => {
    await transaction.execute(sql`select
        enter_scope(${actor.managerId}, ${businessDate.toString()}::date),
        set_config('transaction_read_only', 'on', true),
        set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true),
        set_config('jit', 'off', true),
        set_config('random_page_cost', ${RANDOM_PAGE_COST}, true)`);
    if (!signal) return work(transaction);
    return cancellable(database.reader, transaction, signal, () => work(transaction));
  });
