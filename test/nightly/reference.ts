/** The figures of rules.md computed day by day from plain rows, with nothing of the program's SQL. */
import { currencyDigits } from '../../src/domain/money.ts';
import type { Bank, BankAccount } from './bank.ts';

const ASSETS =
  'demand_deposit time_deposit wealth_product fund bond insurance precious_metal'.split(' ');
const DEPOSITS = ['demand_deposit', 'time_deposit'];
const LOANS = ['loan', 'mortgage', 'credit_card'];

export type Reference = {
  aum: bigint;
  deposits: bigint;
  loans: bigint;
  avg3Sum: bigint;
  avg3Days: number;
  depositsSum: bigint;
  productLines: string[];
  idleDays: number | null;
  contactGapDays: number | null;
};

const halfEven = (numerator: bigint, denominator: bigint): bigint => {
  const floor = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  if (twice < denominator) return floor;
  if (twice > denominator) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
};

const lastUpTo = <T extends { on: string }>(rows: T[], day: string): T | undefined =>
  rows
    .filter((row) => row.on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);

export const convert = (bank: Bank, minor: bigint, currency: string, day: string): bigint => {
  if (currency === 'CNY') return minor;
  const rate = lastUpTo(
    bank.rates.filter((row) => row.currency === currency),
    day,
  );
  if (!rate) throw new Error(`no rate for ${currency} on ${day}`);
  const [whole = '0', fraction = ''] = rate.rate.split('.');
  const scale = 10n ** BigInt(currencyDigits(currency) + fraction.length);
  return halfEven(minor * BigInt(whole + fraction) * 10n ** 2n, scale);
};

export const balanceOn = (bank: Bank, account: BankAccount, day: string): bigint => {
  if (account.closed_on && day > account.closed_on) return 0n;
  const rows = bank.balances.filter((row) => row.account_id === account.account_id);
  const minor = lastUpTo(rows, day)?.balance_minor ?? 0n;
  return minor <= 0n ? 0n : convert(bank, minor, account.currency, day);
};

const sumOn = (bank: Bank, accounts: BankAccount[], lines: string[], day: string): bigint =>
  accounts
    .filter((account) => lines.includes(account.product_line))
    .reduce((sum, account) => sum + balanceOn(bank, account, day), 0n);

const earliest = (days: (string | null | undefined)[]): string | null =>
  days.filter((each): each is string => typeof each === 'string').sort()[0] ?? null;

const openedOn = (bank: Bank, account: BankAccount, onboardedOn: string | null): string | null =>
  account.opened_on ??
  earliest([
    ...bank.balances.filter((b) => b.account_id === account.account_id).map((b) => b.on),
    ...bank.transactions.filter((t) => t.account_id === account.account_id).map((t) => t.booked_on),
  ]) ??
  onboardedOn;

const daysFrom = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** One client's figures on `on`; null = the client is not known yet. */
export const referenceOf = (bank: Bank, clientId: string, on: string): Reference | null => {
  const client = bank.clients.find((row) => row.client_id === clientId);
  const all = bank.accounts.filter((row) => row.client_id === clientId);
  const moves = bank.transactions.filter((row) => row.client_id === clientId);
  const openings = all.map((account) => openedOn(bank, account, null));
  const onboarded =
    client?.onboarded_on ?? earliest([...openings, ...moves.map((row) => row.booked_on)]);
  if (onboarded && onboarded > on) return null;
  const accounts = all.filter((account) => (openedOn(bank, account, onboarded) ?? '9999') <= on);
  const first = earliest(accounts.map((account) => openedOn(bank, account, onboarded)));
  const window = Temporal.PlainDate.from(on).with({ day: 1 }).subtract({ months: 2 }).toString();
  const days: string[] = [];
  for (
    let day = window;
    first && day <= on;
    day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  )
    if (day >= first) days.push(day);
  const total = (lines: string[]) =>
    days.reduce((sum, day) => sum + sumOn(bank, accounts, lines, day), 0n);
  const last = moves
    .filter((row) => row.initiated_by_client && row.booked_on <= on)
    .map((row) => row.booked_on)
    .sort()
    .at(-1);
  const contact = lastUpTo(
    bank.contacts.filter((row) => row.client_id === clientId && row.two_way),
    on,
  );
  const idleSince = last ?? onboarded;
  const contactSince = contact?.on ?? onboarded;
  return {
    aum: sumOn(bank, accounts, ASSETS, on),
    deposits: sumOn(bank, accounts, DEPOSITS, on),
    loans: sumOn(bank, accounts, LOANS, on),
    avg3Sum: total(ASSETS),
    avg3Days: days.length,
    depositsSum: total(DEPOSITS),
    productLines: [
      ...new Set(
        accounts.filter((a) => !a.closed_on || a.closed_on > on).map((a) => a.product_line),
      ),
    ].sort(),
    idleDays: idleSince ? daysFrom(idleSince, on) : null,
    contactGapDays: contactSince ? daysFrom(contactSince, on) : null,
  };
};
