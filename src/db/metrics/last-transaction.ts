/** Decides how long a client has been idle, from transactions or, for months without any, monthly sums. */
import { compareDates, daysBetween } from '../../domain/business-date.ts';
import type { ClientFacts } from '../../tiering/facts.ts';
import type { Night } from './night.ts';
import type { TransactionColumns } from './parse-row.ts';

type Idle = Pick<ClientFacts, 'lastTransactionOn' | 'idleDays'>;

const UNKNOWN: Idle = { lastTransactionOn: null, idleDays: null };

const newest = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) => {
  if (!a || !b) return a ?? b;
  return compareDates(a, b) < 0 ? b : a;
};

// last date known | a later month not recorded | any month not recorded | transactions delivered | → idle
//      yes        |            yes             |           -            |           -            | unknown
//      yes        |            no              |           -            |           -            | D − last
//      no         |             -              |          yes           |           -            | unknown
//      no         |             -              |          no            |          no            | unknown
//      no         |             -              |          no            |          yes           | D − onboarding
export const lastTransaction = (
  columns: Pick<
    TransactionColumns,
    'ownLastOn' | 'monthlyLastOn' | 'unrecordedMonth' | 'unrecorded'
  >,
  onboardedOn: Temporal.PlainDate | null,
  night: Pick<Night, 'on' | 'delivered'>,
): Idle => {
  const last = newest(columns.ownLastOn, columns.monthlyLastOn);
  const { unrecordedMonth } = columns;
  if (last) {
    if (unrecordedMonth && compareDates(last, unrecordedMonth) < 0) return UNKNOWN;
    return { lastTransactionOn: last, idleDays: daysBetween(last, night.on) };
  }
  if (columns.unrecorded || !night.delivered.has('transactions') || !onboardedOn) return UNKNOWN;
  return { lastTransactionOn: null, idleDays: daysBetween(onboardedOn, night.on) };
};
