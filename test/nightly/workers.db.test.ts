/** How many assess at the same time decides how long a night takes, and nothing else. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { runWholeNight } from '../../src/jobs/run-whole-night.ts';
import { type NightSettings, runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { randomBank } from './bank.ts';
import { decisionsOf } from './decisions-of.ts';
import { writeBank } from './write-bank.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const now = () => Temporal.Instant.from('2026-04-02T01:00:00Z');
const ON = date('2026-03-31');
const bank = randomBank(ON, 60, 31);

const opened: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()));
});

const openBank = async (): Promise<TestDatabase> => {
  const db = await openTestDatabase();
  opened.push(db);
  await writeBank(db.database.service.sql, bank);
  return db;
};

const settingsOf = (db: TestDatabase, workers: number): NightSettings => ({
  database: db.database,
  now,
  rangeSize: 3,
  workers,
});

/** Decisions, alerts and digests, and how the night went on from range to range. */
const told = async (workers: number): Promise<string> => {
  const db = await openBank();
  const steps: string[] = [];
  const progress: NightSettings['progress'] = (step) => steps.push(JSON.stringify(step));
  const context = { ...settingsOf(db, workers), progress, digestAt: '08:30', timeZone: 'UTC' };
  const night = await runWholeNight(
    { ...context, database: db.database },
    { businessDate: ON, from: date('2025-12-31') },
  );
  if (!night.ok) throw new Error(night.problem.en);
  const alerts =
    await db.owner`select to_jsonb(a)::text as row from alerts a order by client_id, alert_id`;
  const digests = await db.owner`
    select (to_jsonb(d) - 'delivery_id')::text as row from deliveries d order by subject`;
  const rows = [...alerts, ...digests].map(({ row }) => row);
  expect(alerts.length).toBeGreaterThan(0);
  expect(steps.length).toBeGreaterThan(60);
  return [await decisionsOf(db.owner), ...rows, ...steps].join('\n');
};

test('one, two and four workers give byte-identical decisions, alerts and digests, in one order', async () => {
  const alone = await told(1);
  expect(alone.length).toBeGreaterThan(50_000);
  expect(await told(2)).toBe(alone);
  expect(await told(4)).toBe(alone);
});

const waitingWorkers = (db: TestDatabase) => db.owner<{ pid: number }[]>`
  select pid from pg_stat_activity
   where datname = current_database() and wait_event_type = 'Lock' and query ilike 'copy (%'`;

test('a worker that is killed takes the whole night with it, and the next night is as if it had not been', async () => {
  const db = await openBank();
  const lock = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = db.owner.begin(async (tx) => {
    await tx.unsafe('lock table surveys in access exclusive mode');
    locked.resolve();
    await lock.promise;
  });
  await locked.promise;
  const running = runNight(settingsOf(db, 2), { businessDate: ON });
  const failed = expect(running).rejects.toThrow();
  let workers = await waitingWorkers(db);
  for (; workers.length === 0; workers = await waitingWorkers(db)) await pause(20);
  await db.owner`select pg_terminate_backend(${workers[0]?.pid ?? 0})`;
  lock.resolve();
  await holding;
  await failed;
  expect(await decisionsOf(db.owner)).toBe('');
  expect(await db.owner`select 1 from nightly_runs`).toHaveLength(0);
  const again = await runNight(settingsOf(db, 2), { businessDate: ON });
  expect(again).toMatchObject({ ok: true, value: { changed: bank.clients.length } });
});
