import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../src/intake/import-bundle.ts';
import { loadFacts } from '../../src/intake/load-facts.ts';
import { importFolder, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { hundredths, readRecords, realDataFolder } from '../support/real-data.ts';

const MAPPING = fileURLToPath(new URL('../../examples/xiamen/mapping.yaml', import.meta.url));
const data = realDataFolder();
const ASSETS = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X8'];

describe.skipIf(!data)('the Xiamen bank’s export', () => {
  const folder = join(data ?? '', 'xiamen_bank');
  let db: TestDatabase;
  let report: ImportReport;
  beforeAll(async () => {
    db = await openTestDatabase();
    report = await reportOf(importFolder(db, folder, { mapping: MAPPING, maxRejectsPercent: 0 }));
  });
  afterAll(() => db.close());

  test('is taken whole: 69,126 clients, none rejected', () => {
    expect(report.tables.clients).toMatchObject({ read: 69_126, inserted: 69_126 });
    for (const counts of Object.values(report.tables)) expect(counts.rejected).toBe(0);
    expect(String(report.businessDate)).toBe('2019-09-30');
  });

  test('gives every client the assets that the wide row adds up to', async () => {
    const rows = readRecords(folder, 'aum_Q3.csv.gz');
    const expected = new Map(
      rows.map((row) => [
        row.cust_no,
        ASSETS.reduce((sum, code) => sum + hundredths(row[code] ?? '0'), 0n),
      ]),
    );
    const held = await db.owner`
      select c.client_id, coalesce(sum(b.balance_minor) filter (where a.product_line <> 'loan'), 0)::bigint as aum
      from clients c left join accounts a on a.client_id = c.client_id
      left join balances b on b.client_id = a.client_id and b.account_id = a.account_id
      group by c.client_id`;
    const wrong = held.filter((row) => expected.get(row.client_id) !== row.aum);
    expect(wrong).toEqual([]);
    expect(held.reduce((sum, row) => sum + (row.aum as bigint), 0n)).toBe(2_584_877_623_395n);
  });

  test('has an account only for a product with something in it', async () => {
    const rows = readRecords(folder, 'aum_Q3.csv.gz');
    const codes = [...ASSETS, 'X7'];
    const held = rows.reduce(
      (n, row) => n + codes.filter((code) => Number(row[code]) !== 0).length,
      0,
    );
    const facts = await loadFacts(db.database.service.sql, null);
    expect(facts.openAccounts).toBe(held);
    expect(facts.holdings).toEqual([
      { currency: 'CNY', accounts: held, assets: '25848776233.95', owed: '21575839646.10' },
    ]);
  });

  test('keeps a last transaction that was not recorded as unknown', async () => {
    const [row] = await db.owner`
      select count(*)::int as months, count(*) filter (where last_transaction_on is null)::int as unknown
      from activity`;
    expect(row).toEqual({ months: 69_126, unknown: 4_947 });
  });

  test('gives every client the manager and branch of the ownership file', async () => {
    const owners = readRecords(folder, 'made_up/ownership.csv');
    const known = await db.owner`
      select c.client_id, c.branch_id, v.manager_id from clients c left join coverage v
        on v.client_id = c.client_id and v.valid_from <= '2019-09-30' and v.valid_to is null`;
    const found = new Map(
      known.map((row) => [row.client_id, `${row.manager_id ?? ''} ${row.branch_id}`]),
    );
    expect(
      owners.filter((row) => found.get(row.cust_no) !== `${row.manager_id} ${row.branch_id}`),
    ).toEqual([]);
  });

  test('changes nothing when it comes again', async () => {
    const again = await reportOf(importFolder(db, folder, { mapping: MAPPING }));
    for (const counts of Object.values(again.tables))
      expect(counts).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
    const [row] = await db.owner`select count(*)::int as n from coverage`;
    const owned = readRecords(folder, 'made_up/ownership.csv').filter((owner) => owner.manager_id);
    expect(row?.n).toBe(owned.length);
  });
});
