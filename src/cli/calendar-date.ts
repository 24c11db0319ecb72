import { InvalidArgumentError } from 'commander';
import { parseDate } from '../domain/business-date.ts';

/** A date option, `YYYY-MM-DD`; wrong usage exits 2. */
export const calendarDate = (text: string): Temporal.PlainDate => {
  const date = parseDate(text);
  if (date) return date;
  throw new InvalidArgumentError(`${text} is not a date such as 2026-11-30.`);
};
