import { afterEach, describe, expect, test } from 'vitest';
import { loadClientOnDate } from '../../src/db/metrics/load-client.ts';
import { managers } from '../../src/db/schema/index.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { actor } from '../support/small-bank.ts';
import { type Bank, randomBank } from './bank.ts';
import { activateCalibrated, calibratedPolicy } from './calibrated.ts';
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

/** The nights of three month-ends and of ON over a database of its own. */
const nights = async (
  rows: Bank,
  { rangeSize = 20_000, prepare = '' }: { rangeSize?: number; prepare?: string } = {},
) => {
  const db = await openTestDatabase();
  opened.push(db);
  if (prepare) await db.owner.unsafe(prepare);
  await writeBank(db.database.service.sql, rows);
  await activateCalibrated(db.database);
  const run = await runNight(
    { database: db.database, now, rangeSize },
    { businessDate: ON, from: date('2025-12-31') },
  );
  if (!run.ok) throw new Error(run.problem.en);
  return db;
};

const decided = async (rows: Bank, options = {}) => {
  const db = await nights(rows, options);
  return decisionsOf(db.owner);
};

const reversed = (rows: Bank): Bank =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, [...list].reverse()]),
  ) as Bank;

describe('the same facts, policy and date give byte-identical decisions', () => {
  test('in any order of the input, in ranges of any size', async () => {
    const [plain, turned, small] = await Promise.all([
      decided(bank),
      decided(reversed(bank)),
      decided(reversed(bank), { rangeSize: 3 }),
    ]);
    expect(plain.length).toBeGreaterThan(50_000);
    expect(turned).toBe(plain);
    expect(small).toBe(plain);
  });

  test('whether or not the server works in parallel', async () => {
    const parallel = `do $$ begin
      execute format('alter database %I set max_parallel_workers_per_gather = 4', current_database());
      execute format('alter database %I set parallel_setup_cost = 0', current_database());
      execute format('alter database %I set parallel_tuple_cost = 0', current_database());
      execute format('alter database %I set min_parallel_table_scan_size = 0', current_database());
    end $$`;
    const [plain, many] = await Promise.all([
      decided(bank),
      decided(bank, { rangeSize: 11, prepare: parallel }),
    ]);
    expect(many).toBe(plain);
  });
});

test('a persisted assessment equals its recomputation, field by field and reason by reason', async () => {
  const db = await nights(bank);
  await db.database.service.orm.insert(managers).values([actor('A1', 'compliance')]);
  const policy = calibratedPolicy();
  const rows = await db.owner`select *, reasons::text as reasons_text from client_state`;
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const client = { clientId: row.client_id, on: ON, policy };
    const loaded = await loadClientOnDate(db.database, { managerId: 'A1' }, client);
    if (!loaded) throw new Error(`${row.client_id} is not found`);
    const again = assessClient(loaded.facts, policy, ON, loaded.previous);
    expect(JSON.parse(row.reasons_text)).toEqual(again.reasons);
    expect({
      tier: row.computed_tier,
      inForce: row.in_force_tier,
      lifecycle: row.lifecycle,
      churn: row.churn_score,
      band: row.churn_band,
      coverage: row.churn_coverage_pct,
      months: row.months_below,
      risk: row.value_at_risk_minor,
      value: row.value_score,
      cell: row.grid_cell,
      need: row.need_tier,
      gap: row.product_gap,
      alive: row.p_alive_bps,
    }).toEqual({
      tier: again.computedTier,
      inForce: again.inForceTier,
      lifecycle: again.lifecycle,
      churn: again.churnScore,
      band: again.churnBand,
      coverage: again.churnCoveragePct,
      months: again.monthsBelow,
      risk: again.valueAtRiskMinor,
      value: again.valueScore,
      cell: again.gridCell,
      need: again.needTier,
      gap: again.productGap,
      alive: again.pAliveBps,
    });
  }
});
