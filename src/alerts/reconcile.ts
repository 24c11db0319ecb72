/** Decides what becomes of one client's alert of one kind tonight: opened, reported again, left alone or resolved. */

import { type BusinessDate, daysBetween } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import { type Condition, type OpenAlert, type Priority, SEVERITIES } from './alert.ts';
import { CLEAR_DAYS, HOLD_DAYS, REPEAT_DAYS, WORSE_POINTS } from './alert-policy.ts';

export type AlertWrite = OpenAlert & {
  resolvedOn: BusinessDate | null;
  /** Tonight's digest tells of it. */
  reported: boolean;
};

export type Situation = {
  clientId: string;
  on: BusinessDate;
  /** null = the condition does not hold tonight. */
  condition: Condition | null;
  /** null = no alert of this kind is open. */
  open: OpenAlert | null;
  /** Counts only where there is a condition or an alert is let go. */
  priority: Priority;
  inForceTier: Tier;
  /** The feed guard keeps new alerts of this kind back. */
  guarded: boolean;
};

const opened = (
  { clientId, on, priority, guarded }: Situation,
  condition: Condition,
): AlertWrite => ({
  clientId,
  alertId: `${condition.fact.kind}:${on}`,
  openedOn: on,
  lastReportedOn: on,
  clearSince: null,
  heldSince: guarded ? on : null,
  points: condition.points,
  details: { severity: condition.severity, fact: condition.fact },
  priority,
  resolvedOn: null,
  reported: !guarded,
});

/** A change of tier is an event: it holds on its night only, and each is news of its own. */
const isEvent = (condition: Condition): boolean => condition.fact.kind === 'tier_change';

const hasWorsened = (condition: Condition, open: OpenAlert): boolean =>
  SEVERITIES.indexOf(condition.severity) > SEVERITIES.indexOf(open.details.severity) ||
  (condition.points !== null && condition.points >= (open.points ?? 0) + WORSE_POINTS);

const isDueAgain = (condition: Condition, open: OpenAlert, on: BusinessDate): boolean => {
  const days = daysBetween(open.lastReportedOn, on);
  if (isEvent(condition)) return days > 0;
  return days >= REPEAT_DAYS || hasWorsened(condition, open);
};

const reportedAgain = (
  situation: Situation,
  condition: Condition,
  open: OpenAlert,
): AlertWrite => ({
  ...opened({ ...situation, guarded: false }, condition),
  alertId: open.alertId,
  openedOn: open.openedOn,
});

const stillHolds = (
  situation: Situation,
  condition: Condition,
  open: OpenAlert,
): AlertWrite | null => {
  if (isDueAgain(condition, open, situation.on)) return reportedAgain(situation, condition, open);
  if (open.clearSince === null) return null;
  return { ...open, clearSince: null, resolvedOn: null, reported: false };
};

const clears = ({ on }: Situation, open: OpenAlert): AlertWrite | null => {
  const clearSince = open.clearSince ?? on;
  const mistaken = daysBetween(open.openedOn, on) === 0;
  const resolved = mistaken || daysBetween(clearSince, on) + 1 >= CLEAR_DAYS;
  if (!resolved && open.clearSince !== null) return null;
  return { ...open, clearSince, resolvedOn: resolved ? on : null, reported: false };
};

/** A held change of tier is still true while the tier that it led to is in force. */
const heldHolds = ({ condition, inForceTier }: Situation, { details }: OpenAlert): boolean =>
  condition !== null || (details.fact.kind === 'tier_change' && details.fact.to === inForceTier);

const reconcileHeld = (situation: Situation, open: OpenAlert): AlertWrite | null => {
  const { on, condition } = situation;
  if (!heldHolds(situation, open)) return { ...open, resolvedOn: on, reported: false };
  if (daysBetween(open.heldSince ?? on, on) < HOLD_DAYS) {
    if (!condition || !isEvent(condition)) return null;
    const { severity, fact } = condition;
    return { ...open, details: { severity, fact }, resolvedOn: null, reported: false };
  }
  const { severity, fact } = open.details;
  return reportedAgain(situation, condition ?? { severity, fact, points: open.points }, open);
};

/**
 * The row to write; null = nothing changes. The same night run again changes nothing. An alert that the
 * same night both opened and, on corrected facts, no longer finds is resolved at once.
 */
export const reconcile = (situation: Situation): AlertWrite | null => {
  const { condition, open } = situation;
  if (!open) return condition && opened(situation, condition);
  if (open.heldSince) return reconcileHeld(situation, open);
  return condition ? stillHolds(situation, condition, open) : clears(situation, open);
};
