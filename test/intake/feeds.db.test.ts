import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BundleFiles } from '../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK, importFiles, reportOf } from './support.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const dateAfter = async (files: BundleFiles): Promise<string> =>
  String((await reportOf(importFiles(db, files))).businessDate);
const balances = (on: string) => ['account_id,on,balance', `A1,${on},1`];
const transactions = (on: string) => [
  'transaction_id,account_id,booked_on,amount,kind',
  `T-${on},A1,${on},1,other`,
];
const feeds = (...rows: string[]) => ['feed,loaded_through', ...rows];

describe('the business date', () => {
  test('is the newest day through which balances and transactions are both complete', async () => {
    const bank = { ...BANK, 'transactions.csv': transactions('2026-11-17') };
    expect(await dateAfter(bank)).toBe('2026-11-17');
  });

  test('follows balances alone where the bank delivers no transactions', async () => {
    const { 'transactions.csv': _, ...bank } = BANK;
    const activity = ['client_id,month,last_transaction_on', 'C1,2026-09,2026-09-03'];
    expect(await dateAfter({ ...bank, 'activity.csv': activity })).toBe('2026-11-20');
  });

  test('is what the bank says rather than the newest row, earlier or later', async () => {
    const told = feeds('balances,2026-11-30', 'transactions,2026-11-19');
    expect(await dateAfter({ ...BANK, 'feeds.csv': told })).toBe('2026-11-19');
    expect(await dateAfter({ ...BANK, 'feeds.csv': told })).toBe('2026-11-19');
    expect(await dateAfter({ 'feeds.csv': feeds('transactions,2026-12-31') })).toBe('2026-11-30');
  });

  test('moves on with newer rows that come without a word about completeness', async () => {
    await dateAfter({
      ...BANK,
      'feeds.csv': feeds('balances,2026-11-19', 'transactions,2026-11-19'),
    });
    const next = {
      'balances.csv': balances('2026-11-24'),
      'transactions.csv': transactions('2026-11-23'),
    };
    expect(await dateAfter(next)).toBe('2026-11-23');
  });

  test('stays where an older correction comes', async () => {
    await dateAfter(BANK);
    expect(await dateAfter({ 'balances.csv': balances('2026-10-01') })).toBe('2026-11-20');
  });

  test('is unknown before any balance or transaction has come', async () => {
    const report = await reportOf(importFiles(db, { 'branches.csv': BANK['branches.csv'] }));
    expect(report.businessDate).toBeNull();
  });
});

test('every table that was delivered is noted, with its newest row', async () => {
  const logins = ['client_id,month,days', 'C1,2026-10,3'];
  await reportOf(
    importFiles(db, {
      ...BANK,
      'logins.csv': logins,
      'contacts.csv': ['contact_id,client_id,manager_id,at,channel'],
    }),
  );
  const rows = await db.owner`select feed, newest_row_on::text as newest from feeds order by feed`;
  expect(Object.fromEntries(rows.map((row) => [row.feed, row.newest]))).toEqual({
    accounts: null,
    balances: '2026-11-20',
    branches: null,
    clients: null,
    contacts: null,
    logins: '2026-10-31',
    managers: null,
    transactions: '2026-11-20',
  });
});

describe('the reporting currency', () => {
  const settings = (currency: string) => ({
    'settings.csv': ['key,value', `reporting_currency,${currency}`],
  });

  test('is CNY where the first bundle does not say', async () => {
    await reportOf(importFiles(db, BANK));
    const [row] = await db.owner`select value from settings where key = 'reporting_currency'`;
    expect(row?.value).toBe('CNY');
  });

  test('is fixed at the first import: another one later stops with a sentence', async () => {
    await reportOf(importFiles(db, { ...BANK, ...settings('CNY') }));
    const refused = await importFiles(db, {
      ...settings('EUR'),
      'clients.csv': ['client_id,kind,name', 'C7,individual,Eve'],
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'reporting_currency_fixed' } });
    const [row] = await db.owner`select count(*)::int as n from clients where client_id = 'C7'`;
    expect(row?.n).toBe(0);
  });

  test('stops the import where it is no currency at all', async () => {
    const refused = await importFiles(db, { ...BANK, ...settings('yuan') });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'bad_reporting_currency' } });
  });
});
