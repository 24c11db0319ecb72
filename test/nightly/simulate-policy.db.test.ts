import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverage, managers } from '../../src/db/schema/index.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { simulatePolicy } from '../../src/nightly/simulate-policy.ts';
import { type Policy, parsePolicyText, policyOf } from '../../src/tiering/policy.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { actor } from '../support/small-bank.ts';
import { policyText, standardPolicy } from '../tiering/facts-of.ts';
import { randomBank } from './bank.ts';
import { calibratedPolicy } from './calibrated.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

const ON = '2026-03-31';
const now = () => Temporal.Instant.from('2026-04-01T01:00:00Z');

const policyWith = (...changes: [string, string][]): Policy => {
  const text = changes.reduce(
    (whole, [from, to]) => whole.replace(from, to),
    policyText.replace('standard-cny-1', 'tried-1'),
  );
  const document = parsePolicyText(text);
  if (!document.ok) throw new Error(document.problem.en);
  return policyOf(document.value);
};

const QUALITY_FROM_70_000: [string, string][] = [
  ['below: 50000 }', 'below: 70000 }'],
  ['floor: 50000,', 'floor: 70000,'],
];

const contentOf = async (db: TestDatabase): Promise<string> => {
  const tables = ['policies', 'client_state', 'assessments', 'nightly_runs', 'audit_entries'];
  const rows = await Promise.all(
    tables.map((table) => db.owner.unsafe(`select *, xmin from ${table} order by 1, 2`)),
  );
  return JSON.stringify(rows, (_, v) => (typeof v === 'bigint' ? `${v}` : v));
};

const tried = async (db: TestDatabase, from: Policy | null, to: Policy, rangeSize = 7) => {
  const simulation = await simulatePolicy({ database: db.database, rangeSize }, { from, to });
  if (!simulation.ok) throw new Error(simulation.problem.en);
  return simulation.value;
};

describe('a policy that is tried', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    const accounts = [
      { client: 'C1', balances: [['2025-01-01', 6_000_000n]] as [string, bigint][] },
      { client: 'C2', balances: [['2025-01-01', 7_000_000n]] as [string, bigint][] },
      { client: 'C3', balances: [['2025-01-01', 500n]] as [string, bigint][] },
      { client: 'C4', balances: [['2025-01-01', 5_000_000n]] as [string, bigint][] },
    ];
    await writeBank(db.database.service.sql, bankOf(ON, accounts));
    await db.database.service.orm.insert(managers).values([actor('M1')]);
    await db.database.service.orm.insert(coverage).values({
      clientId: 'C1',
      managerId: 'M1',
      validFrom: Temporal.PlainDate.from('2020-01-01'),
      source: 'file',
      recordedAt: now(),
    });
    const run = await runNight(
      { database: db.database, now },
      { businessDate: Temporal.PlainDate.from(ON), from: Temporal.PlainDate.from('2026-02-28') },
    );
    expect(run.ok).toBe(true);
  });
  afterAll(() => db.close());

  test('that has a calibrated scorecard moves churn bands and no tier', async () => {
    const simulation = await tried(db, standardPolicy(), calibratedPolicy());
    expect(simulation).toMatchObject({ to: 'xiamen-calibrated-1', moves: [], assessed: 4 });
    expect(simulation.churnBandChanges).toBeGreaterThan(0);
  });

  test('says who would move, by manager and tier, and where the grace keeps them for now', async () => {
    const simulation = await tried(db, null, policyWith(...QUALITY_FROM_70_000));
    expect(simulation).toMatchObject({ from: 'standard-cny-1', to: 'tried-1', assessed: 4 });
    expect(
      simulation.moves.map(({ clientId, managerId, from, to }) => [
        clientId,
        managerId,
        from.computedTier,
        to.computedTier,
        to.inForceTier,
      ]),
    ).toEqual([
      ['C1', 'M1', 'quality', 'potential', 'quality'],
      ['C4', null, 'quality', 'potential', 'quality'],
    ]);
    expect(simulation.matrix).toEqual([
      { from: 'mass', to: 'mass', count: 1 },
      { from: 'quality', to: 'potential', count: 2 },
      { from: 'quality', to: 'quality', count: 1 },
    ]);
    expect(simulation.byTier).toEqual([
      { tier: 'mass', before: 1, after: 1 },
      { tier: 'potential', before: 0, after: 2 },
      { tier: 'quality', before: 3, after: 1 },
    ]);
    expect(simulation.byManager).toEqual([
      { managerId: 'M1', name: 'Manager M1', up: 0, down: 1 },
      { managerId: null, name: null, up: 0, down: 1 },
    ]);
  });

  test('writes nothing, in whatever range size, with the same result', async () => {
    const before = await contentOf(db);
    const to = policyWith(...QUALITY_FROM_70_000);
    expect(await tried(db, null, to, 1)).toEqual(await tried(db, null, to, 1_000));
    expect(await contentOf(db)).toBe(before);
  });

  test('moves nobody against itself', async () => {
    const same = await tried(db, standardPolicy(), standardPolicy());
    expect(same).toMatchObject({ moves: [], churnBandChanges: 0 });
  });

  test('in another currency is refused', async () => {
    const euro = policyWith(['currency: CNY', 'currency: EUR']);
    const simulation = await simulatePolicy({ database: db.database }, { from: null, to: euro });
    expect(simulation).toMatchObject({ ok: false, problem: { code: 'policy_currency' } });
  });
});

test('a trial on data that no night has seen stores no policy either', async () => {
  const db = await openTestDatabase();
  try {
    const missing = await simulatePolicy(
      { database: db.database },
      { from: null, to: standardPolicy() },
    );
    expect(missing).toMatchObject({ ok: false, problem: { code: 'nothing_loaded' } });
    await writeBank(db.database.service.sql, randomBank(Temporal.PlainDate.from(ON), 30, 8));
    const simulation = await tried(db, null, policyWith(...QUALITY_FROM_70_000));
    expect(simulation.assessed).toBeGreaterThan(20);
    expect(await db.owner`select 1 from policies`).toHaveLength(0);
  } finally {
    await db.close();
  }
});
