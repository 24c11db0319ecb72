import { sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { runWholeNight } from '../jobs/run-whole-night.ts';
import { SAMPLE_DEFAULTS } from '../sample/write-sample-bank.ts';
import type { serveText } from '../text/serve.ts';
import { loadSample } from './load-sample.ts';
import { defaultSampleDate } from './sample.ts';

/** Long enough that demotion clocks have run out and clients have come back. */
const HISTORY_MONTHS = 10;

type Dependencies = {
  database: Database;
  config: Config;
  now: () => Temporal.Instant;
  /** Shows the label while `work` runs, and how long it took. */
  step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
  words: (typeof serveText)['en'];
};

const hasRows = async (database: Database, table: 'clients' | 'nightly_runs'): Promise<boolean> => {
  const found = await database.service.orm.execute(
    sql`select 1 from ${sql.identifier(table)} limit 1`,
  );
  return found.length > 0;
};

/**
 * Fills an empty database of our own with the sample bank and its nights. A start that was killed in
 * between goes on where it stopped: each step is one transaction.
 */
export const firstStart = async (dependencies: Dependencies): Promise<Result<null>> => {
  const { database, config, now, step, words } = dependencies;
  if (!(await hasRows(database, 'clients'))) {
    const businessDate = defaultSampleDate(now(), config.timeZone);
    const sample = { ...SAMPLE_DEFAULTS, businessDate };
    const loaded = await step(words.loadingSample, () =>
      loadSample({ database, now, progress: () => {} }, sample),
    );
    if (!loaded.ok) return loaded;
  }
  if (await hasRows(database, 'nightly_runs')) return ok(null);
  const today = now().toZonedDateTimeISO(config.timeZone).toPlainDate();
  const night = await step(words.firstNight, () =>
    runWholeNight(
      { database, now, digestAt: config.digestAt, timeZone: config.timeZone },
      { from: today.subtract({ months: HISTORY_MONTHS }) },
    ),
  );
  return night.ok ? ok(null) : night;
};
