import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK, importFiles, rejectLines, reportOf } from './support.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const counts = (inserted: number, changedFrom: string | null = null) => ({
  read: inserted,
  inserted,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  skipped: 0,
  changedFrom,
});

/** Of every stored fact, the transaction that wrote it last. */
const versions = async () => {
  const rows = await db.owner`
    select 'client', client_id, xmin::text from clients union all
    select 'account', account_id, xmin::text from accounts union all
    select 'balance', account_id || "on", xmin::text from balances union all
    select 'transaction', transaction_id, xmin::text from transactions union all
    select 'coverage', client_id, xmin::text from coverage union all
    select 'manager', manager_id, xmin::text from managers order by 1, 2`;
  return [...rows];
};

describe('a canonical bundle', () => {
  test('is stored table by table, with counts, the business date and no rejects', async () => {
    const report = await reportOf(importFiles(db, BANK));
    expect(report.tables).toEqual({
      branches: counts(2),
      managers: counts(3),
      clients: counts(2),
      accounts: counts(2, '2024-03-01'),
      balances: counts(3, '2026-11-01'),
      transactions: counts(2, '2026-11-19'),
    });
    expect(String(report.businessDate)).toBe('2026-11-20');
    expect(report.rejectsFile).toBeNull();
    expect(report.committed).toBe(true);
    const rows =
      await db.owner`select client_id, account_id, "on"::text, balance_minor from balances order by 2, 3`;
    expect(rows.map((row) => [row.client_id, row.account_id, row.balance_minor])).toEqual([
      ['C1', 'A1', 150_050n],
      ['C1', 'A1', 123_450n],
      ['C2', 'A2', 9_000n],
    ]);
  });

  test('changes nothing when it comes again', async () => {
    await reportOf(importFiles(db, BANK));
    const before = await versions();
    const again = await reportOf(importFiles(db, BANK));
    for (const table of Object.values(again.tables)) expect(table.unchanged).toBe(table.read);
    expect(await versions()).toEqual(before);
  });

  test('updates what a later bundle says and keeps what it leaves out, columns too', async () => {
    await reportOf(importFiles(db, BANK));
    const later = { 'clients.csv': ['name,client_id,kind', 'Anna,C1,individual'] };
    const report = await reportOf(importFiles(db, later));
    expect(report.tables).toEqual({ clients: { ...counts(0), read: 1, updated: 1 } });
    const [ann] =
      await db.owner`select name, branch_id, file_manager_id, onboarded_on::text as since from clients where client_id = 'C1'`;
    expect(ann).toEqual({
      name: 'Anna',
      branch_id: 'B1',
      file_manager_id: 'M1',
      since: '2024-03-01',
    });
    const [coverage] =
      await db.owner`select count(*)::int as n from coverage where superseded_at is null`;
    expect(coverage?.n).toBe(1);
  });

  test('settles who initiated a transaction by its kind, unless the file says', async () => {
    const transactions = [
      'transaction_id,account_id,booked_on,amount,kind,initiated_by',
      'T1,A1,2026-11-20,1,interest,',
      'T2,A1,2026-11-20,1,salary,',
      'T3,A1,2026-11-20,1,other,bank',
      'T4,A1,2026-11-20,-1,fee,client',
    ];
    await reportOf(importFiles(db, { ...BANK, 'transactions.csv': transactions }));
    const rows =
      await db.owner`select initiated_by_client as c from transactions order by transaction_id`;
    expect(rows.map((row) => row.c)).toEqual([false, true, false, true]);
  });

  test('keeps nothing of a dry run and still counts', async () => {
    const report = await reportOf(importFiles(db, BANK, { dryRun: true }));
    expect(report.tables.clients).toEqual(counts(2));
    expect(report.committed).toBe(false);
    const [row] =
      await db.owner`select (select count(*) from clients)::int + (select count(*) from feeds)::int as n`;
    expect(row?.n).toBe(0);
  });

  test('keeps nothing when more rows are rejected than allowed, and says how many', async () => {
    const bad = { ...BANK, 'surveys.csv': ['client_id,on,csat', 'C1,2026-11-01,-1'] };
    const refused = await reportOf(importFiles(db, bad, { maxRejectsPercent: 1 }));
    expect(refused.refusal?.en).toContain('1 of 15 rows were rejected, more than 1 % allow');
    expect(refused.committed).toBe(false);
    expect(rejectLines(refused)).toEqual([
      'surveys.csv,2,csat,-1,This number must lie between 1 and 5.',
    ]);
    const [row] = await db.owner`select count(*)::int as n from clients`;
    expect(row?.n).toBe(0);
    const taken = await reportOf(importFiles(db, bad, { maxRejectsPercent: 7 }));
    expect(taken.committed).toBe(true);
  });

  test('notes when it was loaded', async () => {
    await reportOf(importFiles(db, BANK));
    const [row] =
      await db.owner`select finished_at::text as at, business_date::text as on from imports`;
    expect(row).toEqual({ at: '2026-11-20 12:00:00+00', on: '2026-11-20' });
  });
});
