/** Says how far an import is, at most every other second, and nothing about one that is quicker. */
import type { Locale } from '../domain/actor.ts';
import { intakeText } from '../text/intake.ts';
import type { TableName } from './tables.ts';

const EVERY_MS = 2_000;

/** `clockMs` is any steadily growing clock in milliseconds. */
export const tickEvery = (
  tell: (line: string) => void,
  locale: Locale,
  clockMs: () => number,
): ((table: TableName, rows: number) => void) => {
  let toldAt = clockMs();
  return (table, rows) => {
    if (clockMs() - toldAt < EVERY_MS) return;
    toldAt = clockMs();
    tell(intakeText[locale].progress(table, rows));
  };
};
