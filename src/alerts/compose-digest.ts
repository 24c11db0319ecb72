/** Decides what a manager's digest says: which clients, in which order, and how many are left out. */

import { ALERT_KINDS, type AlertKind } from '../domain/alert-kind.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import type { Priority } from './alert.ts';
import { ACT_TODAY_MAX, DIGEST_LINES_MAX } from './alert-policy.ts';
import type { Digest, DigestAlert, DigestEntry } from './digest.ts';

export type DigestManager = {
  managerId: string;
  managerName: string;
  /** Clients in the manager's own book. */
  bookSize: number;
};

/** One alert that is news to the manager, with the client that it is about. */
export type ReportedAlert = {
  clientId: string;
  clientName: string;
  tier: Tier;
  aumMinor: bigint;
  valueAtRiskMinor: bigint;
  /** null = the manager's own client. */
  coveredForName: string | null;
  alert: DigestAlert;
};

const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);

const compareAlerts = (a: DigestAlert, b: DigestAlert): number =>
  a.priority - b.priority || ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind);

const compareMinor = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b);

/** By money, the most first; at equal money the lower client id. */
const byMoney = ([a]: ReportedAlert[], [b]: ReportedAlert[]): number => {
  if (!a || !b) return 0;
  return (
    compareMinor(b.valueAtRiskMinor, a.valueAtRiskMinor) ||
    compareMinor(b.aumMinor, a.aumMinor) ||
    compareText(a.clientId, b.clientId)
  );
};

/** The churn line that an alert of its own tells already. */
const TOLD_BY: Partial<Record<AlertKind, string>> = {
  balance_fall: 'R01',
  account_closed: 'R01',
  salary_stop: 'R02',
  complaint: 'R07',
};

/** Leaves out of a churn risk the reasons that stand beside it as alerts. */
const withoutRepeats = (alert: DigestAlert, kinds: readonly AlertKind[]): DigestAlert => {
  if (alert.fact.kind !== 'churn_risk') return alert;
  const told = kinds.map((kind) => TOLD_BY[kind]);
  const reasons = alert.fact.reasons.filter(({ code }) => !told.includes(code));
  return { ...alert, fact: { ...alert.fact, reasons } };
};

const lineOf = (ofClient: ReportedAlert[], index: number): DigestEntry[] => {
  const [first] = ofClient;
  if (!first) return [];
  const once = new Map(ofClient.map(({ alert }) => [alert.alertId, alert]));
  const alerts = [...once.values()].sort(compareAlerts);
  const kinds = alerts.map(({ kind }) => kind);
  return [
    {
      clientId: first.clientId,
      clientName: first.clientName,
      tier: first.tier,
      aumMinor: first.aumMinor.toString(),
      valueAtRiskMinor: first.valueAtRiskMinor.toString(),
      priority: Math.min(...alerts.map(({ priority }) => priority)) as Priority,
      actToday: index < ACT_TODAY_MAX,
      coveredForName: first.coveredForName,
      alerts: alerts.map((alert) => withoutRepeats(alert, kinds)),
    },
  ];
};

const headlineOf = (lines: readonly DigestEntry[]): Digest['headline'] =>
  ALERT_KINDS.map((kind) => ({
    kind,
    count: lines.flatMap(({ alerts }) => alerts).filter((alert) => alert.kind === kind).length,
  })).filter(({ count }) => count > 0);

/**
 * One digest: a line a client, ranked by value at risk, at most 10; none when nothing is new. The order of
 * `reported`, and an alert in it twice, make no difference.
 */
export const composeDigest = (
  manager: DigestManager,
  reported: readonly ReportedAlert[],
  businessDate: BusinessDate,
  currency: string,
): Digest => {
  const clients = [...Map.groupBy(reported, ({ clientId }) => clientId).values()].sort(byMoney);
  const lines = clients.flatMap(lineOf);
  return {
    ...manager,
    businessDate: businessDate.toString(),
    currency,
    headline: headlineOf(lines),
    entries: lines.slice(0, DIGEST_LINES_MAX),
    moreCount: Math.max(0, lines.length - DIGEST_LINES_MAX),
  };
};
