import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BundleFiles, writeBundle } from '../../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { importFolder, rejectLines, reportOf } from '../support.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const MAPPING = `
files:
  wide: { path: wide.txt, separator: ";", quote: "'" }
  owners: { path: owners.csv.gz }
  moves: { path: moves.csv, cut_short: true }
lookups:
  owner: { from: owners, key: "\${no}", where: [{ value: "\${type}", not: [old] }], take: [rm] }
  served: { from: owners, key: "\${no}" }
balances: running_sum_of_transactions
tables:
  settings: [{ rows: [{ key: reporting_currency, value: JPY }] }]
  branches: [{ rows: [{ branch_id: HO, name: Head }] }]
  managers:
    - rows: [{ manager_id: M1, name: Mia, email: mia@bank.example, role: relationship_manager, branch_id: HO }]
  clients:
    - from: wide
      join: { owner: { lookup: owner, key: "\${no}", missing: empty } }
      where: [{ value: "\${no}", in: served }]
      columns:
        client_id: "\${no}"
        kind: { value: "\${typ}", map: { P: individual, F: corporate } }
        name: "Client \${no}"
        manager_id: "\${owner.rm}"
        onboarded_on: { value: "\${since}", date: YYMMDD, years_from: 1900 }
  accounts:
    - from: wide
      where: [{ value: "\${no}", in: served }, { value: "\${each.amount}", not_zero: true }]
      each:
        - { code: D, line: demand_deposit, amount: "\${demand}" }
        - { code: L, line: loan, amount: "\${loan}" }
      columns: { account_id: "\${no}-\${each.code}", client_id: "\${no}", product_line: "\${each.line}", currency: JPY }
  transactions:
    - from: moves
      let: { sign: { value: "\${dir}", map: { in: "", out: "-" } } }
      keep: last
      columns:
        transaction_id: "\${id}"
        account_id: "\${no}-D"
        booked_on: "\${on}"
        amount: "\${sign}\${amount}"
        kind: other
`;
const FILES: BundleFiles = {
  'wide.txt': [
    'no;typ;since;demand;loan',
    "1;P;930715;'100';0.0",
    '2;F;930716;0;5000',
    '3;P;930717;7;7',
    '4;X;930718;0;0',
    '5;P;931332;0;0',
  ],
  'owners.csv.gz': ['no,rm,type', '1,M1,new', '2,M9,old', '4,M1,new', '5,M1,new'],
  'moves.csv': [
    'id,no,on,dir,amount',
    't1,1,1994-01-01,in,100',
    't2,1,1994-01-01,out,30',
    't3,1,1994-01-05,in,5',
    't3,1,1994-01-05,in,6',
    't4,1,1994-01-06,sideways,6',
    '"t5,1,1994',
  ].join('\n'),
};

const importMapped = (mapping: string, files: BundleFiles = FILES) => {
  const folder = writeBundle({ ...files, 'mapping.yaml': mapping });
  return importFolder(db, folder, { mapping: join(folder, 'mapping.yaml') });
};

