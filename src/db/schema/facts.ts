import {
  bigint,
  boolean,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import type { ClientKind, ProductLine } from '../../domain/client.ts';
import { atInstant, id, minor, onDate } from './columns.ts';

/** Facts as the bank delivered them; every table that grows with clients is keyed by client_id. */
export const clients = pgTable(
  'clients',
  {
    clientId: id('client_id').primaryKey(),
    kind: text('kind').$type<ClientKind>().notNull(),
    name: text('name').notNull(),
    /** The manager that the bank's file names; coverage says who it is. null = unowned in the file. */
    fileManagerId: id('file_manager_id'),
    branchId: id('branch_id'),
    onboardedOn: onDate('onboarded_on'),
    closedOn: onDate('closed_on'),
    birthDate: onDate('birth_date'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    wechat: text('wechat'),
    occupation: text('occupation'),
    industry: text('industry'),
    annualRevenueMinor: minor('annual_revenue_minor'),
    institutionType: text('institution_type'),
    riskCredit: text('risk_credit'),
    riskAml: text('risk_aml'),
    riskOperational: text('risk_operational'),
    watch: boolean('watch'),
    riskAppetite: text('risk_appetite'),
    kycCompletedPct: smallint('kyc_completed_pct'),
    kycReviewDueOn: onDate('kyc_review_due_on'),
    marketingOptOut: boolean('marketing_opt_out'),
    preferredChannel: text('preferred_channel'),
    householdId: id('household_id'),
    targetCreditMinor: minor('target_credit_minor'),
    contribution12mMinor: minor('contribution_12m_minor'),
  },
  (t) => [index().on(t.branchId), index().on(t.householdId)],
);

export const accounts = pgTable(
  'accounts',
  {
    clientId: id('client_id').notNull(),
    accountId: id('account_id').notNull(),
    productLine: text('product_line').$type<ProductLine>().notNull(),
    currency: text('currency').notNull(),
    productName: text('product_name'),
    openedOn: onDate('opened_on'),
    closedOn: onDate('closed_on'),
    maturesOn: onDate('matures_on'),
    renewalInstructed: boolean('renewal_instructed'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.accountId] }), index().on(t.accountId)],
);

/** A step function: a balance holds until the account's next row. Minor units of the account's currency. */
export const balances = pgTable(
  'balances',
  {
    clientId: id('client_id').notNull(),
    accountId: id('account_id').notNull(),
    on: onDate('on').notNull(),
    balanceMinor: minor('balance_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.accountId, t.on] })],
);

export const transactions = pgTable(
  'transactions',
  {
    clientId: id('client_id').notNull(),
    transactionId: id('transaction_id').notNull(),
    accountId: id('account_id').notNull(),
    bookedOn: onDate('booked_on').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    kind: text('kind').notNull(),
    /** Never empty here: intake settles the default by kind. */
    initiatedByClient: boolean('initiated_by_client').notNull(),
    ownNameOtherBank: boolean('own_name_other_bank').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.transactionId] }),
    index('transactions_client_day').on(t.clientId, t.bookedOn),
  ],
);

/** Monthly sums, for banks that deliver no transactions; `month` is its first day. */
export const activity = pgTable(
  'activity',
  {
    clientId: id('client_id').notNull(),
    month: onDate('month').notNull(),
    /** null = not recorded, which is not "never". */
    lastTransactionOn: onDate('last_transaction_on'),
    transactionDays: integer('transaction_days'),
    inflowMinor: minor('inflow_minor'),
    outflowMinor: minor('outflow_minor'),
    /** Counts of the month, and of the quarter that ends with it; null = not delivered. */
    logIns: integer('log_ins'),
    transfersIn: integer('transfers_in'),
    transfersOut: integer('transfers_out'),
    quarterTransactions: integer('quarter_transactions'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.month] })],
);

/** Deposits on a month's last day, for banks whose balances do not reach back; `month` is its first day. */
export const monthEnds = pgTable(
  'month_ends',
  {
    clientId: id('client_id').notNull(),
    month: onDate('month').notNull(),
    depositsMinor: minor('deposits_minor').notNull(),
    /** null = not delivered. */
    depositProducts: integer('deposit_products'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.month] })],
);

export const contacts = pgTable(
  'contacts',
  {
    clientId: id('client_id').notNull(),
    contactId: id('contact_id').notNull(),
    managerId: id('manager_id').notNull(),
    at: atInstant('at').notNull(),
    /** The date in the instant as written, which no server time zone can change. */
    on: onDate('on').notNull(),
    channel: text('channel').notNull(),
    twoWay: boolean('two_way').notNull(),
    purpose: text('purpose'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.contactId] }),
    index('contacts_client_day').on(t.clientId, t.on),
  ],
);

export const complaints = pgTable(
  'complaints',
  {
    clientId: id('client_id').notNull(),
    complaintId: id('complaint_id').notNull(),
    openedOn: onDate('opened_on').notNull(),
    closedOn: onDate('closed_on'),
    /** null = not graded; counts as normal. */
    severity: text('severity'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.complaintId] })],
);

export const surveys = pgTable(
  'surveys',
  {
    clientId: id('client_id').notNull(),
    on: onDate('on').notNull(),
    csat: smallint('csat').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.on] })],
);

export const logins = pgTable(
  'logins',
  {
    clientId: id('client_id').notNull(),
    month: onDate('month').notNull(),
    days: integer('days').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.month] })],
);

export const relations = pgTable(
  'relations',
  {
    fromClientId: id('from_client_id').notNull(),
    toClientId: id('to_client_id').notNull(),
    relation: text('relation').notNull(),
    since: onDate('since'),
  },
  (t) => [
    primaryKey({ columns: [t.fromClientId, t.toClientId, t.relation] }),
    index().on(t.toClientId),
  ],
);

/** Reporting-currency units for one unit of `currency`; holds until the next row. */
export const fxRates = pgTable(
  'fx_rates',
  {
    currency: text('currency').notNull(),
    on: onDate('on').notNull(),
    rate: numeric('rate').notNull(),
  },
  (t) => [primaryKey({ columns: [t.currency, t.on] })],
);

/** One row an import, for people who ask what was loaded when. */
export const imports = pgTable('imports', {
  importId: bigint('import_id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  bundle: text('bundle').notNull(),
  finishedAt: atInstant('finished_at').notNull(),
  businessDate: onDate('business_date').notNull(),
  /** The oldest day of which a fact was new or another; null = none, or not dated. */
  changedFrom: onDate('changed_from'),
  /** When the nights since `changedFrom` had been assessed again; null = not yet. */
  assessedAt: atInstant('assessed_at'),
});
