/** The numbers of the change rules (rules.md a and f); each is the bank's choice, none is law. */

/** A book is reasonable at 500 and full at this many clients (管户上限). */
export const BOOK_MAX = 800;
/** A reassignment may be dated back by at most this many days. */
export const BACKDATE_MAX_DAYS = 5;
/** Ours: a change further ahead is more likely a typing mistake in the year. */
export const AHEAD_MAX_DAYS = 180;
/** An override holds this long when nobody says otherwise, and never longer than the second. */
export const OVERRIDE_DEFAULT_DAYS = 90;
export const OVERRIDE_MAX_DAYS = 180;
/** A request that nobody decided lapses after this many working days. */
export const LAPSE_WORKING_DAYS = 3;
