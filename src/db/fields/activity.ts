/** The activity state on an earlier day, from the facts: nights need not have run on that day. */
import { type SQL, sql } from 'drizzle-orm';
import { clientState, clients } from '../schema/index.ts';
import { dateSql, type FieldAt } from './stored-field.ts';

/** The edges of the policy that the newest night went by; the defaults of rules stand where it is gone. */
const edge = (name: string, days: number): SQL => sql`coalesce((
  select (p.document->'activity'->>${sql.raw(`'${name}'`)})::int from policies p
   where p.policy_version = ${clientState.policyVersion}), ${sql.raw(String(days))})`;

/**
 * Since the last transaction that the client initiated until then, else since onboarding. A client with
 * monthly sums only goes by those; where they do not record a last day, the state is unknown.
 */
const lastSql = (on: SQL): SQL => sql`coalesce(
  (select max(t.booked_on) from transactions t
    where t.client_id = ${clients.clientId} and t.booked_on <= ${on} and t.initiated_by_client),
  (select max(m.last_transaction_on) from activity m
    where m.client_id = ${clients.clientId} and m.last_transaction_on <= ${on}),
  case when not exists (select from activity m
    where m.client_id = ${clients.clientId} and m.month <= ${on}) then ${clients.onboardedOn} end)`;

export const activitySql = ({ asOf }: FieldAt): SQL => sql`
  (select case when i.idle is null then 'unknown' when i.idle < 0 then null
      when i.idle <= ${edge('activeMaxDays', 90)} then 'active'
      when i.idle <= ${edge('quietMaxDays', 180)} then 'quiet'
      when i.idle <= ${edge('dormantMaxDays', 365)} then 'dormant' else 'long_inactive' end
     from (select ${dateSql(asOf)} - ${lastSql(dateSql(asOf))} as idle offset 0) i)`;
