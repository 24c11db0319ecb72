import { afterEach, beforeEach, expect, test } from 'vitest';
import { runNight } from '../../src/nightly/run-night.ts';
import { BANK, importFiles, reportOf } from '../intake/support.ts';
import type { BundleFiles } from '../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

let hours = 0;
const night = async (on: string) => {
  hours += 1;
  const now = Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours });
  const run = await runNight(
    { database: db.database, now: () => now },
    { businessDate: Temporal.PlainDate.from(on) },
  );
  if (!run.ok) throw new Error(run.problem.en);
  const { lateFrom, revised, revisions } = run.value;
  const told = revisions.map(({ on: day, clientId, was, now: is }) =>
    [day, clientId, was.computedTier, is.computedTier].join(' '),
  );
  return { lateFrom: lateFrom?.toString() ?? null, revised, told };
};
const lateFrom = async (files: BundleFiles): Promise<string | null> =>
  (await reportOf(importFiles(db, files))).lateFrom;
const QUIET = { lateFrom: null, revised: 0, told: [] };

const balances = (...rows: string[]) => ({ 'balances.csv': ['account_id,on,balance', ...rows] });
const history = { ...BANK, ...balances('A1,2026-06-01,20000', 'A2,2026-11-20,90') };
/** C1 has 20,000 (potential) from June on; nights on two month-ends and a day between. */
const assessedBank = async () => {
  await lateFrom(history);
  for (const on of ['2026-09-30', '2026-10-15', '2026-10-31']) await night(on);
};

test('a corrected balance is assessed again from its day on by the next night, which says what is different', async () => {
  await assessedBank();
  expect(await lateFrom(balances('A1,2026-10-10,1800000'))).toBe('2026-10-10');
  // On average 160,526 since August on 15 October, 445,652 at the end of the month.
  expect(await night('2026-10-31')).toEqual({
    lateFrom: '2026-10-10',
    revised: 2,
    told: ['2026-10-15 C1 potential quality', '2026-10-31 C1 potential key'],
  });
  expect(await night('2026-10-31')).toEqual(QUIET);
});

test('a row that was another counts from the older of its two days', async () => {
  await assessedBank();
  const booked = (on: string, amount: string) => ({
    'transactions.csv': [
      'transaction_id,account_id,booked_on,amount,kind',
      `T1,A1,${on},${amount},transfer_out`,
    ],
  });
  expect(await lateFrom(booked('2026-10-20', '-266.00'))).toBe('2026-10-20');
  expect(await lateFrom(booked('2026-10-25', '-266.00'))).toBe('2026-10-20');
  expect(await lateFrom(booked('2026-10-25', '-266.00'))).toBeNull();
  expect(await lateFrom(booked('2026-10-25', '-300.00'))).toBe('2026-10-25');
});

test('a closing that was entered late counts from its day, another account name from none', async () => {
  await assessedBank();
  const account = (name: string, closedOn: string) => ({
    'accounts.csv': [
      'account_id,client_id,product_line,currency,product_name,opened_on,closed_on',
      `A1,C1,demand_deposit,CNY,${name},2024-03-01,${closedOn}`,
    ],
  });
  expect(await lateFrom(account('Everyday', ''))).toBeNull();
  expect(await lateFrom(account('Everyday', '2026-10-05'))).toBe('2026-10-05');
});

test('days before the first night were never decided on, and days after the newest are not late', async () => {
  await assessedBank();
  expect(await lateFrom(balances('A1,2026-01-01,900000'))).toBe('2026-09-30');
  expect((await night('2026-10-31')).lateFrom).toBe('2026-09-30');
  expect(await lateFrom(balances('A1,2026-11-05,900000'))).toBeNull();
  expect(await night('2026-11-05')).toEqual(QUIET);
});

test('what a dry run reads stays unread', async () => {
  await assessedBank();
  const files = balances('A1,2026-10-10,900000');
  expect((await reportOf(importFiles(db, files, { dryRun: true }))).lateFrom).toBe('2026-10-10');
  expect(await night('2026-10-31')).toEqual(QUIET);
});
