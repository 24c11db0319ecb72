import type { ClientSignal } from '../../src/alerts/alert.ts';

/** A client of whom nothing is to be told. */
export const calm: ClientSignal = {
  clientId: 'C1',
  kind: 'individual',
  branchId: 'B01',
  closed: false,
  firstSeen: false,
  inForceTier: 'quality',
  tierBefore: 'quality',
  valueAtRiskMinor: 0n,
  churnScore: 10,
  churnBand: 'low',
  scoreWeekAgo: 10,
  reasons: [],
  complaint: null,
  accountClosedOn: null,
};
