import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCalibration } from '../../src/calibrate/run-calibration.ts';
import { runPAlive } from '../../src/calibrate/run-p-alive.ts';
import { parseScorecard } from '../../src/tiering/scorecard/scorecard.ts';

const CLIENTS = Array.from({ length: 400 }, (_, i) => `K${String(i).padStart(5, '0')}`);
const assets = (i: number): number => (i % 20) * 1_000;
/** Who has less than 5,000 leaves, but for every seventh client, who does the opposite. */
const leaves = (i: number): boolean => assets(i) < 5_000 !== (i % 7 === 0);

const FILES: Record<string, string[]> = {
  'aum_Q2.csv': [
    'cust_no,X1,X2,X3,X4,X5,X6,X7,X8',
    ...CLIENTS.map((id, i) => `${id},0,0,${assets(i)},0,0,0,0,0`),
  ],
  'behavior_Q2.csv': [
    'cust_no,B1,B2,B3,B4,B5,B6,B7',
    ...CLIENTS.map((id) => `${id},0,0,0,0,0,2020-06-20 08:00:00,1`),
  ],
  'y_Q2_3.csv': ['cust_no,label', ...CLIENTS.map((id, i) => `${id},${leaves(i) ? -1 : 1}`)],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calibration-'));
  for (const [name, lines] of Object.entries(FILES))
    await writeFile(join(folder, name), `${lines.join('\n')}\n`);
});
afterEach(() => rm(folder, { recursive: true }));

describe('calibrating on a folder', () => {
  const calibrate = () =>
    runCalibration(
      {
        folder,
        quarter: { number: 2, year: null },
        on: Temporal.PlainDate.from('2026-01-31'),
        kind: 'one_way',
        version: 'small-1',
        currency: 'CNY',
        outFolder: join(folder, 'out'),
        reportFolder: join(folder, 'out', 'report'),
        validation: { folds: 3, seed: 1 },
      },
      () => {},
    );

  test('writes the card with its provenance, the report and its plots', async () => {
    const run = await calibrate();
    if (!run.ok) throw new Error(run.problem.en);
    const [cardFile = '', ...others] = run.value.files;
    const card = parseScorecard(await readFile(cardFile, 'utf8'));
    expect(card).toEqual({ ok: true, value: run.value.card });
    expect(run.value.card.provenance).toMatchObject({
      calibrated_on: '2026-01-31',
      quarter_ends_on: '2020-06-30',
      clients: 400,
      clients_who_left: CLIENTS.filter((_, i) => leaves(i)).length,
    });
    const report = await readFile(others[0] ?? '', 'utf8');
    for (const plot of others.slice(1)) {
      expect(report).toContain(`(${plot.split('/').at(-1)})`);
      expect(await readFile(plot, 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    }
  });

  test('is refused without labels, and where only one kind is labelled', async () => {
    await writeFile(join(folder, 'y_Q2_3.csv'), 'cust_no,label\nK00001,1\nK00002,0\n');
    expect(await calibrate()).toMatchObject({ ok: false, problem: { code: 'no_labels' } });
    await rm(join(folder, 'y_Q2_3.csv'));
    expect(await calibrate()).toMatchObject({ ok: false, problem: { code: 'no_labels' } });
  });
});

test.each([
  ['frequency,recency,T\n2,40,38\n'],
  ['frequency,recency,T\n1.5,2,38\n'],
  ['id,date\n1,2020-01-01\n'],
])('rhythms that cannot be are refused: %j', async (text) => {
  const path = join(folder, 'rhythms.csv');
  await writeFile(path, text);
  expect(await runPAlive(path)).toMatchObject({ ok: false, problem: { code: 'rhythm_file' } });
});
