import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NightOptions, runNight } from '../../src/nightly/run-night.ts';
import { launch } from '../e2e/running-start.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Bank, randomBank } from './bank.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const now = () => Temporal.Instant.from('2026-03-18T01:00:00Z');
const ON = '2026-03-31';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

const sqlOf = () => db.database.service.sql;
const load = (bank: Bank) => writeBank(sqlOf(), bank);
const night = (on: string | null, options: NightOptions = {}) =>
  runNight(
    { database: db.database, now, rangeSize: 7 },
    { businessDate: on ? date(on) : null, ...options },
  );
const finished = async (on: string | null, options: NightOptions = {}) => {
  const run = await night(on, options);
  if (!run.ok) throw new Error(run.problem.en);
  return run.value;
};
const refusal = async (on: string | null, options: NightOptions = {}) => {
  const run = await night(on, options);
  return run.ok ? null : run.problem.code;
};

type Row = Record<string, unknown>;
type Stored = { states: readonly Row[]; assessments: readonly Row[]; runs: number };
const stored = async (): Promise<Stored> => {
  const sql = sqlOf();
  const [runs] = await sql`select count(*)::int as n from nightly_runs`;
  return {
    states: await sql<Row[]>`select * from client_state order by client_id`,
    assessments: await sql<
      Row[]
    >`select * from assessments order by client_id, valid_from, revision`,
    runs: runs?.n,
  };
};

describe('a night that runs again', () => {
  test('writes nothing new, and the states are untouched rows', async () => {
    await load(randomBank(date(ON), 40, 3));
    const first = await finished(ON);
    const before = await stored();
    const versions = () =>
      sqlOf()`select client_id, xmin::text from client_state order by client_id`;
    const rows = await versions();
    const second = await finished(ON);
    expect(first.changed).toBe(first.assessed);
    expect(second).toMatchObject({ assessed: first.assessed, changed: 0 });
    const after = await stored();
    expect(after.states).toEqual(before.states);
    expect(after.assessments).toEqual(before.assessments);
    expect(await versions()).toEqual(rows);
  });

  test('on corrected facts appends a revision, and another when the correction is taken back', async () => {
    await load(bankOf(ON, [{ client: 'C1', balances: [['2025-01-01', 6_000_000n]] }]));
    await finished(ON);
    const correct = (minor: number) => db.owner`update balances set balance_minor = ${minor}`;
    await correct(40_000_000);
    expect((await finished(ON)).changed).toBe(1);
    await correct(6_000_000);
    expect((await finished(ON)).changed).toBe(1);
    const rows =
      await sqlOf()`select revision, computed_tier, previous_in_force_tier from assessments order by revision`;
    const hashes = await sqlOf()`select input_hash as hash from assessments order by revision`;
    expect(hashes[0]?.hash).toBe(hashes[2]?.hash);
    expect(hashes[0]?.hash).not.toBe(hashes[1]?.hash);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { revision: 0, computed_tier: 'quality', previous_in_force_tier: null },
      { revision: 1, computed_tier: 'key', previous_in_force_tier: null },
      { revision: 2, computed_tier: 'quality', previous_in_force_tier: null },
    ]);
  });
});

describe('nights that meet', () => {
  test('on two machines write one result', async () => {
    await load(randomBank(date(ON), 40, 4));
    const both = await Promise.all([finished(ON), finished(ON)]);
    const changed = both.map((each) => each.changed).sort((a, b) => a - b);
    expect(changed).toEqual([0, both[0]?.assessed]);
    const { assessments, states } = await stored();
    expect(assessments).toHaveLength(states.length);
  });

  test('and one that is killed in the middle leaves nothing behind', async () => {
    await load(randomBank(date(ON), 40, 5));
    await finished('2026-02-28');
    const before = await stored();
    const killed = runNight(
      {
        database: db.database,
        now,
        rangeSize: 7,
        progress: ({ assessed }) => {
          if (assessed > 15) throw new Error('killed');
        },
      },
      { businessDate: date(ON) },
    );
    await expect(killed).rejects.toThrow('killed');
    expect(await stored()).toEqual(before);
    expect((await finished(ON)).businessDate.toString()).toBe(ON);
  });

  // In a process of its own: a cut connection can end the process (porsager/postgres issue 1208).
  test('by a lost connection too', async () => {
    await load(randomBank(date(ON), 2_000, 6));
    const night = launch(['nightly', '--business-date', ON], { DATABASE_URL: db.url });
    const cut = () => db.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'copy (%' and pid <> pg_backend_pid()`;
    while ((await cut()).length === 0) await sleep(5);
    expect((await night.ended).code).not.toBe(0);
    expect(await stored()).toEqual({ states: [], assessments: [], runs: 0 });
  });
});

describe('which dates a night runs', () => {
  const bank = () =>
    bankOf('2026-05-10', [{ client: 'C1', balances: [['2025-06-01', 6_000_000n]] }]);
  const dates = async () => {
    const rows = await sqlOf()`select business_date::text as on from nightly_runs order by run_id`;
    return rows.map((row) => row.on);
  };

  test('the newest date through which balances and transactions are complete, unless told', async () => {
    await load(bank());
    await sqlOf()`insert into feeds (feed, newest_row_on) values ('transactions', '2026-05-08')`;
    expect((await finished(null)).businessDate.toString()).toBe('2026-05-08');
  });

  test('each month-end from a first date on', async () => {
    await load(bank());
    await finished('2026-05-10', { from: date('2026-01-31') });
    expect(await dates()).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-10',
    ]);
    expect((await finished('2026-05-10', { from: date('2026-01-31') })).changed).toBe(0);
  });

  test('and the month-ends that were missed since the newest night, because decisions fall on them', async () => {
    await load(bank());
    await finished('2026-03-30');
    await finished('2026-05-10');
    expect(await dates()).toEqual(['2026-03-30', '2026-03-31', '2026-04-30', '2026-05-10']);
  });

  test('never one before the newest', async () => {
    await load(bank());
    await finished('2026-05-10');
    expect(await refusal('2026-05-09')).toBe('night_older');
  });

  test('none without data, nor from a date after its own', async () => {
    expect(await refusal(null)).toBe('nothing_loaded');
    await load(bank());
    expect(await refusal('2026-05-10', { from: date('2026-05-11') })).toBe('from_after');
  });
});

describe('the decisions of a year', () => {
  test('are kept month by month, one assessment for each change', async () => {
    await load(
      bankOf('2026-12-31', [
        {
          client: 'C1',
          balances: [
            ['2025-06-01', 40_000_000n],
            ['2026-01-01', 20_000_000n],
          ],
        },
      ]),
    );
    await finished('2026-08-31', { from: date('2025-12-31') });
    const rows = await sqlOf()<
      { on: string; computed_tier: string; in_force_tier: string; months_below: number }[]
    >`
      select valid_from::text as on, computed_tier, in_force_tier, months_below
        from assessments order by valid_from`;
    const tiers = rows.map((row) => [
      row.on,
      row.computed_tier,
      row.in_force_tier,
      row.months_below,
    ]);
    // The average falls below 300,000 in February (233,898 on the 28th: 59 of 90 days at 200,000).
    expect(tiers.filter(([, , tier], i) => i === 0 || tier !== tiers[i - 1]?.[2])).toEqual([
      ['2025-12-31', 'key', 'key', 0],
      ['2026-04-30', 'quality', 'quality', 0],
    ]);
    expect(tiers.map(([on, , , months]) => [on, months])).toContainEqual(['2026-03-31', 2]);
  });
});
