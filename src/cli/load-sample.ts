import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import type { Result } from '../domain/result.ts';
import { type ImportReport, importBundle } from '../intake/import-bundle.ts';
import { type SampleOptions, writeSampleBank } from '../sample/write-sample-bank.ts';

type Dependencies = {
  database: Database;
  now: () => Temporal.Instant;
  progress: (line: string) => void;
};

const REJECTS_FILE = 'rejects.csv';

/** Writes the sample bundle into a temporary folder and loads it as any bank's. */
export const loadSample = async (
  { database, now, progress }: Dependencies,
  sample: Omit<SampleOptions, 'folder'>,
): Promise<Result<ImportReport>> => {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-sample-'));
  try {
    await writeSampleBank({ ...sample, folder });
    return await importBundle(
      { sql: database.service.sql, now: now(), progress, clockMs: () => performance.now() },
      {
        folder,
        mapping: null,
        dryRun: false,
        maxRejectsPercent: 0,
        rejectsPath: join(folder, REJECTS_FILE),
        locale: 'en',
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
