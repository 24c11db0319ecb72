/** Every number of alerting, with its basis: [doc], [src n] and [ours] as in the bank's policy file. */

/** The first detection of all looks back so far, so that the last decision date lies in it [ours]. */
export const FIRST_LOOK_BACK_DAYS = 31;

/** A score that rose this much in a week is reported even below the medium band [src 12]. */
export const SCORE_RISE_DAYS = 7;
/** Without a night a week ago, one so many days earlier serves, over a weekend; an older one is not "a week" [ours]. */
export const SCORE_RISE_SLACK_DAYS = 3;
export const SCORE_RISE_YELLOW = 15;
export const SCORE_RISE_RED = 25;

/** An outflow is material when it is both a large share and a large sum; the sum in major units [ours]. */
export const OUTFLOW_MIN_PCT = 20;
export const OUTFLOW_MIN_MAJOR = 50_000;
/** A fall by half is the top step of the balance signal [ours]. */
export const OUTFLOW_RED_PCT = 50;

/** An account closed this recently explains a balance fall: the window of the churn card's R03 [ours]. */
export const ACCOUNT_CLOSED_DAYS = 60;

/** Two bands down at once is red, one band is yellow [ours]. */
export const TIER_DROP_RED_STEPS = 2;

/** An open alert is reported again when it worsened by so many points, or after so many days [ours]. */
export const WORSE_POINTS = 10;
export const REPEAT_DAYS = 7;
/** It is resolved when its condition has been clear on so many days [ours]. */
export const CLEAR_DAYS = 3;

/** Value at risk in major units from which an alert moves up one priority: a tenth of the premier floor [ours]. */
export const LARGE_VALUE_MAJOR = 100_000;

/** Feed guard: more than this share of the base, or this many times the trailing mean, in one night [ours]. */
export const GUARD_BASE_PCT = 5;
export const GUARD_MEAN_FACTOR = 3;
export const GUARD_MEAN_DAYS = 20;
/** Fewer days of history make no mean [ours]. */
export const GUARD_MEAN_DAYS_MIN = 5;
/** In a small bank a handful of alerts is more than 5 %: fewer than this never trips the guard [ours]. */
export const GUARD_TRIPS_MIN = 20;
/** What the guard keeps back is reported if it is still true so many days later: the mirror of CLEAR_DAYS [ours]. */
export const HOLD_DAYS = 3;

/** Lines of a digest, and how many of them are for today: three open P1/P2 are what a manager holds [src 19]. */
export const DIGEST_LINES_MAX = 10;
export const ACT_TODAY_MAX = 3;
