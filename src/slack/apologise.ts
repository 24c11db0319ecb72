import type { Locale } from '../domain/actor.ts';
import { ProblemError } from '../domain/result.ts';
import { errorFields } from '../ops/error-fields.ts';
import { sentence } from '../text/catalog.ts';
import { slackText } from '../text/slack.ts';
import type { Log } from './log.ts';

/** How postgres.js and PostgreSQL (classes 08, 53 and 57P) name a database that is away. */
const AWAY = /^(ECONN|ENOENT|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT|CONNECTION_|08|53|57P)/;

/** True where the database itself, not what was asked of it, is the trouble; libraries wrap its error. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isAway = typeof code === 'string' && AWAY.test(code) && !('data' in error);
  return isAway || isDatabaseAway(error.cause);
};

const generalOf = (error: unknown): 'databaseDown' | 'somethingWrong' =>
  isDatabaseAway(error) ? 'databaseDown' : 'somethingWrong';

/** What to say when something failed: the Problem's own sentence, else a general one, and then it is logged. */
export const apologise = (log: Log, error: unknown, what: string, language: Locale): string => {
  if (error instanceof ProblemError) return sentence(error.problem, language);
  log.error(errorFields(error), what);
  return slackText[language][generalOf(error)];
};

/** The same in both languages, to somebody of whom not even the language could be looked up. */
export const apologiseToAnyone = (log: Log, error: unknown, what: string): string => {
  const english = apologise(log, error, what, 'en');
  return error instanceof ProblemError
    ? english
    : `${english}\n${slackText['zh-CN'][generalOf(error)]}`;
};
