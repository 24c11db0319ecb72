/** Decides which kinds of alert came in such numbers tonight that a feed, not the clients, must be the cause. */
import type { AlertKind } from '../domain/alert-kind.ts';
import {
  GUARD_BASE_PCT,
  GUARD_MEAN_DAYS_MIN,
  GUARD_MEAN_FACTOR,
  GUARD_TRIPS_MIN,
} from './alert-policy.ts';

export type AlertHistory = {
  /** Days behind `opened`, at most GUARD_MEAN_DAYS. */
  days: number;
  /** Days since the last detection: a night that catches up may bring as many as all of them. */
  daysSinceLast: number;
  opened: ReadonlyMap<AlertKind, number>;
};

const aboveMean = (kind: AlertKind, trips: number, history: AlertHistory): boolean => {
  // Tiers move on decision dates only, so that a daily mean says nothing about them.
  if (kind === 'tier_change' || history.days < GUARD_MEAN_DAYS_MIN) return false;
  const mean = ((history.opened.get(kind) ?? 0) / history.days) * history.daysSinceLast;
  return trips > GUARD_MEAN_FACTOR * mean;
};

/**
 * The kinds to hold back. `trips` counts the clients whose alert would newly open tonight, without those
 * that no night has seen before; `base` is the number of clients of the bank; `history` null = no alert
 * was ever opened, so that whatever holds tonight is new.
 */
export const guardedKinds = (
  trips: ReadonlyMap<AlertKind, number>,
  base: number,
  history: AlertHistory | null,
): Set<AlertKind> => {
  if (!history) return new Set();
  const guarded = [...trips].filter(([kind, count]) => {
    if (count < GUARD_TRIPS_MIN) return false;
    return count * 100 > GUARD_BASE_PCT * base || aboveMean(kind, count, history);
  });
  return new Set(guarded.map(([kind]) => kind));
};
