import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuarter, type Quarter } from '../../src/calibrate/quarter.ts';
import { type CalibrationRun, runCalibration } from '../../src/calibrate/run-calibration.ts';
import { runScoring } from '../../src/calibrate/run-scoring.ts';
import { parseScorecard, SCORE_LINES_MAX } from '../../src/tiering/scorecard/scorecard.ts';
import { readRecords, realDataFolder } from '../support/real-data.ts';

const SHIPPED = fileURLToPath(
  new URL('../../examples/xiamen/churn-scorecard.yaml', import.meta.url),
);
const data = realDataFolder();

describe.skipIf(!data)('churn on the Xiamen bank’s labelled quarter', () => {
  const folder = join(data ?? '', 'xiamen_bank');
  const quarter = parseQuarter('2019Q3') as Quarter;
  let scratch: string;
  let run: CalibrationRun;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'calibration-'));
    const shipped = parseScorecard(await readFile(SHIPPED, 'utf8'));
    if (!shipped.ok) throw new Error(shipped.problem.en);
    const calibrated = await runCalibration(
      {
        folder,
        quarter,
        on: Temporal.PlainDate.from(String(shipped.value.provenance.calibrated_on)),
        kind: 'two_way',
        version: shipped.value.version,
        currency: 'CNY',
        outFolder: scratch,
        reportFolder: scratch,
        validation: { folds: 5, seed: 1 },
      },
      () => {},
    );
    if (!calibrated.ok) throw new Error(calibrated.problem.en);
    run = calibrated.value;
  }, 900_000);
  afterAll(() => rm(scratch, { recursive: true }));

  test('gives the shipped scorecard again, byte for byte', async () => {
    expect(await readFile(join(scratch, 'churn-scorecard.yaml'), 'utf8')).toBe(
      await readFile(SHIPPED, 'utf8'),
    );
  });

  test('ranks clients it has not seen at 0.85 or better with at most fifteen lines', () => {
    const { auc, auc_by_fold, top_decile_lift } = run.card.provenance;
    expect(run.card.lines.length).toBeLessThanOrEqual(SCORE_LINES_MAX);
    expect(Number(auc)).toBeGreaterThanOrEqual(0.85);
    for (const fold of String(auc_by_fold).split(' ')) expect(Number(fold)).toBeGreaterThan(0.85);
    expect(Number(top_decile_lift)).toBeGreaterThan(4);
  });

  test('predicts in every band about the share that left', () => {
    for (const { predicted_pct, observed_pct } of run.card.bands)
      expect(Math.abs(predicted_pct - observed_pct)).toBeLessThan(2);
  });

  test('writes no client into the card or the report', async () => {
    for (const path of run.files) expect(await readFile(path, 'utf8')).not.toMatch(/0xb2d/);
  });

  test('scores every client of the quarter, and says what a missing month costs', async () => {
    const outPath = join(scratch, 'points.csv');
    const whole = await runScoring({ folder, quarter, cardPath: SHIPPED, outPath });
    expect(whole).toMatchObject({ ok: true, value: { clients: 69_126, coveragePct: 100 } });
    const rows = readRecords(scratch, 'points.csv');
    expect(new Set(rows.map((row) => row.client_id)).size).toBe(69_126);
    for (const name of ['aum_Q3.csv.gz', 'behavior_Q3.csv.gz', 'y_Q3_3.csv.gz'])
      await symlink(join(folder, name), join(scratch, name));
    const partly = await runScoring({ folder: scratch, quarter, cardPath: SHIPPED, outPath });
    if (!whole.ok || !partly.ok) throw new Error('not scored');
    expect(whole.value.labels?.auc).toBeGreaterThan(0.85);
    expect(partly.value.notAssessed.length).toBeGreaterThan(0);
    expect(partly.value.coveragePct).toBeLessThan(100);
    expect(partly.value.labels?.auc).toBeGreaterThan(0.75);
  });
});
