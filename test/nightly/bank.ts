/** A small bank as plain rows: written to the database, and read by the reference computation. */
import type { ClientKind, ProductLine } from '../../src/domain/client.ts';

export type BankClient = {
  client_id: string;
  kind: ClientKind;
  onboarded_on: string | null;
  closed_on: string | null;
  target_credit_minor: bigint | null;
};
export type BankAccount = {
  client_id: string;
  account_id: string;
  product_line: ProductLine;
  currency: string;
  opened_on: string | null;
  closed_on: string | null;
};
export type BankBalance = {
  client_id: string;
  account_id: string;
  on: string;
  balance_minor: bigint;
};
export type BankTransaction = {
  client_id: string;
  transaction_id: string;
  account_id: string;
  booked_on: string;
  amount_minor: bigint;
  kind: string;
  initiated_by_client: boolean;
};
export type BankContact = { client_id: string; on: string; two_way: boolean };
export type BankRate = { currency: string; on: string; rate: string };
export type BankFeed = { feed: string; loaded_through: string };

export type Bank = {
  clients: BankClient[];
  accounts: BankAccount[];
  balances: BankBalance[];
  transactions: BankTransaction[];
  contacts: BankContact[];
  rates: BankRate[];
  feeds: BankFeed[];
};

export const emptyBank = (): Bank => ({
  clients: [],
  accounts: [],
  balances: [],
  transactions: [],
  contacts: [],
  rates: [],
  feeds: [],
});

const LINES: ProductLine[] = [
  'demand_deposit',
  'time_deposit',
  'fund',
  'insurance',
  'loan',
  'payroll',
];
const CURRENCIES = ['CNY', 'CNY', 'CNY', 'USD', 'JPY', 'KWD'];

/** A linear congruential generator: the same bank in every run. */
const generator = (seed: number) => {
  let state = BigInt(seed);
  return (below: number): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number((state >> 33n) % BigInt(below));
  };
};

const day = (on: Temporal.PlainDate, ago: number): string => on.subtract({ days: ago }).toString();

/** Rates change every nine days; the first lies before every window of a night on `on`. */
const randomRates = (on: Temporal.PlainDate, below: (n: number) => number): BankRate[] =>
  [
    ['USD', 700_000],
    ['JPY', 4_800],
    ['KWD', 2_300_000],
  ].flatMap(([currency, base]) =>
    Array.from({ length: 60 }, (_, i) => ({
      currency: String(currency),
      on: day(on, 500 - 9 * i),
      rate: `${((Number(base) + below(500)) / 100_000).toFixed(5)}`,
    })),
  );

/** `size` clients whose accounts, balances and transactions spread over 400 days around `on`. */
export const randomBank = (on: Temporal.PlainDate, size: number, seed: number): Bank => {
  const below = generator(seed);
  const bank = emptyBank();
  bank.rates = randomRates(on, below);
  for (let c = 0; c < size; c += 1) {
    const client_id = `C${String(c).padStart(4, '0')}`;
    bank.clients.push({
      client_id,
      kind: below(5) === 0 ? 'corporate' : 'individual',
      onboarded_on: below(3) === 0 ? null : day(on, 400 + below(900)),
      closed_on: null,
      target_credit_minor: below(2) === 0 ? null : BigInt(below(400)) * 100_000_000n,
    });
    for (let a = 0; a < below(4); a += 1) addAccount(bank, client_id, a, on, below);
    for (let k = 0; k < below(3); k += 1)
      bank.contacts.push({ client_id, on: day(on, below(300) - 20), two_way: below(3) > 0 });
  }
  bank.feeds = ['balances', 'transactions', 'contacts'].map((feed) => ({
    feed,
    loaded_through: on.toString(),
  }));
  return bank;
};

const addAccount = (
  bank: Bank,
  client_id: string,
  index: number,
  on: Temporal.PlainDate,
  below: (n: number) => number,
): void => {
  const account_id = `${client_id}-${index}`;
  const opened = below(380);
  bank.accounts.push({
    client_id,
    account_id,
    product_line: LINES[below(LINES.length)] ?? 'fund',
    currency: CURRENCIES[below(CURRENCIES.length)] ?? 'CNY',
    opened_on: below(4) === 0 ? null : day(on, opened),
    closed_on: below(6) === 0 ? day(on, below(opened + 1)) : null,
  });
  const days = new Set(Array.from({ length: below(12) }, () => opened - below(opened + 10)));
  for (const ago of days) {
    const balance_minor = BigInt(below(2_000_000_000)) * BigInt(1 + below(10)) - 900_000_000n;
    bank.balances.push({ client_id, account_id, on: day(on, ago), balance_minor });
  }
  for (let t = 0; t < below(8); t += 1)
    bank.transactions.push({
      client_id,
      transaction_id: `${account_id}-T${t}`,
      account_id,
      booked_on: day(on, opened - below(opened + 10)),
      amount_minor: BigInt(below(100_000)) - 50_000n,
      kind: below(4) === 0 ? 'interest' : 'payment',
      initiated_by_client: below(4) > 0,
    });
};
