/** Ends what runs in a transaction when nobody waits for it any more. */
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Connection } from './database.ts';
import type { ScopedTransaction } from './scope.ts';

const CANCEL_EVERY_MS = 50;
const QUERY_CANCELED = '57014';

/** True where PostgreSQL stopped a statement, on request or after its time; drizzle wraps its error. */
export const isCanceled = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: unknown }).code === QUERY_CANCELED || isCanceled(error.cause));

/**
 * Runs `work`; an abort cancels its statement on the server and each one after it, until the transaction is given
 * up. The connection is not let go before, so that nobody else's statement can be met. Rejects with the signal's
 * reason.
 */
export const cancellable = async <T>(
  { sql: login }: Pick<Connection, 'sql'>,
  transaction: ScopedTransaction,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> => {
  const [backend] = await transaction.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const pid = backend?.pid ?? 0;
  let running = true;
  let canceling: Promise<void> | null = null;
  const cancel = async (): Promise<void> => {
    while (running) {
      await login`select pg_cancel_backend(${pid})`;
      await setTimeout(CANCEL_EVERY_MS);
    }
  };
  const onAbort = (): void => {
    canceling = cancel().catch(() => {});
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    running = false;
    signal.removeEventListener('abort', onAbort);
    await canceling;
    signal.throwIfAborted();
  }
};
