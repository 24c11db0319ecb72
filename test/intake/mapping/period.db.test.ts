import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BundleFiles, writeBundle } from '../../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { importFolder, reportOf } from '../support.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const MAPPING = `
period: 2019-09
files:
  wide: { path: ["wide_Q\${period.quarter}.csv", "wide_m\${period.number}.csv"] }
  ends: { path: "ends_m\${period-1.number}.csv", optional: true }
  owners: { path: owners.csv, optional: true }
lookups:
  owner: { from: owners, key: "\${no}", take: [rm] }
tables:
  clients:
    - from: wide
      join: { owner: { lookup: owner, key: "\${no}", missing: empty } }
      columns: { client_id: "\${no}", kind: individual, name: "\${no}", manager_id: "\${owner.rm}" }
  accounts:
    - from: wide
      each: &lines
        - { code: D, line: demand_deposit, amount: "\${demand}" }
        - { code: F, line: fund, amount: "\${fund}" }
      where: [{ value: "\${each.amount}", not_zero: true }]
      columns: { account_id: "\${no}-\${each.code}", client_id: "\${no}", product_line: "\${each.line}", currency: CNY }
  balances:
    - from: wide
      whole: true
      each: *lines
      where: [{ value: "\${each.amount}", not_zero: true }]
      columns: { account_id: "\${no}-\${each.code}", on: "\${period.end}", balance: "\${each.amount}" }
  month_ends:
    - from: ends
      columns: { client_id: "\${no}", month: "\${period-1}", deposits: "\${held}" }
`;
const SEPTEMBER = { 'wide_Q3.csv': ['no,demand,fund', '1,10,5', '2,0,7'] };
const DECEMBER = {
  'wide_m12.csv.gz': ['no,demand,fund', '1,12,0'],
  'ends_m11.csv': ['no,held', '1,3.50'],
};

const load = async (files: BundleFiles, period: string | null, mapping = MAPPING) => {
  const folder = writeBundle(files);
  const path = join(folder, 'mapping.yaml');
  writeFileSync(path, mapping);
  return importFolder(db, folder, { mapping: path, period });
};

const balances = async () =>
  (
    await db.owner`select account_id, "on"::text, balance_minor::int as minor from balances order by 1, 2`
  ).map((row) => [row.account_id, row.on, row.minor]);

describe('a mapping with a period', () => {
  test('reads its own month, and leaves out what optional files would bring', async () => {
    const report = await reportOf(load(SEPTEMBER, null));
    expect(String(report.businessDate)).toBe('2019-09-30');
    expect(report.tables.month_ends).toBeUndefined();
    expect(await balances()).toEqual([
      ['1-D', '2019-09-30', 1_000],
      ['1-F', '2019-09-30', 500],
      ['2-F', '2019-09-30', 700],
    ]);
  });

  test('reads another month on request, by whichever name its files have, zipped or not', async () => {
    await reportOf(load(DECEMBER, '2019-12'));
    const ends =
      await db.owner`select client_id, month::text, deposits_minor::int as minor from month_ends`;
    expect([...ends]).toEqual([{ client_id: '1', month: '2019-11-01', minor: 350 }]);
  });

  test('ends what a whole picture of a later day no longer shows, once', async () => {
    await reportOf(load(SEPTEMBER, null));
    const expected = [
      ['1-D', '2019-09-30', 1_000],
      ['1-D', '2019-12-31', 1_200],
      ['1-F', '2019-09-30', 500],
      ['1-F', '2019-12-31', 0],
      ['2-F', '2019-09-30', 700],
      ['2-F', '2019-12-31', 0],
    ];
    await reportOf(load(DECEMBER, '2019-12'));
    expect(await balances()).toEqual(expected);
    const again = await reportOf(load(DECEMBER, '2019-12'));
    expect(again.tables.balances).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
    expect(await balances()).toEqual(expected);
  });

  test('ends nothing where a row could not be read: its account is not one that was left out', async () => {
    await reportOf(load(SEPTEMBER, null));
    const broken = { ...DECEMBER, 'wide_m12.csv.gz': ['no,demand,fund', '1,12,x'] };
    const folder = writeBundle(broken);
    writeFileSync(join(folder, 'mapping.yaml'), MAPPING);
    const mapping = join(folder, 'mapping.yaml');
    const report = await reportOf(
      importFolder(db, folder, { mapping, period: '2019-12', maxRejectsPercent: 100 }),
    );
    expect(report.tables.balances).toMatchObject({ rejected: 1 });
    expect((await balances()).filter(([account]) => account !== '1-D')).toEqual([
      ['1-F', '2019-09-30', 500],
      ['2-F', '2019-09-30', 700],
    ]);
  });
});

test.each([
  ['has no period', MAPPING.replace('period: 2019-09\n', '').replaceAll('period', 'x'), '2019-12'],
  ['has a period that is no month', MAPPING.replace('2019-09', '2019-19'), null],
  ['lacks a file that must be there', MAPPING, '2020-03'],
  [
    'calls clients a whole picture',
    MAPPING.replace(
      '  clients:\n    - from: wide\n',
      '  clients:\n    - from: wide\n      whole: true\n',
    ),
    null,
  ],
])('a mapping that %s is refused', async (_name, mapping, period) => {
  expect(await load(SEPTEMBER, period, mapping)).toMatchObject({ ok: false });
});
