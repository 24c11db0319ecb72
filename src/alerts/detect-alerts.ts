import type { ScopedTransaction } from '../db/scope.ts';
import { ALERT_KINDS, type AlertKind } from '../domain/alert-kind.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import type { ClientSignal, Condition, Night } from './alert.ts';
import { type OpenAlerts, readAlertHistory, readOpenAlerts, writeAlerts } from './alert-store.ts';
import { detectConditions } from './detect.ts';
import { guardedKinds } from './feed-guard.ts';
import { priorityOf } from './priority.ts';
import { readSignals } from './read-signals.ts';
import { type AlertWrite, reconcile } from './reconcile.ts';

/** A kind that the feed guard keeps back tonight, for how many clients, and in which branches. */
export type HeldKind = { kind: AlertKind; clients: number; branchIds: (string | null)[] };

type Finding = { signal: ClientSignal; conditions: Map<AlertKind, Condition> };

const isTrip = ({ signal, conditions }: Finding, kind: AlertKind, open: OpenAlerts): boolean =>
  conditions.has(kind) && !signal.firstSeen && !open.get(signal.clientId)?.has(kind);

const countTrips = (findings: readonly Finding[], open: OpenAlerts): Map<AlertKind, number> =>
  new Map(
    ALERT_KINDS.map((kind) => [
      kind,
      findings.filter((finding) => isTrip(finding, kind, open)).length,
    ]),
  );

const writesOf = (
  { signal, conditions }: Finding,
  open: OpenAlerts,
  guarded: ReadonlySet<AlertKind>,
  { on, currency }: Night,
): AlertWrite[] =>
  ALERT_KINDS.flatMap((kind) => {
    const condition = conditions.get(kind) ?? null;
    const alert = open.get(signal.clientId)?.get(kind) ?? null;
    const severity = condition?.severity ?? alert?.details.severity;
    if (!severity) return [];
    const write = reconcile({
      clientId: signal.clientId,
      on,
      condition,
      open: alert,
      priority: priorityOf(severity, signal.valueAtRiskMinor, currency),
      inForceTier: signal.inForceTier,
      guarded: guarded.has(kind) && !signal.firstSeen,
    });
    return write ? [write] : [];
  });

const heldKinds = (
  findings: readonly Finding[],
  writes: readonly AlertWrite[],
  on: BusinessDate,
) => {
  const branchOf = new Map(findings.map(({ signal }) => [signal.clientId, signal.branchId]));
  const heldTonight = writes.filter(({ heldSince, openedOn }) => heldSince && openedOn.equals(on));
  const byKind = Map.groupBy(heldTonight, ({ details }) => details.fact.kind);
  return [...byKind].map(
    ([kind, held]): HeldKind => ({
      kind,
      clients: held.length,
      branchIds: [...new Set(held.map(({ clientId }) => branchOf.get(clientId) ?? null))],
    }),
  );
};

/**
 * Brings the alerts table to what `night.on` shows. `reported` counts the alerts that are news tonight:
 * opened, or told again; a second run of the same night finds none.
 */
export const detectAlerts = async (
  transaction: ScopedTransaction,
  night: Night,
): Promise<{ reported: number; held: HeldKind[] }> => {
  const open = await readOpenAlerts(transaction);
  const signals = await readSignals(transaction, night);
  const findings = signals.map((signal) => ({
    signal,
    conditions: detectConditions(signal, night.currency),
  }));
  const history = await readAlertHistory(transaction, night.on, night.before);
  const guarded = guardedKinds(countTrips(findings, open), night.base, history);
  const writes = findings.flatMap((finding) => writesOf(finding, open, guarded, night));
  await writeAlerts(transaction, writes);
  const reported = writes.filter((write) => write.reported).length;
  return { reported, held: heldKinds(findings, writes, night.on) };
};
