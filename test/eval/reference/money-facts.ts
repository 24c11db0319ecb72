/** What a client holds and owes on a day, from account balances and exchange rates (rules.md: AUM on a day). */
import { asOf, type Bank } from './bank-facts.ts';
import type { AccountRow } from './tables.ts';

const DEPOSITS = ['demand_deposit', 'time_deposit'];
const INVESTMENTS = ['wealth_product', 'fund', 'bond', 'insurance', 'precious_metal'];
const DEBTS = ['loan', 'mortgage', 'credit_card'];
export const LINES: Record<string, string[]> = {
  aum: [...DEPOSITS, ...INVESTMENTS],
  deposits: DEPOSITS,
  investments: INVESTMENTS,
  loans: DEBTS,
};

const halfEven = (value: number): number => {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (Math.abs(rest - 0.5) > 1e-9) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
};

const converted = (bank: Bank, account: AccountRow, minor: number, day: string): number => {
  if (account.currency === bank.currency) return minor;
  return halfEven(minor * (asOf(bank.rates.get(account.currency), day)?.rate ?? Number.NaN));
};

const balanceMinor = (bank: Bank, account: AccountRow, day: string): number => {
  if (account.closedOn !== null && account.closedOn <= day) return 0;
  const minor = asOf(bank.balances.get(account.id), day)?.minor ?? 0;
  return converted(bank, account, Math.max(0, minor), day);
};

/** Units of the reporting currency that the client holds (or owes) in these product lines on a day. */
export const holding = (bank: Bank, clientId: string, lines: string[], day: string): number => {
  const accounts = bank.accounts.get(clientId) ?? [];
  const held = accounts.filter(({ line }) => lines.includes(line));
  return held.reduce((sum, account) => sum + balanceMinor(bank, account, day), 0) / 100;
};

const openedBy = (account: AccountRow, day: string): boolean =>
  account.openedOn === null || account.openedOn <= day;

export const openAccounts = (bank: Bank, clientId: string, day: string): AccountRow[] =>
  (bank.accounts.get(clientId) ?? []).filter(
    (account) => openedBy(account, day) && (account.closedOn === null || account.closedOn > day),
  );

export const heldLines = (bank: Bank, clientId: string, day: string): string[] => [
  ...new Set(openAccounts(bank, clientId, day).map(({ line }) => line)),
];

/** Signed amounts of a period except interest, fee, tax and sweep; debts are no place that money flows into. */
export const netInflow = (bank: Bank, clientId: string, from: string, to: string): number => {
  const accounts = new Map((bank.accounts.get(clientId) ?? []).map((row) => [row.id, row]));
  const minor = (bank.transactions.get(clientId) ?? [])
    .filter(({ on, kind }) => on >= from && on <= to && !BANK_POSTED.includes(kind))
    .map((row) => {
      const account = accounts.get(row.accountId);
      return account ? converted(bank, account, row.minor, row.on) : 0;
    });
  return minor.reduce((sum, one) => sum + one, 0) / 100;
};
const BANK_POSTED = ['interest', 'fee', 'tax', 'sweep'];
