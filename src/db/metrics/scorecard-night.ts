import { isDecisionDate, monthStart } from '../../domain/business-date.ts';
import type { Transaction } from '../database.ts';

/** How far the feeds that a scorecard reads reach on a night; the same for every client. */
export type ScorecardNight = {
  /** D, and the last days of the two months before that of D. */
  ends: readonly [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate];
  /** Whether balances were delivered that early, and whether the bank reported that month-end itself. */
  held: readonly boolean[];
  reported: readonly boolean[];
  /** First days of the month and of the quarter that end on D; whether transactions reach back to them. */
  monthFrom: Temporal.PlainDate;
  quarterFrom: Temporal.PlainDate;
  bookedMonth: boolean;
  bookedQuarter: boolean;
  /** First day of the last full month by D, where monthly sums of it were delivered; null = they were not. */
  activityMonth: Temporal.PlainDate | null;
};

const exists = async (
  tx: Transaction,
  table: string,
  condition: string,
  on: Temporal.PlainDate,
): Promise<boolean> => {
  const [row] = await tx.unsafe<{ found: boolean }[]>(
    `select exists (select from ${table} where ${condition} $1::text::date) as found`,
    [on.toString()],
  );
  return row?.found ?? false;
};

const beginsBy = (tx: Transaction, table: string, column: string, on: Temporal.PlainDate) =>
  exists(tx, table, `"${column}" <=`, on);
const hasMonth = (tx: Transaction, table: string, month: Temporal.PlainDate) =>
  exists(tx, table, 'month =', month);

/** Asked of the whole bank: run it as the service, not inside one person's scope. */
export const loadScorecardNight = async (
  tx: Transaction,
  on: Temporal.PlainDate,
): Promise<ScorecardNight> => {
  const thisMonth = monthStart(on);
  const lastMonth = thisMonth.subtract({ months: 1 });
  const ends = [on, thisMonth.subtract({ days: 1 }), lastMonth.subtract({ days: 1 })] as const;
  const [monthFrom, quarterFrom] = [1, 3].map((months) =>
    on.add({ days: 1 }).subtract({ months }),
  ) as [Temporal.PlainDate, Temporal.PlainDate];
  const full = isDecisionDate(on) ? thisMonth : lastMonth;
  return {
    ends,
    held: [
      await beginsBy(tx, 'balances', 'on', ends[0]),
      await beginsBy(tx, 'balances', 'on', ends[1]),
      await beginsBy(tx, 'balances', 'on', ends[2]),
    ],
    reported: [
      isDecisionDate(on) && (await hasMonth(tx, 'month_ends', thisMonth)),
      await hasMonth(tx, 'month_ends', lastMonth),
      await hasMonth(tx, 'month_ends', monthStart(ends[2])),
    ],
    monthFrom,
    quarterFrom,
    bookedMonth: await beginsBy(tx, 'transactions', 'booked_on', monthFrom),
    bookedQuarter: await beginsBy(tx, 'transactions', 'booked_on', quarterFrom),
    activityMonth: (await hasMonth(tx, 'activity', full)) ? full : null,
  };
};
