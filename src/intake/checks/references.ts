/** Rows that only the other rows of a bundle, or what is loaded already, can rule out. */
import { SERVICE_LINES } from '../../domain/client.ts';
import type { TableName } from '../tables.ts';
import type { Check } from './remove-rows.ts';

const missing = (table: string, stored: string, column: string): string =>
  `s."${column}" is not null and not exists
    (select from ${table} k where k."${stored}" = s."${column}")`;

const unknownClient = (column = 'client_id'): Check => ({
  column,
  code: 'unknownClient',
  where: missing('clients', 'client_id', column),
});
const unknownManager: Check = {
  column: 'manager_id',
  code: 'unknownManager',
  where: missing('managers', 'manager_id', 'manager_id'),
};
const unknownBranch: Check = {
  column: 'branch_id',
  code: 'unknownBranch',
  where: missing('branches', 'branch_id', 'branch_id'),
};
const unknownAccount: Check = {
  column: 'account_id',
  code: 'unknownAccount',
  where: missing('accounts', 'account_id', 'account_id'),
};

const endsBefore = (column: string, start: string): Check => ({
  column,
  code: 'endsBeforeStart',
  where: `s."${column}" < s."${start}"`,
  parameter: `'${start}'`,
});

/** `import_currencies`: what each currency's amounts are multiplied by, and its first day with a rate. */
const ofAccount = 'accounts a join import_currencies c on c.currency = a.currency';
const amountChecks = (column: string, on: string): Check[] => [
  {
    column,
    code: 'tooManyDecimals',
    using: ofAccount,
    where: `a.account_id = s.account_id and s."${column}" * c.factor % 1 <> 0`,
    parameter: 'a.currency',
  },
  {
    column,
    code: 'tooLarge',
    using: ofAccount,
    where: `a.account_id = s.account_id and abs(s."${column}" * c.factor) > 9223372036854775807`,
  },
  {
    column: on,
    code: 'noRate',
    using: ofAccount,
    where: `a.account_id = s.account_id and (c.rated_from is null or s."${on}" < c.rated_from)`,
    parameter: 'a.currency',
  },
];

const noBalanceLines = SERVICE_LINES.map((line) => `'${line}'`).join(', ');

/** In order; a row that one check takes out is not seen by the next. */
export const CHECKS: Partial<Record<TableName, Check[]>> = {
  settings: [
    {
      column: 'value',
      code: 'badCountry',
      where: `s.key = 'holiday_calendar' and s.value !~ '^[A-Z]{2}$'`,
    },
  ],
  clients: [unknownManager, unknownBranch, endsBefore('closed_on', 'onboarded_on')],
  accounts: [
    unknownClient(),
    {
      column: 'account_id',
      code: 'otherClient',
      using: 'accounts a',
      where: 'a.account_id = s.account_id and a.client_id <> s.client_id',
      parameter: 'a.client_id',
    },
    {
      column: 'currency',
      code: 'otherCurrency',
      using: 'accounts a',
      where: 'a.account_id = s.account_id and a.currency <> s.currency',
      parameter: 'a.currency',
    },
    endsBefore('closed_on', 'opened_on'),
    endsBefore('matures_on', 'opened_on'),
    {
      column: 'currency',
      code: 'noRate',
      using: 'import_reporting r',
      where: `s.currency <> r.currency and not exists
        (select from fx_rates f where f.currency = s.currency)`,
      parameter: 's.currency',
    },
  ],
  balances: [
    unknownAccount,
    {
      column: 'account_id',
      code: 'holdsNoBalance',
      using: 'accounts a',
      where: `a.account_id = s.account_id and a.product_line in (${noBalanceLines})`,
      parameter: 'a.product_line',
    },
    {
      column: 'balance',
      code: 'negativeLoan',
      using: 'accounts a',
      where: `a.account_id = s.account_id and s.balance < 0 and a.product_line in ('loan', 'mortgage')`,
    },
    ...amountChecks('balance', 'on'),
  ],
  transactions: [unknownAccount, ...amountChecks('amount', 'booked_on')],
  activity: [
    unknownClient(),
    {
      column: 'last_transaction_on',
      code: 'afterMonth',
      where: `s.last_transaction_on >= s."month" + interval '1 month'`,
    },
  ],
  month_ends: [unknownClient()],
  contacts: [unknownClient(), unknownManager],
  complaints: [unknownClient(), endsBefore('closed_on', 'opened_on')],
  surveys: [unknownClient()],
  logins: [unknownClient()],
  relations: [
    {
      column: 'to_client_id',
      code: 'toItself',
      where: 's.from_client_id = s.to_client_id',
    },
    unknownClient('from_client_id'),
    unknownClient('to_client_id'),
  ],
};
