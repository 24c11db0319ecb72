import { and, desc, eq } from 'drizzle-orm';
import type { Orm } from '../db/database.ts';
import { deliveries, nightlyRuns } from '../db/schema/index.ts';

/** Whether a night, digests and all, has been run since `fireAt`: by hand, or at the first start. */
export const isNightDone = async (orm: Orm, fireAt: Temporal.Instant): Promise<boolean> => {
  const [run] = await orm
    .select({ on: nightlyRuns.businessDate, finishedAt: nightlyRuns.finishedAt })
    .from(nightlyRuns)
    .orderBy(desc(nightlyRuns.businessDate), desc(nightlyRuns.finishedAt))
    .limit(1);
  if (!run || Temporal.Instant.compare(run.finishedAt, fireAt) < 0) return false;
  const digests = await orm
    .select({ id: deliveries.deliveryId })
    .from(deliveries)
    .where(and(eq(deliveries.kind, 'digest'), eq(deliveries.businessDate, run.on)))
    .limit(1);
  return digests.length > 0;
};
