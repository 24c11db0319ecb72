/** The closed list of what a manager can be alerted of. */

export const ALERT_KINDS = [
  'tier_change',
  'churn_risk',
  'complaint',
  'salary_stop',
  'account_closed',
  'balance_fall',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
