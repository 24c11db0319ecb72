import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../src/intake/import-bundle.ts';
import { loadFacts } from '../../src/intake/load-facts.ts';
import { importFolder, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { hundredths, readRecords, realDataFolder } from '../support/real-data.ts';

const MAPPING = fileURLToPath(new URL('../../examples/berka/mapping.yaml', import.meta.url));
const LEDGER = 'trans_1993-01-01_1994-03-31_truncated.asc.gz';
const data = realDataFolder();

/** In the file, amounts are rounded to ten hellers but balances were not: they part by no more than this. */
const DRIFT_MAX = 70n;

describe.skipIf(!data)('the Czech bank’s ledger', () => {
  const folder = join(data ?? '', 'berka');
  const options = {
    delimiter: ';',
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
  };
  const ledger = () =>
    readRecords(folder, LEDGER, options).filter(
      (row) => (row.date ?? '') <= '940330' && row.balance,
    );
  let db: TestDatabase;
  let report: ImportReport;
  beforeAll(async () => {
    db = await openTestDatabase();
    report = await reportOf(importFolder(db, folder, { mapping: MAPPING, maxRejectsPercent: 0 }));
  });
  afterAll(() => db.close());

  test('is taken through 1994-03-30: 46,997 transactions, the cut day left out', () => {
    expect(report.tables.transactions).toMatchObject({ inserted: 46_997, rejected: 0 });
    expect(report.tables.accounts).toMatchObject({ inserted: 1_229 });
    expect(String(report.businessDate)).toBe('1994-03-30');
  });

  test('holds 36,575,946.10 CZK in 1,139 accounts with 1,385 clients behind them at the end of 1993', async () => {
    const day = Temporal.PlainDate.from('1993-12-31');
    const facts = await loadFacts(db.database.service.sql, day);
    expect(facts).toMatchObject({
      openAccounts: 1_139,
      clientsBehind: 1_385,
      holdings: [{ currency: 'CZK', accounts: 1_139, assets: '36575946.10', owed: '0.00' }],
    });
  });

  test('has on each of 38,821 account-days the sum of all movements up to then', async () => {
    const sums = new Map<string, bigint>();
    const expected = new Map<string, bigint>();
    for (const row of ledger()) {
      const sign = row.type === 'PRIJEM' ? 1n : -1n;
      const sum = (sums.get(row.account_id ?? '') ?? 0n) + sign * hundredths(row.amount ?? '');
      sums.set(row.account_id ?? '', sum);
      expected.set(`${row.account_id} 19${row.date}`, sum);
    }
    const held = await db.owner`
      select account_id || ' ' || to_char("on", 'YYYYMMDD') as day, balance_minor from balances`;
    expect(held).toHaveLength(38_821);
    expect(held.filter((row) => expected.get(row.day) !== row.balance_minor)).toEqual([]);
  });

  test('agrees with a balance that the file prints on that day to within a crown', async () => {
    const printed = new Map<string, bigint[]>();
    for (const row of ledger()) {
      const day = `${row.account_id} 19${row.date}`;
      printed.set(day, [...(printed.get(day) ?? []), hundredths(row.balance ?? '')]);
    }
    const held = await db.owner`
      select account_id || ' ' || to_char("on", 'YYYYMMDD') as day, balance_minor from balances`;
    const apart = (a: bigint, b: bigint) => (a > b ? a - b : b - a);
    const far = held.filter(
      (row) =>
        !printed.get(row.day)?.some((balance) => apart(balance, row.balance_minor) <= DRIFT_MAX),
    );
    expect(far).toEqual([]);
  });

  test('posts interest, fees and penalty interest for the bank and everything else for clients', async () => {
    const rows = await db.owner`
      select kind, initiated_by_client as client, count(*)::int as n from transactions group by 1, 2 order by 1`;
    expect(Object.fromEntries(rows.map((row) => [row.kind, [row.client, row.n]]))).toEqual(
      expectedKinds(ledger()),
    );
  });

  test('knows the authorised users as relations of the owner', async () => {
    const [row] = await db.owner`
      select count(*)::int as n, count(distinct to_client_id)::int as owners from relations
      where relation = 'authorised_user_of'`;
    expect(row).toEqual({ n: 260, owners: 260 });
  });

  test('reads birth numbers, a woman’s with 50 added to the month', async () => {
    const born = new Map(
      readRecords(folder, 'client.asc', { delimiter: ';' }).map((row) => [
        row.client_id,
        row.birth_number ?? '',
      ]),
    );
    const rows = await db.owner`select client_id, to_char(birth_date, 'YYMMDD') as on from clients`;
    const months = rows.map((row) => Number(born.get(row.client_id)) - Number(row.on));
    expect(new Set(months)).toEqual(new Set([0, 5_000]));
  });

  test('changes nothing when it comes again', async () => {
    const again = await reportOf(importFolder(db, folder, { mapping: MAPPING }));
    for (const counts of Object.values(again.tables))
      expect(counts).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
  });
});

const BY_SYMBOL: Record<string, string> = {
  UROK: 'interest',
  'SANKC. UROK': 'interest',
  SLUZBY: 'fee',
  SIPO: 'payment',
  POJISTNE: 'payment',
  UVER: 'loan_repayment',
};
const BY_OPERATION: Record<string, string> = {
  VKLAD: 'cash_in',
  'PREVOD Z UCTU': 'transfer_in',
  'PREVOD NA UCET': 'transfer_out',
  VYBER: 'cash_out',
  'VYBER KARTOU': 'cash_out',
};

const expectedKinds = (rows: Record<string, string>[]): Record<string, [boolean, number]> => {
  const kinds: Record<string, [boolean, number]> = {};
  for (const row of rows) {
    const kind = BY_SYMBOL[(row.k_symbol ?? '').trim()] ?? BY_OPERATION[row.operation ?? ''] ?? '';
    const byClient = kind !== 'interest' && kind !== 'fee';
    kinds[kind] = [byClient, (kinds[kind]?.[1] ?? 0) + 1];
  }
  return kinds;
};
