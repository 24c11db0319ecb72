/** Decides how many people besides the requester must agree to a change. */
import { type ClientKind, HIGH_VALUE_TIERS, type Tier, tierSteps } from '../domain/client.ts';
import { BOOK_MAX } from './limits.ts';

type OverrideCase = {
  kind: ClientKind;
  inForceTier: Tier;
  /** What policy decided, without any override: an override on an override counts from there too. */
  decidedTier: Tier;
  tier: Tier;
  watch: boolean;
  highAml: boolean;
};

/**
 * | bands moved | watch or high AML | checkers |
 * | ----------- | ----------------- | -------- |
 * | 0 or 1      | no                | 1        |
 * | 2 or more   | no                | 2        |
 * | any         | yes               | 2        |
 */
export const checkersForOverride = (change: OverrideCase): 1 | 2 => {
  if (change.watch || change.highAml) return 2;
  const bands = [change.inForceTier, change.decidedTier].map((from) =>
    Math.abs(tierSteps(change.kind, from, change.tier)),
  );
  return Math.max(...bands) >= 2 ? 2 : 1;
};

/**
 * A client of a high tier, or a full book, takes a checker; `bookSize` is the target's book with the client
 * in it. A client that was never assessed (null) is treated as high: nobody knows that it is not.
 */
export const checkersForReassign = (change: {
  inForceTier: Tier | null;
  bookSize: number;
}): 0 | 1 => {
  const high: readonly (Tier | null)[] = [null, ...HIGH_VALUE_TIERS];
  return high.includes(change.inForceTier) || change.bookSize > BOOK_MAX ? 1 : 0;
};
