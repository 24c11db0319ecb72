/** With whom a client belongs together; of others only those count whom the asker may see. */
import { type SQL, sql } from 'drizzle-orm';
import { LINK_INVERSES } from '../../domain/client-links.ts';
import { clients } from '../schema/index.ts';
import { codes, dateSql, type FieldAt, type FieldSource, money, plain } from './stored-field.ts';

const known = ({ on }: FieldAt): SQL => sql`(r.since is null or r.since <= ${dateSql(on)})`;

const inverses = sql.raw(
  Object.entries(LINK_INVERSES)
    .map(([relation, inverse]) => `when '${relation}' then '${inverse}'`)
    .join(' '),
);

const linksSql = (at: FieldAt): SQL => sql`array(
  select r.relation from relations r where r.from_client_id = ${clients.clientId} and ${known(at)}
  union
  select case r.relation ${inverses} end from relations r
   where r.to_client_id = ${clients.clientId} and ${known(at)}
  order by 1)`;

/** AUM of those at the other end; null = nobody visible is there. */
const sumOf =
  (parties: (at: FieldAt) => SQL): FieldSource =>
  (at) =>
    money(
      sql`(select case when count(*) > 0 then sum_minor(o.aum_minor) end
      from client_state o where o.client_id in (${parties(at)}))`,
    );

const sources =
  (relation: string) =>
  (at: FieldAt): SQL =>
    sql`select r.from_client_id from relations r where r.to_client_id = ${clients.clientId}
      and r.relation = ${sql.raw(`'${relation}'`)} and ${known(at)}`;

const targets =
  (relation: string) =>
  (at: FieldAt): SQL =>
    sql`select r.to_client_id from relations r where r.from_client_id = ${clients.clientId}
      and r.relation = ${sql.raw(`'${relation}'`)} and ${known(at)}`;

const everybody = (at: FieldAt): SQL => sql`
  select r.to_client_id from relations r where r.from_client_id = ${clients.clientId} and ${known(at)}
  union select r.from_client_id from relations r where r.to_client_id = ${clients.clientId} and ${known(at)}`;

const household = (what: SQL): SQL => sql`
  (select ${what} from clients h join client_state hs on hs.client_id = h.client_id
    where h.household_id = ${clients.householdId})`;

export const linkFields = {
  household: (() => plain(clients.householdId)) satisfies FieldSource,
  inHousehold: (() => plain(sql`(${clients.householdId} is not null)`)) satisfies FieldSource,
  householdSize: (() =>
    plain(
      sql`case when ${clients.householdId} is not null then ${household(sql`count(*)::int`)} end`,
    )) satisfies FieldSource,
  householdAum: (() =>
    money(
      household(sql`case when count(*) > 0 then sum_minor(hs.aum_minor) end`),
    )) satisfies FieldSource,
  relations: ((at) => codes(linksSql(at))) satisfies FieldSource,
  linkedAum: sumOf(everybody),
  ownersAum: sumOf(sources('owner_of')),
  ownedCompaniesAum: sumOf(targets('owner_of')),
  employeesAum: sumOf(sources('payroll_employee_of')),
};
