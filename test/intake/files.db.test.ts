import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundleFiles, writeBundle } from '../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK, importFiles, importFolder, reportOf } from './support.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const BRANCHES = BANK['branches.csv'].join('\n');

describe('a file is read', () => {
  const readable: [string, BundleFiles][] = [
    ['compressed', { 'branches.csv.gz': BRANCHES }],
    ['with a byte order mark', { 'branches.csv': `\uFEFF${BRANCHES}` }],
    ['with Windows line ends', { 'branches.csv': BRANCHES.replaceAll('\n', '\r\n') }],
    ['without a last line end', { 'branches.csv': BRANCHES.trimEnd() }],
    [
      'with its columns in another order',
      { 'branches.csv': ['name,parent_branch_id,branch_id', 'Head office,,HO', 'Harbour,HO,B1'] },
    ],
    [
      'with quoted cells and blank lines',
      {
        'branches.csv': [
          '"branch_id","name","parent_branch_id"',
          '"HO","Head office",',
          '',
          'B1,"Harbour",HO',
        ],
      },
    ],
  ];
  test.each(readable)('%s', async (_, files) => {
    const { tables } = await reportOf(importFiles(db, files, { dryRun: true }));
    expect(tables.branches).toMatchObject({ read: 2, inserted: 2, rejected: 0 });
  });

  test('with commas, quotes, line ends, tabs, backslashes and Chinese inside cells', async () => {
    const name = 'a,"b"\nc\td\\e\\N 支行';
    await reportOf(
      importFiles(db, { 'branches.csv': `branch_id,name\nX,"${name.replaceAll('"', '""')}"\n` }),
    );
    const [row] = await db.owner`select name from branches where branch_id = 'X'`;
    expect(row?.name).toBe(name);
  });

  test('and a column that no table knows is ignored and reported', async () => {
    const files = { 'branches.csv': ['branch_id,name,mood', 'HO,Head office,good'] };
    const report = await reportOf(importFiles(db, files, { dryRun: true }));
    expect(report.unknownColumns).toEqual([{ file: 'branches.csv', column: 'mood' }]);
    expect(report.tables.branches).toMatchObject({ inserted: 1 });
  });
});

describe('an import stops with one sentence and loads nothing', () => {
  const gbk = Buffer.concat([
    Buffer.from('branch_id,name\nHO,Head\nB1,'),
    Buffer.from([0xd6, 0xa7, 0xd0]),
    Buffer.from('\n'),
  ]);
  const stopped: [string, BundleFiles, string][] = [
    [
      'a required column is missing',
      { 'branches.csv': ['branch_id', 'HO'] },
      'branches.csv lacks what it must have: name.',
    ],
    [
      'a column comes twice',
      { 'branches.csv': ['branch_id,name,name', 'HO,a,b'] },
      'branches.csv has the column name twice.',
    ],
    [
      'a file is empty',
      { 'branches.csv': '' },
      'branches.csv lacks what it must have: branch_id, name.',
    ],
    ['the folder holds no table', { 'readme.txt': 'hello' }, 'holds no table of a bundle'],
    [
      'a table comes plain and compressed',
      { 'branches.csv': BRANCHES, 'branches.csv.gz': BRANCHES },
      'branches.csv and branches.csv.gz',
    ],
    [
      'the text is not UTF-8',
      { 'branches.csv': gbk },
      'branches.csv, line 3: this is not utf-8 text.',
    ],
    [
      'a quote is not closed',
      { 'branches.csv': ['branch_id,name', 'HO,Head', 'B1,"Harbour', 'B2,Hill'] },
      'branches.csv, line 3: a quote is opened and not closed',
    ],
    [
      'a quote stands inside a cell',
      { 'branches.csv': ['branch_id,name', 'HO,He"ad'] },
      'branches.csv, line 2: a quote',
    ],
  ];
  test.each(stopped)('when %s', async (_, files, sentence) => {
    const result = await importFiles(db, files);
    expect(result.ok ? 'loaded' : result.problem.en).toContain(sentence);
    expect(result.ok ? '' : result.problem.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('when a compressed file was cut short after rows had been read', async () => {
    const before = await db.owner`select count(*)::int as n from clients`;
    const rows = Array.from({ length: 50_000 }, (_, at) => `N${at},individual,Client ${at * 7919}`);
    const whole = gzipSync(['client_id,kind,name', ...rows].join('\n'));
    const folder = writeBundle({ ...BANK, 'surveys.csv': ['client_id,on,csat'] });
    rmSync(`${folder}/clients.csv`);
    writeFileSync(`${folder}/clients.csv.gz`, whole.subarray(0, whole.length - 2_000));
    const result = await importFolder(db, folder);
    expect(result.ok ? 'loaded' : result.problem.en).toContain(
      'clients.csv.gz is not a whole gzip file',
    );
    expect(await db.owner`select count(*)::int as n from clients`).toEqual(before);
    expect((await importFiles(db, BANK, { dryRun: true })).ok).toBe(true);
  });

  test('when there is no such folder', async () => {
    const folder = writeBundle({});
    rmSync(folder, { recursive: true });
    const result = await importFolder(db, folder);
    expect(result).toMatchObject({ ok: false, problem: { code: 'no_bundle' } });
  });

  test('when rejected rows cannot be written down', async () => {
    const bad = { ...BANK, 'surveys.csv': ['client_id,on,csat', 'C1,2026-11-01,9'] };
    const result = await importFiles(db, bad, { rejectsPath: '/nowhere/rejects.csv' });
    expect(result).toMatchObject({ ok: false, problem: { code: 'rejects_not_written' } });
    expect(await db.owner`select client_id from clients`).toHaveLength(0);
  });
});
