/** Every number of delivering, with its basis. */

/** Slack's workspace-wide cap is unpublished, "several hundred per minute": 5 a second is 300. */
export const POSTS_PER_SECOND = 5;
/** An answer takes Slack about 0.3 s: so many in flight keep up the rate. */
export const LANES = 3;

/** Longest that posting may take: finding the person, opening the conversation, posting, 10 s of HTTP time-out each. */
export const POST_TIME_MAX_SECONDS = 30;
/** Well above that, so that a lease runs out only when its holder is dead. */
export const LEASE_SECONDS = 60;

/** Tries of one delivery whose fate is unknown after each, about four hours; then it is failed, or parked for good. */
export const ATTEMPTS_MAX = 30;
/** Pause before the next look: it doubles with each try, and gives a late message time to appear. */
export const BACKOFF_SECONDS = 10;
export const BACKOFF_MAX_SECONDS = 600;

/** `attempts` tries have been made. */
export const backoffSeconds = (attempts: number): number =>
  Math.min(BACKOFF_MAX_SECONDS, BACKOFF_SECONDS * 2 ** (attempts - 1));
