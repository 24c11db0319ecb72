import { ProblemError } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { coverageText } from '../text/coverage.ts';

type Words = (typeof coverageText)['en'];

/** Ends the transaction with a sentence for the person; nothing of it is kept. */
export const refuse = (code: string, pick: (words: Words) => string): never => {
  throw new ProblemError(problem(code, coverageText, pick));
};
