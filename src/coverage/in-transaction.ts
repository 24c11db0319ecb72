import { findBusinessDate } from '../db/find-business-date.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { fail, ok, ProblemError, type Result } from '../domain/result.ts';
import type { CoverageContext } from './context.ts';
import { refuse } from './refuse.ts';

/** Runs `work` on the business date in one transaction: all of it or, when it refuses, nothing. */
export const inTransaction = async <T>(
  ctx: Pick<CoverageContext, 'database'>,
  work: (transaction: ScopedTransaction, on: Temporal.PlainDate) => Promise<T>,
): Promise<Result<T>> => {
  try {
    return ok(
      await ctx.database.service.orm.transaction(async (transaction) => {
        const on = await findBusinessDate(transaction);
        return work(transaction, on ?? refuse('no_data', (t) => t.noData));
      }),
    );
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
