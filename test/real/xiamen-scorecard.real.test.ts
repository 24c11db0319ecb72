/** What a night stores of the Xiamen clients' churn is what calibration scores them, and it ranks those who left. */
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { auc } from '../../src/calibrate/auc.ts';
import { parseQuarter, type Quarter } from '../../src/calibrate/quarter.ts';
import { runScoring } from '../../src/calibrate/run-scoring.ts';
import { findActorByEmail } from '../../src/identity/find-actor.ts';
import { activatePolicy } from '../../src/nightly/activate-policy.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { importFolder, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { readRecords, realDataFolder } from '../support/real-data.ts';

const example = (name: string) =>
  fileURLToPath(new URL(`../../examples/xiamen/${name}`, import.meta.url));
const MAPPING = example('mapping.yaml');
const data = realDataFolder();
const now = () => Temporal.Instant.from('2026-04-01T01:00:00Z');

type Stored = { client_id: string; churn_score: number; churn_band: string; coverage: number };

const scoredNight = async (folder: string, period: string | null = null): Promise<TestDatabase> => {
  const db = await openTestDatabase();
  await reportOf(importFolder(db, folder, { mapping: MAPPING, period }));
  expect(
    await activatePolicy({ database: db.database, now }, example('policy.yaml')),
  ).toMatchObject({ ok: true, value: { version: 'xiamen-calibrated-1', activated: true } });
  expect(await runNight({ database: db.database, now })).toMatchObject({
    ok: true,
    value: { policyVersion: 'xiamen-calibrated-1', assessed: 69_126 },
  });
  return db;
};

const storedIn = async (db: TestDatabase): Promise<Map<string, Stored>> => {
  const rows = await db.owner<Stored[]>`
    select client_id, churn_score, churn_band, churn_coverage_pct as coverage from client_state`;
  return new Map(rows.map((row) => [row.client_id, row]));
};

describe.skipIf(!data)('the Xiamen bank under its calibrated policy', () => {
  const folder = join(data ?? '', 'xiamen_bank');
  const quarter = parseQuarter('2019Q3') as Quarter;
  let db: TestDatabase;
  let scratch: string;
  let stored: Map<string, Stored>;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'scored-'));
    db = await scoredNight(folder);
    stored = await storedIn(db);
  }, 900_000);
  afterAll(async () => {
    await db.close();
    await rm(scratch, { recursive: true });
  });

  /** Clients whom `calibrate score` gives something else than the night of `nights` stored. */
  const different = async (from: string, at: Quarter, nights: Map<string, Stored>) => {
    const outPath = join(scratch, 'points.csv');
    const run = await runScoring({
      folder: from,
      quarter: at,
      cardPath: example('churn-scorecard.yaml'),
      outPath,
    });
    if (!run.ok) throw new Error(run.problem.en);
    const rows = readRecords(scratch, 'points.csv');
    expect(rows).toHaveLength(69_126);
    return rows.filter(({ client_id, points, band, coverage_pct }) => {
      const row = nights.get(client_id ?? '');
      const told = `${row?.churn_score} ${row?.churn_band} ${row?.coverage}`;
      return told !== `${points} ${band} ${coverage_pct}`;
    });
  };

  test('scores every client as calibration does, with the same band and coverage', async () => {
    expect(await different(folder, quarter, stored)).toEqual([]);
  });

  test('ranks those who left at 0.85 or better by what the night stored', () => {
    const known = readRecords(folder, 'y_Q3_3.csv.gz').flatMap(({ cust_no, label }) => {
      const row = stored.get(cust_no ?? '');
      return row && label !== '' ? [{ score: row.churn_score, left: label === '-1' ? 1 : 0 }] : [];
    });
    expect(known.length).toBeGreaterThan(60_000);
    const area = auc(
      known.map(({ score }) => score),
      Uint8Array.from(known, ({ left }) => left),
    );
    expect(area).toBeGreaterThanOrEqual(0.85);
  });

  test('answers who is most likely to leave, in the order of the score', async () => {
    const actor = await findActorByEmail(db.database, 'compliance@bank.example');
    if (!actor) throw new Error('nobody to ask');
    const asked = { actor, text: 'rank all by churn score', locale: 'en' as const };
    const answer = await answerQuestion({ database: db.database, now }, asked);
    if (!answer.ok) throw new Error(answer.problem.en);
    const { status, total, rows } = answer.value;
    expect([status, total, rows.length]).toEqual(['answered', 69_126, 1_000]);
    const best = [...stored.values()].sort(
      (a, b) => b.churn_score - a.churn_score || (a.client_id < b.client_id ? -1 : 1),
    );
    expect(rows.map(({ clientId }) => clientId)).toEqual(
      best.slice(0, 1_000).map(({ client_id }) => client_id),
    );
    expect(rows[0]?.churnScore).toBe(best[0]?.churn_score);
  });

  test('scores a later quarter by the same mapping: no labels, no owners, a month of deposits missing', async () => {
    const later = join(scratch, 'later');
    await mkdir(later);
    const files = [
      ['aum_Q3', 'aum_Q4'],
      ['behavior_Q3', 'behavior_m12'],
      ['cunkuan_m9', 'cunkuan_m12'],
      ['cunkuan_m8', 'cunkuan_m11'],
    ];
    for (const [from, to] of files)
      await symlink(join(folder, `${from}.csv.gz`), join(later, `${to}.csv.gz`));
    const night = await scoredNight(later, '2019-12');
    try {
      const [day] = await night.owner`select min(business_date)::text as on from client_state`;
      expect(day?.on).toBe('2019-12-31');
      const nights = await storedIn(night);
      expect(await different(later, parseQuarter('2019Q4') as Quarter, nights)).toEqual([]);
      const coverages = new Set([...nights.values()].map(({ coverage }) => coverage));
      expect(Math.max(...coverages)).toBeLessThan(100);
      expect(Math.min(...coverages)).toBeGreaterThan(0);
    } finally {
      await night.close();
    }
  }, 600_000);
});
