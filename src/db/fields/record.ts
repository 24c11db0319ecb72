/** What the bank's record says of a client: who it is, how it can be reached, how risky it is. */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { AGE_BAND_FROM, AGE_BANDS } from '../../domain/client-links.ts';
import { branches, clients, managers } from '../schema/index.ts';
import { dialableSql } from './number-plan.ts';
import { column, dateSql, day, type FieldAt, type FieldSource, plain } from './stored-field.ts';

const of =
  (value: AnyColumn): FieldSource =>
  () =>
    column(value);

const flag =
  (condition: (at: FieldAt) => SQL): FieldSource =>
  (at) =>
    plain(sql`(${condition(at)})`);

const named =
  (name: AnyColumn, key: AnyColumn): FieldSource =>
  () => ({
    ...plain(name),
    group: { key: sql<string | null>`${key}`, name: sql<string | null>`${name}` },
  });

const PLAIN_EMAIL = sql.raw("'^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$'");
const email = sql`coalesce(${clients.email} ~ ${PLAIN_EMAIL}, false)`;
const filled = (value: AnyColumn): SQL => sql`coalesce(btrim(${value}) <> '', false)`;
const dialable = ({ country }: FieldAt): SQL => dialableSql(sql`${clients.phone}`, country);

const ageSql = ({ on }: FieldAt): SQL =>
  sql`extract(year from age(${dateSql(on)}, ${clients.birthDate}))::int`;

const ageBandSql = (at: FieldAt): SQL => {
  const oldestFirst = [...AGE_BANDS].reverse();
  const cases = oldestFirst.map((band) =>
    sql.raw(`when n.years >= ${AGE_BAND_FROM[band]} then '${band}'`),
  );
  return sql`(select case ${sql.join(cases, sql` `)} end from (select ${ageSql(at)} as years) n)`;
};

/** Empty = the client's first account or transaction; an account without a day begins with its first row. */
const onboardedSql = sql`coalesce(${clients.onboardedOn}, least(
  (select min(coalesce(a.opened_on, (select min(b.on) from balances b
     where b.client_id = a.client_id and b.account_id = a.account_id)))
   from accounts a where a.client_id = ${clients.clientId}),
  (select min(t.booked_on) from transactions t where t.client_id = ${clients.clientId})))`;

export const recordFields = {
  clientId: of(clients.clientId),
  name: of(clients.name),
  kind: of(clients.kind),
  watch: flag(() => sql`coalesce(${clients.watch}, false)`),
  contribution12m: of(clients.contribution12mMinor),
  onboardedOn: (() => day(onboardedSql)) satisfies FieldSource,
  closedOn: ((at) =>
    day(
      sql`case when ${clients.closedOn} <= ${dateSql(at.on)} then ${clients.closedOn} end`,
    )) satisfies FieldSource,
  branch: named(branches.name, clients.branchId),
  manager: named(managers.name, managers.managerId),
  unowned: flag(() => sql`${managers.managerId} is null`),
  kycComplete: flag(() => sql`${clients.kycCompletedPct} >= 100`),
  kycPct: of(clients.kycCompletedPct),
  kycDueOn: of(clients.kycReviewDueOn),
  kycOverdue: flag(({ on }) => sql`${clients.kycReviewDueOn} < ${dateSql(on)}`),
  redList: flag(
    (at) =>
      sql`not (${dialable(at)} or ${email} or ${filled(clients.address)} or ${filled(clients.wechat)})`,
  ),
  phoneUsable: flag(dialable),
  emailUsable: flag(() => email),
  addressKnown: flag(() => filled(clients.address)),
  wechatKnown: flag(() => filled(clients.wechat)),
  optOut: flag(() => sql`coalesce(${clients.marketingOptOut}, false)`),
  preferredChannel: of(clients.preferredChannel),
  creditRisk: of(clients.riskCredit),
  amlRisk: of(clients.riskAml),
  operationalRisk: of(clients.riskOperational),
  riskAppetite: of(clients.riskAppetite),
  industry: of(clients.industry),
  occupation: of(clients.occupation),
  institutionType: of(clients.institutionType),
  age: ((at) => plain(ageSql(at))) satisfies FieldSource,
  ageBand: ((at) => plain(ageBandSql(at))) satisfies FieldSource,
  annualRevenue: of(clients.annualRevenueMinor),
  targetCredit: of(clients.targetCreditMinor),
};
