import { desc } from 'drizzle-orm';
import type { Orm } from './database.ts';
import { nightlyRuns } from './schema/index.ts';

/** The date of the newest night: what "today" means for every question and change. null = no night yet. */
export const findBusinessDate = async (
  orm: Pick<Orm, 'select'>,
): Promise<Temporal.PlainDate | null> => {
  const [run] = await orm
    .select({ on: nightlyRuns.businessDate })
    .from(nightlyRuns)
    .orderBy(desc(nightlyRuns.businessDate))
    .limit(1);
  return run?.on ?? null;
};
