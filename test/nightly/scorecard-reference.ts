/** What a scorecard reads, counted day by day and row by row from plain rows, with nothing of the program's SQL. */
import type { ScorecardFacts } from '../../src/tiering/scorecard/facts.ts';
import type { Bank, BankAccount, BankTransaction } from './bank.ts';
import { balanceOn, convert } from './reference.ts';

const DEPOSITS = ['demand_deposit', 'time_deposit'];
const INVESTED = 'wealth_product fund bond insurance precious_metal'.split(' ');
const LOANS = ['loan', 'mortgage', 'credit_card'];
const NOT_MOVED = 'interest fee tax sweep purchase redemption loan_repayment'.split(' ');

const isOpen = (account: BankAccount, day: string): boolean =>
  (account.opened_on === null || account.opened_on <= day) &&
  (account.closed_on === null || account.closed_on >= day);

const balancesOn = (bank: Bank, clientId: string, lines: string[], day: string): bigint[] =>
  bank.accounts
    .filter((a) => a.client_id === clientId && lines.includes(a.product_line) && isOpen(a, day))
    .map((account) => balanceOn(bank, account, day));

const sum = (values: readonly bigint[]): bigint => values.reduce((all, each) => all + each, 0n);
const held = (values: readonly bigint[]): bigint => BigInt(values.filter((v) => v > 0n).length);

/** An account that its own date says was open, but of which no balance had come. */
const isUnknown = (bank: Bank, clientId: string, day: string): boolean =>
  bank.accounts.some(
    (a) =>
      a.client_id === clientId &&
      DEPOSITS.includes(a.product_line) &&
      a.opened_on !== null &&
      isOpen(a, day) &&
      !bank.balances.some((row) => row.account_id === a.account_id && row.on <= day),
  );

const monthEnd = (bank: Bank, clientId: string, day: string, isToday: boolean) => {
  if (!isToday && isUnknown(bank, clientId, day)) return null;
  const balances = balancesOn(bank, clientId, DEPOSITS, day);
  return { depositsMinor: sum(balances), depositProducts: held(balances) };
};

const amountOf = (bank: Bank, row: BankTransaction): bigint => {
  const account = bank.accounts.find((a) => a.account_id === row.account_id);
  const size = row.amount_minor < 0n ? -row.amount_minor : row.amount_minor;
  const converted = convert(bank, size, account?.currency ?? 'CNY', row.booked_on);
  return row.amount_minor < 0n ? -converted : converted;
};

/** Of a bank whose balances and transactions reach back far enough and are fresh. */
export const scorecardReference = (
  bank: Bank,
  clientId: string,
  on: Temporal.PlainDate,
  idleDays: number | null,
): ScorecardFacts => {
  const day = on.toString();
  const start = on.with({ day: 1 });
  const ends = [
    day,
    start.subtract({ days: 1 }).toString(),
    start.subtract({ months: 1, days: 1 }).toString(),
  ];
  const since = (months: number) => on.add({ days: 1 }).subtract({ months }).toString();
  const rows = bank.transactions.filter(
    (row) => row.client_id === clientId && row.booked_on <= day && row.booked_on >= since(3),
  );
  const moved = rows.filter((row) => row.booked_on >= since(1) && !NOT_MOVED.includes(row.kind));
  const come = moved.filter((row) => row.amount_minor > 0n);
  const gone = moved.filter((row) => row.amount_minor < 0n);
  const total = (list: BankTransaction[]) => sum(list.map((row) => amountOf(bank, row)));
  const on0 = (lines: string[]) => balancesOn(bank, clientId, lines, day);
  return {
    holdings: {
      termMinor: sum(on0(['time_deposit'])),
      demandMinor: sum(on0(['demand_deposit'])),
      investmentsMinor: sum(on0(INVESTED)),
      loansMinor: sum(on0(LOANS)),
      products: held(on0([...DEPOSITS, ...INVESTED])),
    },
    behaviour: {
      logins: null,
      transfersIn: BigInt(come.length),
      transfersInMinor: total(come),
      transfersOut: BigInt(gone.length),
      transfersOutMinor: -total(gone),
      transactions: BigInt(rows.filter((row) => row.initiated_by_client).length),
      idleDays: idleDays === null ? null : BigInt(idleDays),
    },
    monthEnds: [
      monthEnd(bank, clientId, ends[0] ?? day, true),
      monthEnd(bank, clientId, ends[1] ?? day, false),
      monthEnd(bank, clientId, ends[2] ?? day, false),
    ],
  };
};
