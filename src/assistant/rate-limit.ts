/** How many questions a person may ask in a short time: a bucket of tokens each, refilled as time passes. */

export const BURST_MAX = 30;
export const REFILL_SECONDS = 2;

export type RateLimit = {
  /** False where the person's bucket is empty; otherwise one token is gone. */
  take: (actorId: string, now: Temporal.Instant) => boolean;
};

type Bucket = { tokens: number; at: Temporal.Instant };

const PEOPLE_MAX = 50_000;

/** Of one process, and of its memory; a full bucket is forgotten before others when there are too many. */
export const createRateLimit = (burst = BURST_MAX, refillSeconds = REFILL_SECONDS): RateLimit => {
  const buckets = new Map<string, Bucket>();
  const filled = ({ tokens, at }: Bucket, now: Temporal.Instant): number => {
    const seconds = Math.max(0, now.since(at).total('seconds'));
    return Math.min(burst, tokens + seconds / refillSeconds);
  };
  const forgetFull = (now: Temporal.Instant): void => {
    for (const [actorId, bucket] of buckets)
      if (filled(bucket, now) >= burst) buckets.delete(actorId);
  };
  return {
    take: (actorId, now) => {
      if (buckets.size > PEOPLE_MAX) forgetFull(now);
      const before = buckets.get(actorId);
      const tokens = before ? filled(before, now) : burst;
      const taken = tokens >= 1;
      const at = before && Temporal.Instant.compare(before.at, now) > 0 ? before.at : now;
      buckets.set(actorId, { tokens: taken ? tokens - 1 : tokens, at });
      return taken;
    },
  };
};
