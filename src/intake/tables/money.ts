/** accounts, balances, transactions and the monthly activity that stands in for them. */
import { BANK_KINDS, PRODUCT_LINES, TRANSACTION_KINDS } from '../../domain/client.ts';
import * as cells from '../cells.ts';
import type { TableSpec } from '../tables.ts';
import {
  as,
  bigint,
  code,
  date,
  minorOfAccount,
  month,
  monthEnd,
  numeric,
  required,
  same,
  text,
  textOf,
  whole,
  yesNo,
} from './columns.ts';

/** More than any client does in a quarter: a larger count is a mistake of the file. */
const COUNT_MAX = 1_000_000;
const byBank = BANK_KINDS.map((kind) => `'${kind}'`).join(', ');

export const moneyTables = {
  accounts: {
    columns: [
      required(text('account_id')),
      required(text('client_id')),
      required(code('product_line', PRODUCT_LINES)),
      required(textOf('currency', cells.currency)),
      text('product_name'),
      date('opened_on'),
      date('closed_on'),
      date('matures_on'),
      yesNo('renewal_instructed'),
    ],
    key: ['account_id'],
    stored: [
      ...same('account_id', 'client_id', 'product_line', 'currency', 'product_name'),
      ...same('opened_on', 'closed_on', 'matures_on', 'renewal_instructed'),
    ],
    storedKey: ['client_id', 'account_id'],
    begins: (row) => `${row}.opened_on`,
    ends: (row) => `${row}.closed_on`,
  },
  balances: {
    columns: [
      required(text('account_id')),
      required(date('on')),
      required(numeric('balance', cells.accountMoney)),
    ],
    key: ['account_id', 'on'],
    stored: [
      as('client_id', 'a.client_id', 'account_id'),
      ...same('account_id', 'on'),
      minorOfAccount('balance_minor', 'balance'),
    ],
    storedKey: ['client_id', 'account_id', 'on'],
    byAccount: true,
    newestOn: 's."on"',
    begins: (row) => `${row}."on"`,
  },
  transactions: {
    columns: [
      required(text('transaction_id')),
      required(text('account_id')),
      required(date('booked_on')),
      required(numeric('amount', cells.accountMoney)),
      required(code('kind', TRANSACTION_KINDS)),
      code('initiated_by', ['client', 'bank']),
      yesNo('own_name_other_bank'),
    ],
    key: ['transaction_id'],
    stored: [
      as('client_id', 'a.client_id', 'account_id'),
      ...same('transaction_id', 'account_id', 'booked_on', 'kind'),
      minorOfAccount('amount_minor', 'amount'),
      as(
        'initiated_by_client',
        `coalesce(s.initiated_by = 'client', s.kind not in (${byBank}))`,
        'initiated_by',
        'kind',
      ),
      as('own_name_other_bank', 'coalesce(s.own_name_other_bank, false)', 'own_name_other_bank'),
    ],
    storedKey: ['client_id', 'transaction_id'],
    byAccount: true,
    ownId: 'transaction_id',
    newestOn: 's.booked_on',
    begins: (row) => `${row}.booked_on`,
  },
  activity: {
    columns: [
      required(text('client_id')),
      required(month('month')),
      date('last_transaction_on'),
      whole('transaction_days', 0, 31),
      bigint('inflow', cells.reportingMoneyNotNegative),
      bigint('outflow', cells.reportingMoneyNotNegative),
      whole('log_ins', 0, COUNT_MAX),
      whole('transfers_in', 0, COUNT_MAX),
      whole('transfers_out', 0, COUNT_MAX),
      whole('quarter_transactions', 0, COUNT_MAX),
    ],
    key: ['client_id', 'month'],
    stored: [
      ...same('client_id', 'month', 'last_transaction_on', 'transaction_days'),
      ...same('log_ins', 'transfers_in', 'transfers_out', 'quarter_transactions'),
      as('inflow_minor', 's.inflow', 'inflow'),
      as('outflow_minor', 's.outflow', 'outflow'),
    ],
    storedKey: ['client_id', 'month'],
    newestOn: monthEnd('s'),
    begins: monthEnd,
  },
  month_ends: {
    columns: [
      required(text('client_id')),
      required(month('month')),
      required(bigint('deposits', cells.reportingMoneyNotNegative)),
      whole('deposit_products', 0, COUNT_MAX),
    ],
    key: ['client_id', 'month'],
    stored: [
      ...same('client_id', 'month', 'deposit_products'),
      as('deposits_minor', 's.deposits', 'deposits'),
    ],
    storedKey: ['client_id', 'month'],
    newestOn: monthEnd('s'),
    begins: monthEnd,
  },
} satisfies Record<string, TableSpec>;
