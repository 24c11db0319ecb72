/** The second fence: inside `asActor` the database itself shows only what scope(actor, D) allows. */
import { sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import type { Database, Orm } from './database.ts';

export type ScopedTransaction = Parameters<Parameters<Orm['transaction']>[0]>[0];

const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * Runs `work` in a read-only transaction of the reader login, as `actor` on `businessDate`. The settings
 * end with the transaction, so that a pooled connection never carries one person's scope to the next.
 */
export const asActor = <T>(
  database: Pick<Database, 'reader'>,
  actor: Pick<Actor, 'managerId'>,
  businessDate: BusinessDate,
  work: (transaction: ScopedTransaction) => Promise<T>,
): Promise<T> =>
  database.reader.orm.transaction(
    async (transaction) => {
      await transaction.execute(sql`select
        set_config('app.manager_id', ${actor.managerId}, true),
        set_config('app.business_date', ${businessDate.toString()}, true),
        set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`);
      return work(transaction);
    },
    { accessMode: 'read only' },
  );
