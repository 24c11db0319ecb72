import { sql } from 'drizzle-orm';
import type { ScopedTransaction } from '../db/scope.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import type { AlertDetails, Priority } from './alert.ts';
import type { ReportedAlert } from './compose-digest.ts';

/** An alert on its way to one manager; an alert of a covered client goes to both. */
export type AddressedAlert = ReportedAlert & { managerId: string; reportedOn: BusinessDate };

type Row = {
  manager_id: string;
  client_id: string;
  client_name: string;
  in_force_tier: Tier;
  aum_minor: bigint;
  value_at_risk_minor: bigint;
  covered_for: string | null;
  alert_id: string;
  opened_on: string;
  reported_on: string;
  priority: Priority;
  details: AlertDetails;
};

const addressed = (row: Row): AddressedAlert => ({
  managerId: row.manager_id,
  reportedOn: Temporal.PlainDate.from(row.reported_on),
  clientId: row.client_id,
  clientName: row.client_name,
  tier: row.in_force_tier,
  aumMinor: row.aum_minor,
  valueAtRiskMinor: row.value_at_risk_minor,
  coveredForName: row.covered_for,
  alert: {
    alertId: row.alert_id,
    kind: row.details.fact.kind,
    severity: row.details.severity,
    priority: row.priority,
    openedOn: row.opened_on,
    fact: row.details.fact,
  },
});

/**
 * What was reported after `since` through `on`, for whoever looks after the client on `on`. A change of
 * tier stays news when its alert is resolved, unless the night that opened it took it back.
 */
export const readReported = async (
  transaction: ScopedTransaction,
  since: BusinessDate,
  on: BusinessDate,
): Promise<AddressedAlert[]> => {
  const date = sql`${on.toString()}::date`;
  const rows = await transaction.execute<Row>(sql`
    with news as (
      select a.*, s.in_force_tier, s.aum_minor, s.value_at_risk_minor
        from alerts a join client_state s using (client_id)
       where a.held_since is null
         and a.last_reported_on > ${since.toString()}::date and a.last_reported_on <= ${date}
         and (a.resolved_on is null
              or a.kind = 'tier_change' and a.resolved_on > a.opened_on
                 and a.details->'fact'->>'to' = s.in_force_tier)
    ), owned as (
      select n.*, c.manager_id
        from news n join coverage c using (client_id)
       where c.superseded_at is null and c.valid_from <= ${date}
         and (c.valid_to is null or c.valid_to > ${date})
    ), addressed as (
      select o.*, o.manager_id as recipient, null::text as covered_for from owned o
      union all
      select o.*, v.covered_by, m.name
        from owned o join managers m using (manager_id) join covers v using (manager_id)
       where v.valid_from <= ${date} and v.valid_to > ${date}
    )
    select a.recipient as manager_id, a.client_id, k.name as client_name, a.in_force_tier,
           a.aum_minor, a.value_at_risk_minor, a.covered_for, a.alert_id, a.opened_on,
           a.last_reported_on as reported_on, a.priority, a.details
      from addressed a join clients k using (client_id)`);
  return rows.map(addressed);
};
