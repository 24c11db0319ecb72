/** An account of the sample as it is built: opening balance and what was booked since. */
import type { ProductLine, TRANSACTION_KINDS } from '../domain/client.ts';

export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

export type Entry = {
  day: number;
  amountMinor: bigint;
  kind: TransactionKind;
  /** Empty = what the kind implies (bank for interest, fee, tax, sweep, else client). */
  initiatedBy: '' | 'client' | 'bank';
  ownName: boolean;
};

export type SampleAccount = {
  line: ProductLine;
  currency: string;
  productName: string;
  openedDay: number;
  closedDay: number | null;
  maturesDay: number | null;
  renewal: '' | 'true' | 'false';
  /** Balance on the first day of the history; 0 when opened later. */
  openingMinor: bigint;
  entries: Entry[];
  /** For what is owed: day-end balances without transactions on the account. */
  owed: { day: number; minor: bigint }[];
};

export const entry = (day: number, amountMinor: bigint, kind: TransactionKind): Entry => ({
  day,
  amountMinor,
  kind,
  initiatedBy: '',
  ownName: false,
});

export const account = (
  line: ProductLine,
  openedDay: number,
  values: Partial<SampleAccount> = {},
): SampleAccount => ({
  line,
  openedDay,
  currency: 'CNY',
  productName: '',
  closedDay: null,
  maturesDay: null,
  renewal: '',
  openingMinor: 0n,
  entries: [],
  owed: [],
  ...values,
});
