import { type IsWorkingDay, loadWorkingDays } from '../db/load-working-days.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { LAPSE_WORKING_DAYS } from './limits.ts';

/** The working day that lies `days` working days after `from`. */
export const workingDayAfter = (
  from: Temporal.PlainDate,
  days: number,
  isWorkingDay: IsWorkingDay,
): Temporal.PlainDate => {
  let date = from;
  for (let counted = 0; counted < days; ) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date)) counted += 1;
  }
  return date;
};

/** The last day on which a request made `today` can still be decided, by the bank's holiday calendar. */
export const loadLapseDate = async (
  transaction: ScopedTransaction,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate> =>
  workingDayAfter(today, LAPSE_WORKING_DAYS, await loadWorkingDays(transaction));
