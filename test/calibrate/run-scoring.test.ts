import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runScoring } from '../../src/calibrate/run-scoring.ts';

const CARD = `
version: test-1
currency: CNY
predicts: money flows out
base: 30
scale: { even: 70, doubling: 10 }
bands:
  - { band: low, floor: 0, predicted_pct: 2, observed_pct: 2 }
  - { band: high, floor: 70, predicted_pct: 70, observed_pct: 70 }
lines:
  - { code: S01, feature: aum, cells: [{ edges: [1000], points: [45, 0] }] }
  - { code: S02, feature: fall_from_peak, cells: [{ edges: [50], points: [0, 7] }] }
  - { code: S03, feature: idle_days, cells: [{ edges: [30], points: [0, 5], unknown: -9 }] }
provenance: { seed: 1 }
`;
const AUM = `\uFEFFcust_no,X1,X2,X3,X4,X5,X6,X7,X8
K2,0,0,500.5,0,0,0,0,0
K1,0,0,90000,0,0,0,0,0
`;
const BEHAVIOUR = `cust_no,B1,B2,B3,B4,B5,B6,B7
K1,0,0,0,0,0,2019-12-30 10:00:00,1.0
K2,0,0,0,0,0,,0
`;
const month = (k1: number, k2: number) => `cust_no,C1,C2\nK1,${k1},1\nK2,${k2},1\nK9,5,1\n`;
const LABELS = '\uFEFFcust_no,label\nK1,1\nK2,-1\n';

describe('a scorecard on the export of another quarter', () => {
  let folder: string;
  const put = (name: string, text: string) =>
    writeFile(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  const score = (year: number | null = null) =>
    runScoring({
      folder,
      quarter: { number: 4, year },
      cardPath: join(folder, 'card.yaml'),
      outPath: join(folder, 'points.csv'),
    });
  const written = () => readFile(join(folder, 'points.csv'), 'utf8');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scoring-'));
    await put('card.yaml', CARD);
    await put('aum_Q4.csv', AUM);
    await put('behavior_Q4.csv.gz', BEHAVIOUR);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is points and band by client, and how well they rank where labels are there', async () => {
    await put('cunkuan_m12.csv.gz', month(90_000, 500));
    await put('cunkuan_m11.csv', month(90_000, 1_000));
    await put('cunkuan_m10.csv', month(90_000, 1_000));
    await put('y_Q4_3.csv', LABELS);
    expect(await score()).toMatchObject({
      ok: true,
      value: {
        on: '2019-12-31',
        clients: 2,
        coveragePct: 100,
        notAssessed: [],
        labels: { auc: 1 },
      },
    });
    expect(await written()).toBe(
      'client_id,points,band,raw_points,coverage_pct\nK1,30,low,30,100\nK2,73,high,73,100\n',
    );
  });

  test('names the lines that a missing monthly file costs, and scores the rest', async () => {
    await put('cunkuan_m12.csv', month(90_000, 500));
    expect(await score()).toMatchObject({
      ok: true,
      value: { coveragePct: 66, notAssessed: ['S02'], labels: null },
    });
    expect(await written()).toContain('K2,66,low,66,66');
  });

  test('takes a file without its columns for one that never came', async () => {
    await put('behavior_Q4.csv.gz', 'cust_no,B1\nK1,0\nK2,0\n');
    const run = await score(2019);
    expect(run).toMatchObject({ ok: true, value: { notAssessed: ['S02', 'S03'] } });
    if (run.ok) expect(run.value.files.behaviour).toBeNull();
  });

  test('names a file that is not what its name says', async () => {
    await put('cunkuan_m12.csv', 'cust_no,C1,C2\nK1,1\n');
    expect(await score()).toMatchObject({ ok: false, problem: { code: 'broken_file' } });
    await writeFile(join(folder, 'cunkuan_m12.csv.gz'), 'no gzip');
    await rm(join(folder, 'cunkuan_m12.csv'));
    expect(await score()).toMatchObject({ ok: false, problem: { code: 'broken_file' } });
  });

  test('asks for the year where no date in the files tells it', async () => {
    await rm(join(folder, 'behavior_Q4.csv.gz'));
    expect(await score()).toMatchObject({ ok: false, problem: { code: 'export_year' } });
  });

  test('is refused without balances, without the card and without the folder', async () => {
    await rm(join(folder, 'aum_Q4.csv'));
    expect(await score()).toMatchObject({ ok: false, problem: { code: 'export_file' } });
    await rm(join(folder, 'card.yaml'));
    expect(await score()).toMatchObject({ ok: false, problem: { code: 'scorecard_file' } });
    await put('card.yaml', CARD);
    const quarter = { number: 4, year: 2019 } as const;
    const elsewhere = { folder: join(folder, 'none'), quarter, outPath: join(folder, 'x.csv') };
    const run = await runScoring({ ...elsewhere, cardPath: join(folder, 'card.yaml') });
    expect(run).toMatchObject({ ok: false, problem: { code: 'export_folder' } });
  });
});
