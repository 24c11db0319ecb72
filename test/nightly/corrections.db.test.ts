import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statesAsOf } from '../../src/db/as-of.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { randomBank } from './bank.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(`${text}T20:00:00Z`);

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

/** A night of `on`, run in the evening of `day`. */
const night = async (on: string, day: string, from: string | null = null) => {
  const run = await runNight(
    { database: db.database, now: () => at(day), rangeSize: 7 },
    { businessDate: date(on), from: from ? date(from) : null },
  );
  if (!run.ok) throw new Error(run.problem.en);
  return run.value;
};

const tierAsOf = async (on: string, knownOn: string | null) => {
  const { orm } = db.database.service;
  const moment = { on: date(on), knownAt: knownOn ? at(knownOn) : null };
  const [row] = await orm.select().from(statesAsOf(orm, moment));
  return row ? [row.computedTier, row.inForceTier] : null;
};

/** 60,000 from 2025 on, and nights on a few days until 10 April. */
const quietClient = async () => {
  const bank = bankOf('2026-04-10', [{ client: 'C1', balances: [['2025-01-01', 6_000_000n]] }]);
  await writeBank(db.database.service.sql, bank);
  for (const on of ['2026-01-31', '2026-02-28', '2026-03-17', '2026-03-31', '2026-04-10'])
    await night(on, on);
};

const correct = (on: string, minor: number) => db.owner`
  insert into balances (client_id, account_id, "on", balance_minor)
  values ('C1', 'A0', ${on}::text::date, ${minor})`;

describe('a balance that is corrected later', () => {
  test('re-assesses each month-end and night since, and says what is different', async () => {
    await quietClient();
    await correct('2026-01-01', 40_000_000);
    const run = await night('2026-04-10', '2026-04-12', '2026-01-01');
    expect(run.businessDate.toString()).toBe('2026-04-10');
    const told = run.revisions.map(({ on, clientId, was, now }) => [
      on.toString(),
      clientId,
      was.computedTier,
      now.computedTier,
      now.inForceTier,
    ]);
    // At 400,000 from January on, the average is 282,889 on 28 February and 400,000 in March.
    expect(told).toContainEqual(['2026-03-17', 'C1', 'quality', 'key', 'quality']);
    expect(told).toContainEqual(['2026-03-31', 'C1', 'quality', 'key', 'key']);
    expect(told).toContainEqual(['2026-04-10', 'C1', 'quality', 'key', 'key']);
    expect(run.revised).toBe(told.length);
    expect((await night('2026-04-10', '2026-04-12', '2026-01-01')).changed).toBe(0);
  });

  test('leaves what was known before to be asked for', async () => {
    await quietClient();
    await correct('2026-01-01', 40_000_000);
    await night('2026-04-10', '2026-04-12', '2026-01-01');
    expect(await tierAsOf('2026-03-31', null)).toEqual(['key', 'key']);
    expect(await tierAsOf('2026-03-31', '2026-04-12')).toEqual(['key', 'key']);
    expect(await tierAsOf('2026-03-31', '2026-04-11')).toEqual(['quality', 'quality']);
    expect(await tierAsOf('2026-03-20', null)).toEqual(['key', 'quality']);
    expect(await tierAsOf('2026-01-30', null)).toBeNull();
    expect(await tierAsOf('2026-03-31', '2026-01-30')).toBeNull();
  });

  test('never touches the state of today while older dates are run again', async () => {
    await quietClient();
    const state = () => db.owner`select business_date::text as on, xmin::text from client_state`;
    const before = await state();
    await night('2026-04-10', '2026-04-12', '2026-01-01');
    expect(await state()).toEqual(before);
  });
});

test('running all dates again on the same facts revises nothing, and gives what one run would have given', async () => {
  await writeBank(db.database.service.sql, randomBank(date('2026-03-31'), 60, 21));
  for (const on of ['2026-01-31', '2026-02-10', '2026-03-31', '2026-04-05']) await night(on, on);
  const rows = () => db.owner`
    select * from assessments order by client_id, valid_from, revision`;
  const before = await rows();
  const again = await night('2026-04-05', '2026-04-06', '2026-01-31');
  expect(again).toMatchObject({ changed: 0, revised: 0, revisions: [] });
  expect(await rows()).toEqual(before);
});

test('a client whose closing was entered late is lost from the first night after it', async () => {
  await quietClient();
  await db.owner`update clients set closed_on = '2026-02-10'`;
  await db.owner`update accounts set closed_on = '2026-02-10'`;
  const run = await night('2026-04-10', '2026-04-12', '2026-02-01');
  expect(run.revisions[0]).toMatchObject({
    was: { lifecycle: 'unassessed' },
    now: { lifecycle: 'lost' },
  });
  expect(run.revisions[0]?.on.toString()).toBe('2026-02-28');
});

describe('on a date', () => {
  const claims = async (statement: string) => {
    await db.owner.unsafe(statement);
  };

  test('the live override counts, by what was known of it', async () => {
    await quietClient();
    await claims(`
      insert into overrides (client_id, override_id, tier, reason_code, reason_text, valid_from, valid_to, request_id, recorded_at)
      values ('C1', 'O1', 'premier', 'data_error', 't', '2026-02-01', '2026-03-10', 'Q1', '2026-02-05T00:00:00Z'),
             ('C1', 'O2', 'premier', 'data_error', 't', '2026-02-01', '2026-02-20', 'Q2', '2026-02-19T00:00:00Z')`);
    expect(await tierAsOf('2026-02-10', null)).toEqual(['quality', 'premier']);
    expect(await tierAsOf('2026-02-20', null)).toEqual(['quality', 'quality']);
    // The end on the 20th was entered on the 19th.
    expect(await tierAsOf('2026-02-20', '2026-02-10')).toEqual(['quality', 'premier']);
    expect(await tierAsOf('2026-02-10', '2026-02-04')).toEqual(['quality', 'quality']);
  });

  test('the manager is the one of that day, by what was known of it', async () => {
    await quietClient();
    await claims(`
      insert into coverage (client_id, manager_id, valid_from, valid_to, source, recorded_at, superseded_at)
      values ('C1', 'M1', '2020-01-01', null, 'file', '2020-01-01T00:00:00Z', '2026-03-05T00:00:00Z'),
             ('C1', 'M1', '2020-01-01', '2026-03-01', 'request', '2026-03-05T00:00:00Z', null),
             ('C1', 'M2', '2026-03-01', null, 'request', '2026-03-05T00:00:00Z', null)`);
    const managerAsOf = async (on: string, knownAt: Temporal.Instant | null) => {
      const { orm } = db.database.service;
      const [row] = await orm.select().from(statesAsOf(orm, { on: date(on), knownAt }));
      return row?.managerId ?? null;
    };
    expect(await managerAsOf('2026-02-28', null)).toBe('M1');
    expect(await managerAsOf('2026-03-01', null)).toBe('M2');
    expect(await managerAsOf('2026-03-01', at('2026-03-04'))).toBe('M1');
  });
});
