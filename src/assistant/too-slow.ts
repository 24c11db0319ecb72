/** A question that takes too long is a Problem that says what to do about it. */
import { isCanceled } from '../db/cancellable.ts';
import { STATEMENT_TIMEOUT_MS } from '../db/scope.ts';
import { fail, type Result } from '../domain/result.ts';
import { answerText } from '../text/answer.ts';
import { problem } from '../text/catalog.ts';

const SECONDS = STATEMENT_TIMEOUT_MS / 1_000;

/** `signal`: what it aborts was stopped by a person and is no Problem; it rejects as it is. */
export const orTooSlow = async <T>(
  work: () => Promise<Result<T>>,
  signal?: AbortSignal,
): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted || !isCanceled(error)) throw error;
    return fail(problem('too_slow', answerText, (t) => t.tooSlow(SECONDS)));
  }
};