describe('a mapping', () => {
  test('makes tables of a bank’s own files: rows taken, skipped and rejected are counted', async () => {
    const { tables } = await reportOf(importMapped(MAPPING));
    expect(tables.clients).toMatchObject({ read: 5, inserted: 2, skipped: 1, rejected: 2 });
    expect(tables.accounts).toMatchObject({ read: 10, inserted: 2, skipped: 8 });
    expect(tables.transactions).toMatchObject({ read: 5, inserted: 3, skipped: 1, rejected: 1 });
    expect(tables.balances).toMatchObject({ read: 2, inserted: 2 });
  });

  test('joins, maps, reads dates and derives balances from the ledger', async () => {
    await reportOf(importMapped(MAPPING));
    const clients = await db.owner`
      select client_id, kind, name, file_manager_id, onboarded_on::text as since from clients order by 1`;
    expect(clients.map((row) => Object.values(row).join(' '))).toEqual([
      '1 individual Client 1 M1 1993-07-15',
      '2 corporate Client 2  1993-07-16',
    ]);
    const balances =
      await db.owner`select account_id, "on"::text, balance_minor from balances order by 1, 2`;
    expect(balances.map((row) => Object.values(row).join(' '))).toEqual([
      '1-D 1994-01-01 70',
      '1-D 1994-01-05 76',
    ]);
  });

  test('names the source file and line of a value that it does not know', async () => {
    const report = await reportOf(importMapped(MAPPING));
    expect(rejectLines(report)).toEqual([
      'wide.txt,5,kind,X,The mapping has no entry for this value.',
      'wide.txt,6,onboarded_on,931332,This is not a date of the form YYMMDD, or the day does not exist.',
      'moves.csv,6,sign,sideways,The mapping has no entry for this value.',
    ]);
  });

  test('changes nothing when the same files come again', async () => {
    await reportOf(importMapped(MAPPING));
    const { tables } = await reportOf(importMapped(MAPPING));
    for (const counts of Object.values(tables))
      expect(counts).toMatchObject({ inserted: 0, updated: 0 });
  });

  test('rejects what a lookup does not have, unless it says otherwise', async () => {
    const strict = MAPPING.replace(', missing: empty', '');
    const report = await reportOf(importMapped(strict));
    expect(rejectLines(report)[0]).toBe(
      'wide.txt,3,owner,2,The lookup owner has no entry for this value.',
    );
    const skipping = await reportOf(
      importMapped(MAPPING.replace('missing: empty', 'missing: skip')),
    );
    expect(skipping.tables.clients).toMatchObject({ skipped: 2, rejected: 2 });
  });

  test('reads other encodings by name', async () => {
    const gb18030 = Buffer.from([0xcb, 0xbc, 0xc3, 0xf7]);
    const content = Buffer.concat([Buffer.from('no,name\nB1,'), gb18030, Buffer.from('\n')]);
    const mapping = `
files: { branches: { path: b.csv, encoding: gb18030 } }
tables: { branches: [{ from: branches, columns: { branch_id: "\${no}", name: "\${name}" } }] }`;
    await reportOf(importMapped(mapping, { 'b.csv': content }));
    const [row] = await db.owner`select name from branches`;
    expect(row?.name).toBe('思明');
  });
});

/** what is changed · the place and what is said of it */
const MISTAKES: [string, string, string, string][] = [
  ['an unknown key', 'keep: last', 'keeep: last', 'tables.transactions.0'],
  ['an unknown table', '  clients:', '  klients:', 'tables'],
  ['a wrong choice', 'missing: empty', 'missing: perhaps', 'tables.clients.0.join.owner.missing'],
  [
    'an unknown file',
    'from: moves',
    'from: movements',
    '"movements" is not known here; known are wide, owners, moves',
  ],
  [
    'an unknown lookup',
    'in: served',
    'in: serfs',
    '"serfs" is not known here; known are owner, served',
  ],
  [
    'an unknown source column',
    `\${since}`,
    `\${sinse}`,
    'line 24 (tables.clients.0.columns.onboarded_on): "sinse" is not known here',
  ],
  ['an unknown target column', 'kind: other', 'kynd: other', '"kynd" is not known here'],
  ['a missing target column', 'kind: other', '', 'the table also needs kind'],
  ['an unclosed brace', `"Client \${no}"`, `"Client \${no"`, 'that is not closed'],
  ['broken YAML', 'kind: other', 'kind: "other', 'line 42 (YAML): this is not valid YAML'],
];

describe('a mistake in a mapping stops the import and is placed:', () => {
  test.each(MISTAKES)('%s', async (_, right, wrong, sentence) => {
    const result = await importMapped(MAPPING.replace(right, wrong));
    expect(result.ok ? 'loaded' : result.problem.en).toContain(sentence);
    expect(result.ok ? '' : result.problem.en).toContain('Nothing was loaded.');
  });

  test('a file that is not there', async () => {
    const { 'moves.csv': _, ...rest } = FILES;
    const result = await importMapped(MAPPING, rest);
    expect(result.ok ? 'loaded' : result.problem.en).toContain('moves.csv cannot be read');
  });

  test('a mapping that is not there', async () => {
    const result = await importFolder(db, writeBundle(FILES), { mapping: '/nowhere/mapping.yaml' });
    expect(result).toMatchObject({ ok: false, problem: { code: 'no_mapping' } });
  });

  test('a lookup with two answers', async () => {
    const owners = ['no,rm,type', '1,M1,new', '1,M2,new'];
    const result = await importMapped(MAPPING, { ...FILES, 'owners.csv.gz': owners });
    expect(result.ok ? 'loaded' : result.problem.en).toContain(
      'The lookup owner has the key 1 twice',
    );
  });
});
