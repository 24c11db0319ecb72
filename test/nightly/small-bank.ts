import type { ProductLine } from '../../src/domain/client.ts';
import { type Bank, emptyBank } from './bank.ts';

/** One client with one account per entry: enough to follow a decision by hand. */
export const bankOf = (
  through: string,
  accounts: {
    client: string;
    line?: ProductLine;
    currency?: string;
    opened?: string;
    closed?: string;
    balances: [on: string, minor: bigint][];
  }[],
): Bank => {
  const bank = emptyBank();
  const clients = new Set(accounts.map(({ client }) => client));
  bank.clients = [...clients].map((client_id) => ({
    client_id,
    kind: 'individual',
    onboarded_on: null,
    closed_on: null,
    target_credit_minor: null,
  }));
  for (const [i, { client, line, currency, opened, closed, balances }] of accounts.entries()) {
    const account = { client_id: client, account_id: `A${i}` };
    bank.accounts.push({
      ...account,
      product_line: line ?? 'demand_deposit',
      currency: currency ?? 'CNY',
      opened_on: opened ?? null,
      closed_on: closed ?? null,
    });
    for (const [on, balance_minor] of balances)
      bank.balances.push({ ...account, on, balance_minor });
  }
  bank.feeds = [{ feed: 'balances', loaded_through: through }];
  return bank;
};
