import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSample } from '../../src/cli/load-sample.ts';
import { importBundle } from '../../src/intake/import-bundle.ts';
import { runWholeNight } from '../../src/jobs/run-whole-night.ts';
import { activatePolicy } from '../../src/nightly/activate-policy.ts';
import { SHIPPED_POLICY } from '../../src/nightly/shipped-policy.ts';
import { writeSampleBank } from '../../src/sample/write-sample-bank.ts';
import type { EvalBank } from './bank.ts';
import { FOREIGN_CURRENCY, makeForeign } from './foreign-bank.ts';
import { placeOverrides } from './overrides.ts';

const MONTHS_OF_NIGHTS = 12;

const must = <T>(result: { ok: true; value: T } | { ok: false; problem: { en: string } }): T => {
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
};

const loadHome = async ({ database, spec, now }: EvalBank): Promise<void> => {
  const businessDate = Temporal.PlainDate.from(spec.on);
  const context = { database, now: () => now, progress: () => {} };
  must(await loadSample(context, { ...spec, businessDate }));
};

/** The shipped policy under another currency: a policy applies only where the bank reports in its own. */
const foreignPolicy = async (folder: string): Promise<string> => {
  const path = join(folder, 'policy.yaml');
  const text = await readFile(SHIPPED_POLICY, 'utf8');
  const changed = text
    .replace('currency: CNY', `currency: ${FOREIGN_CURRENCY}`)
    .replace('standard-cny-1', 'standard-foreign-1');
  await writeFile(path, changed);
  return path;
};

const loadForeign = async ({ database, spec, now }: EvalBank): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-foreign-'));
  try {
    await writeSampleBank({ ...spec, folder, businessDate: Temporal.PlainDate.from(spec.on) });
    await makeForeign(folder);
    const context = {
      sql: database.service.sql,
      now,
      progress: () => {},
      clockMs: () => performance.now(),
    };
    const options = { mapping: null, dryRun: false, maxRejectsPercent: 0, locale: 'en' as const };
    const rejectsPath = join(folder, 'rejects.csv');
    const report = must(await importBundle(context, { ...options, folder, rejectsPath }));
    if (!report.committed) throw new Error(await readFile(rejectsPath, 'utf8'));
    must(await activatePolicy({ database, now: () => now }, await foreignPolicy(folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Loads the bank that the spec names, with a year of nights behind it. */
export const fillBank = async (bank: EvalBank): Promise<void> => {
  const { database, spec } = bank;
  const businessDate = Temporal.PlainDate.from(spec.on);
  await (spec.kind === 'foreign' ? loadForeign(bank) : loadHome(bank));
  await placeOverrides(bank.owner, businessDate);
  const now = () => bank.now;
  const night = { database, now, digestAt: '08:30', timeZone: 'Asia/Shanghai' };
  const from = businessDate.subtract({ months: MONTHS_OF_NIGHTS });
  must(await runWholeNight(night, { businessDate, from }));
};
