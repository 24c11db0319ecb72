/** A digest as data: what one manager should know this morning, ready to be stored as JSON and shown anywhere. */

import type { AlertKind } from '../domain/alert-kind.ts';
import type { Tier } from '../domain/client.ts';
import type { AlertFact, Priority, Severity } from './alert.ts';

/** One alert in a digest, most urgent first. */
export type DigestAlert = {
  alertId: string;
  kind: AlertKind;
  severity: Severity;
  priority: Priority;
  openedOn: string;
  fact: AlertFact;
};

/** One line: a client with everything that is new. Money is minor units of `currency` as decimal text. */
export type DigestEntry = {
  clientId: string;
  clientName: string;
  tier: Tier;
  aumMinor: string;
  valueAtRiskMinor: string;
  /** The most urgent of the alerts. */
  priority: Priority;
  actToday: boolean;
  /** Who is on leave and whose client this is; null = the reader's own. */
  coveredForName: string | null;
  alerts: DigestAlert[];
};

export type Digest = {
  managerId: string;
  managerName: string;
  /** What every figure is as of, ISO: the proof that the night ran also when there is nothing to say. */
  businessDate: string;
  currency: string;
  /** Clients in the manager's own book. */
  bookSize: number;
  /** Alerts by kind over all lines, shown or not; kinds without any are left out. */
  headline: { kind: AlertKind; count: number }[];
  /** At most 10, ranked by value at risk; the first three are for today. */
  entries: DigestEntry[];
  /** Clients that did not find room: "and 17 more". */
  moreCount: number;
};
