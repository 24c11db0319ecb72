import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Orm } from '../db/database.ts';
import { jobClaims } from '../db/schema/index.ts';

/** One fire of one job, at the instant for which it was planned. */
export type Fire = { job: string; fireAt: Temporal.Instant };

/** A claim that was not renewed for so long belongs to a dead process. */
export const CLAIM_LEASE_SECONDS = 120;
export const CLAIM_RENEW_SECONDS = 30;

/**
 * Claims a fire for this process, in one statement: true for exactly one of several. A fire whose holder
 * died before finishing can be claimed again.
 */
export const claimFire = async (
  orm: Orm,
  { job, fireAt }: Fire,
  now: Temporal.Instant,
): Promise<boolean> => {
  const stale = now.subtract({ seconds: CLAIM_LEASE_SECONDS });
  const claimed = await orm
    .insert(jobClaims)
    .values({ job, fireAt, claimedAt: now })
    .onConflictDoUpdate({
      target: [jobClaims.job, jobClaims.fireAt],
      set: { claimedAt: sql`excluded.claimed_at` },
      setWhere: and(isNull(jobClaims.finishedAt), lt(jobClaims.claimedAt, stale)),
    })
    .returning({ job: jobClaims.job });
  return claimed.length > 0;
};

const isFire = ({ job, fireAt }: Fire) =>
  and(eq(jobClaims.job, job), eq(jobClaims.fireAt, fireAt), isNull(jobClaims.finishedAt));

export const renewClaim = async (orm: Orm, fire: Fire, now: Temporal.Instant): Promise<void> => {
  await orm.update(jobClaims).set({ claimedAt: now }).where(isFire(fire));
};

export const finishFire = async (orm: Orm, fire: Fire, now: Temporal.Instant): Promise<void> => {
  await orm.update(jobClaims).set({ finishedAt: now }).where(isFire(fire));
};
