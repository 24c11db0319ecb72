import type { Locale } from '../domain/actor.ts';
import { ProblemError } from '../domain/result.ts';
import { sentence } from '../text/catalog.ts';
import { slackText } from '../text/slack.ts';
import { errorFields } from './error-fields.ts';
import type { Log } from './log.ts';

/** What to say when something failed: the Problem's own sentence, else a general one, and then it is logged. */
export const apologise = (log: Log, error: unknown, what: string, language: Locale): string => {
  if (error instanceof ProblemError) return sentence(error.problem, language);
  log.error(errorFields(error), what);
  return slackText[language].somethingWrong;
};
