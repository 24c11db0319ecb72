/** What a person can cause is a value with a code and a sentence in both languages; exceptions are bugs or outages. */

/** `code` is stable for programs; the sentences say what, where and what to do. */
export type Problem = { code: string; en: string; zh: string };

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = <T = never>(problem: Problem): Result<T> => ({ ok: false, problem });

/** An exception that carries a Problem through code that cannot return it (streams, transactions). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.en);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
