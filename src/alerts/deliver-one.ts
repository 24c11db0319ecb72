import type { Orm } from '../db/database.ts';
import { ATTEMPTS_MAX, POST_TIME_MAX_SECONDS } from './delivery-policy.ts';
import {
  type Claimed,
  lookUpLater,
  markFailed,
  markSent,
  park,
  requeue,
} from './delivery-store.ts';
import type { Pacer } from './pacer.ts';
import { type Delivery, PostError, type Poster, type PostFailure } from './poster.ts';

export type DeliveryOutcome = 'sent' | 'skipped' | 'failed';

export type Attempt = {
  orm: Orm;
  poster: Poster;
  pacer: Pacer;
  now: () => Temporal.Instant;
  claimed: Claimed;
  delivery: Delivery;
};

const failureOf = (error: unknown): PostFailure => {
  if (error instanceof PostError) return error.failure;
  return { kind: 'transient', reason: error instanceof Error ? error.message : String(error) };
};

const failed = async ({ orm, claimed }: Attempt, reason: string): Promise<DeliveryOutcome> => {
  await markFailed(orm, claimed, reason);
  return 'failed';
};

/** Nothing was posted; everybody waits as long as Slack asks. */
const rateLimited = async (attempt: Attempt, seconds: number): Promise<void> => {
  attempt.pacer.pause(seconds);
  const notBefore = attempt.now().add({ milliseconds: Math.ceil(seconds * 1000) });
  await requeue(attempt.orm, attempt.claimed, notBefore, 'rate_limited');
};

const post = async (attempt: Attempt): Promise<DeliveryOutcome> => {
  const { orm, poster, now, claimed, delivery } = attempt;
  try {
    const posted = await poster.post(delivery);
    return (await markSent(orm, claimed, posted, now())) ? 'sent' : 'skipped';
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'permanent') return failed(attempt, failure.reason);
    if (failure.kind === 'rate_limited') await rateLimited(attempt, failure.retryAfterSeconds);
    else await lookUpLater(orm, claimed, now(), failure.reason);
    return 'skipped';
  }
};

/** A holder that was stopped for long may find others at work on its delivery: then it does not post. */
const mayStillPost = ({ claimed, now }: Attempt): boolean => {
  const latest = claimed.leaseUntil.subtract({ seconds: POST_TIME_MAX_SECONDS });
  return Temporal.Instant.compare(now(), latest) <= 0;
};

/**
 * earlier attempt   look-up        then
 * none              –              post
 * unknown           found          sent
 * unknown           absent         post; failed when it was tried often enough
 * unknown           inconclusive   parked
 */
const lookUp = async (attempt: Attempt): Promise<DeliveryOutcome | 'absent'> => {
  const { orm, poster, now, claimed, delivery, pacer } = attempt;
  try {
    const posted = await poster.find(delivery);
    if (!posted) return 'absent';
    return (await markSent(orm, claimed, posted, now())) ? 'sent' : 'skipped';
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'rate_limited') {
      pacer.pause(failure.retryAfterSeconds);
      await lookUpLater(orm, claimed, now(), 'rate_limited');
    } else await park(orm, claimed, now(), failure.reason);
    return 'skipped';
  }
};

/** Brings one claimed delivery a step on; the database says which one, whatever happens to this process. */
export const deliverOne = async (attempt: Attempt): Promise<DeliveryOutcome> => {
  const { orm, claimed, now } = attempt;
  if (claimed.mayBePosted) {
    const found = await lookUp(attempt);
    if (found !== 'absent') return found;
    if (claimed.attempts > ATTEMPTS_MAX) return failed(attempt, 'no_success_after_all_attempts');
  }
  if (mayStillPost(attempt)) return post(attempt);
  await requeue(orm, claimed, now(), 'lease_too_short');
  return 'skipped';
};
