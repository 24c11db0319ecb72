import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BundleFiles } from '../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK, importFiles, reportOf } from './support.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const clients = (...rows: string[]) => ({
  'clients.csv': ['client_id,kind,name,manager_id,branch_id,onboarded_on', ...rows],
});
const dayOf = (on: string): BundleFiles => ({
  'balances.csv': ['account_id,on,balance', `A1,${on},1`],
});
const ann = (managerId: string) => clients(`C1,individual,Ann,${managerId},B1,2024-03-01`);

/** What we know now: manager, first day, first day after. */
const known = async (clientId = 'C1') => {
  const rows = await db.owner`
    select manager_id, valid_from::text as since, valid_to::text as until, source from coverage
    where client_id = ${clientId} and superseded_at is null order by valid_from`;
  return rows.map((row) => `${row.manager_id} ${row.since} ${row.until ?? '…'} ${row.source}`);
};

const decide = async (managerId: string, on: string) => {
  await db.owner`update coverage set superseded_at = '2026-11-20T13:00:00Z' where client_id = 'C1' and superseded_at is null`;
  await db.owner`insert into coverage (client_id, manager_id, valid_from, source, request_id, recorded_at)
    values ('C1', ${managerId}, ${on}, 'request', 'R1', '2026-11-20T13:00:00Z')`;
};

describe('whom the file names', () => {
  test('looks after a new client from its first known day', async () => {
    await reportOf(importFiles(db, BANK));
    expect(await known()).toEqual(['M1 2024-03-01 … file']);
  });

  test('looks after a client without an onboarding date from its first account or balance', async () => {
    const bank = { ...BANK, ...clients('C1,individual,Ann,,B1,', 'C2,corporate,Acme,M2,B1,') };
    await reportOf(importFiles(db, bank));
    expect(await known('C2')).toEqual(['M2 2025-01-01 … file']);
  });

  test('is nobody for a client with an empty manager', async () => {
    await reportOf(importFiles(db, BANK));
    expect(await known('C2')).toEqual([]);
  });

  test('takes over on the business date of a later bundle, and the past stays', async () => {
    await reportOf(importFiles(db, BANK));
    await reportOf(
      importFiles(db, {
        ...ann('M2'),
        ...dayOf('2026-11-25'),
        'feeds.csv': ['feed,loaded_through', 'transactions,2026-11-25'],
      }),
    );
    expect(await known()).toEqual(['M1 2024-03-01 2026-11-25 file', 'M2 2026-11-25 … file']);
    const [rows] = await db.owner`select count(*)::int as n from coverage where client_id = 'C1'`;
    expect(rows?.n).toBe(3);
  });

  test('leaves a client unowned from that date on when the file no longer names anybody', async () => {
    await reportOf(importFiles(db, BANK));
    await reportOf(importFiles(db, ann('')));
    expect(await known()).toEqual(['M1 2024-03-01 2026-11-20 file']);
  });

  test('takes an unowned client from that date on, not before', async () => {
    await reportOf(importFiles(db, BANK));
    await reportOf(importFiles(db, clients('C2,corporate,Acme,M2,B1,')));
    expect(await known('C2')).toEqual(['M2 2026-11-20 … file']);
  });
});

describe('a decision taken in Bellwether', () => {
  beforeEach(async () => {
    await reportOf(importFiles(db, BANK));
    await decide('M2', '2026-11-18');
  });

  test('stands against the file, which is reported as a conflict each time', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { conflicts } = await reportOf(importFiles(db, ann('M1')));
      expect(conflicts).toEqual([{ clientId: 'C1', fileManagerId: 'M1', managerId: 'M2' }]);
      expect(await known()).toEqual(['M2 2026-11-18 … request']);
    }
  });

  test('stands against a file that names nobody', async () => {
    const { conflicts } = await reportOf(importFiles(db, ann('')));
    expect(conflicts).toEqual([{ clientId: 'C1', fileManagerId: null, managerId: 'M2' }]);
  });

  test('is no conflict once the file agrees, and from then on the file decides again', async () => {
    const agreed = await reportOf(importFiles(db, ann('M2')));
    expect(agreed.conflicts).toEqual([]);
    expect(await known()).toEqual(['M2 2026-11-18 … request']);
    const later = await reportOf(importFiles(db, ann('M1')));
    expect(later.conflicts).toEqual([]);
    expect(await known()).toEqual(['M2 2026-11-18 2026-11-20 request', 'M1 2026-11-20 … file']);
  });

  test('is untouched by a bundle that leaves the client or the column out', async () => {
    const { conflicts } = await reportOf(
      importFiles(db, { 'clients.csv': ['client_id,kind,name', 'C1,individual,Ann'] }),
    );
    expect(conflicts).toEqual([]);
    expect(await known()).toEqual(['M2 2026-11-18 … request']);
  });
});
