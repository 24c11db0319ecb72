import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor } from '../../src/db/scope.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
const NASTY = '{"x",*}\\ é NULL';
const D = Temporal.PlainDate.from('2026-06-30');

beforeAll(async () => {
  db = await openTestDatabase();
  await db.owner`insert into branches (branch_id, name, parent_branch_id) values
    ('HO', 'Head office', null), ('B1', 'North', 'HO'), ('B2', 'South', 'HO'), ('B3', 'East', null)`;
  await db.owner`insert into managers (manager_id, name, email, role, branch_id) values
    ('A', 'Ann', 'a@bank.example', 'relationship_manager', 'B1'),
    ('B', 'Ben', 'b@bank.example', 'relationship_manager', 'B2'),
    ('H', 'Hua', 'h@bank.example', 'branch_head', 'B1'),
    ('P', 'Pei', 'p@bank.example', 'president', 'HO'),
    ('C', 'Cao', 'c@bank.example', 'compliance', 'HO'),
    ('D', 'Dai', 'd@bank.example', 'relationship_manager', 'B3'),
    ('S', 'Sun', 's@bank.example', 'relationship_manager', 'B1')`;
  await db.owner`insert into covers (cover_id, manager_id, covered_by, valid_from, valid_to, request_id, recorded_at)
    values ('V1', 'B', 'S', '2026-06-30', '2026-07-01', 'R1', now()),
           ('V2', 'A', 'S', '2026-06-01', '2026-06-30', 'R2', now()),
           ('V3', 'A', 'S', '2026-07-01', '2026-08-01', 'R3', now())`;
  await db.owner`insert into clients (client_id, kind, name, branch_id) values
    ('1', 'individual', 'One', 'B1'), ('2', 'individual', 'Two', 'B2'), ('3', 'individual', 'Three', 'B1'),
    ('4', 'individual', 'Handed over 29 days ago', 'B2'), ('5', 'individual', 'Handed over 30 days ago', 'B2'),
    ('6', 'individual', 'No branch of its own', null),
    (${NASTY}, 'individual', 'An id that an array would have to quote', 'B3')`;
  await db.owner`insert into coverage (client_id, manager_id, valid_from, valid_to, source, recorded_at) values
    ('1', 'A', '2026-01-01', null, 'file', now()), ('2', 'B', '2026-01-01', null, 'file', now()),
    ('4', 'A', '2026-01-01', '2026-06-01', 'file', now()), ('4', 'B', '2026-06-01', null, 'file', now()),
    ('5', 'A', '2026-01-01', '2026-05-31', 'file', now()), ('5', 'B', '2026-05-31', null, 'file', now()),
    ('6', 'A', '2026-01-01', null, 'file', now()), (${NASTY}, 'D', '2026-01-01', null, 'file', now())`;
});
afterAll(() => db.close());

const seenBy = (managerId: string) =>
  asActor(db.database, { managerId }, D, async (tx) => {
    const rows = await tx.execute<{ client_id: string }>(
      sql`select client_id from clients order by client_id`,
    );
    return rows.map((row) => row.client_id).join('');
  });

describe('without any filter of the application, the database shows', () => {
  test.each([
    ['a manager the own book and what was handed over less than 30 days ago', 'A', '146'],
    ['another manager only the other book', 'B', '245'],
    ['a branch head the branch, unowned clients included', 'H', '136'],
    ['a president the tree below the head office', 'P', '123456'],
    ['compliance everything', 'C', `123456${NASTY}`],
    ['a stand-in the book of the colleague covered today, and no other', 'S', '245'],
    ['a client whatever signs its id is made of', 'D', NASTY],
    ['a stranger nothing', 'X', ''],
    ['an empty identity nothing', '', ''],
  ])('%s', async (_what, managerId, clients) => {
    expect(await seenBy(managerId)).toBe(clients);
  });
});

describe('the reader login', () => {
  test('sees nothing outside a scope', async () => {
    expect(await db.database.reader.sql`select 1 from clients`).toHaveLength(0);
  });

  test.each([
    'insert into clients (client_id, kind, name) values (9, 1, 1)',
    'update clients set name = name',
    'delete from clients',
    'create table mine (x int)',
    'select * from receipts',
    'select * from audit_entries',
  ])('is refused: %s', async (statement) => {
    await expect(db.database.reader.sql.unsafe(statement)).rejects.toThrow('permission denied');
  });

  test('sees nothing by a name alone: the scope has to be entered', async () => {
    const rows = await db.database.reader.sql.begin(async (tx) => {
      await tx`select set_config('app.manager_id', 'C', true), set_config('app.business_date', '2026-06-30', true)`;
      return tx`select 1 from clients`;
    });
    expect(rows).toHaveLength(0);
  });

  test('cannot write inside a scope', async () => {
    const tried = asActor(db.database, { managerId: 'C' }, D, (tx) =>
      tx.execute(sql`create temporary table mine (x int)`),
    );
    await expect(tried).rejects.toMatchObject({
      cause: { message: expect.stringContaining('read-only transaction') },
    });
  });

  test('does not carry one scope into the next use of its connection', async () => {
    await seenBy('C');
    expect(await db.database.reader.sql`select 1 from clients`).toHaveLength(0);
  });
});

describe('the service login', () => {
  test('owns no table', async () => {
    const owned = await db.owner`
      select tablename from pg_tables
       where schemaname = 'public' and tableowner in ('bellwether_service', 'bellwether_reader')`;
    expect(owned).toHaveLength(0);
  });

  test.each([
    'update audit_entries set reason = null',
    'delete from audit_entries',
    'delete from coverage',
    "update coverage set manager_id = 'B'",
    'update assessments set revision = 1',
    'alter table clients disable row level security',
  ])('cannot rewrite history: %s', async (statement) => {
    await expect(db.database.service.sql.unsafe(statement)).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  test('cannot give a client two primary managers on one day', async () => {
    const insert = db.database.service.sql`
      insert into coverage (client_id, manager_id, valid_from, source, recorded_at)
      values ('1', 'B', '2026-06-30', 'request', now())`;
    await expect(insert).rejects.toThrow('coverage_one_primary');
  });
});
