/** What changed between the day before a period and its last day, and what flowed in and out within it. */
import { type SQL, sql } from 'drizzle-orm';
import { BANK_KINDS } from '../../domain/client.ts';
import { clients } from '../schema/index.ts';
import { balanceFields, convertedSql } from './balances.ts';
import {
  type FieldAt,
  type FieldSource,
  type FieldSpan,
  listSql,
  money,
  plain,
  spanned,
  withinSql,
} from './stored-field.ts';

const NOTHING = sql`null::bigint`;

/** The value on the day before the period begins; null = it has no beginning. */
const before = (source: FieldSource, { from }: FieldSpan, at: FieldAt): SQL =>
  from === null ? NOTHING : sql`${source({ ...at, asOf: from.subtract({ days: 1 }) }).value}`;

const end = (source: FieldSource, { to }: FieldSpan, at: FieldAt): SQL => {
  const last = Temporal.PlainDate.compare(to, at.on) > 0 ? at.on : to;
  return sql`${source({ ...at, asOf: last }).value}`;
};

const change = (source: FieldSource): FieldSource =>
  spanned((span, at) => money(sql`(${end(source, span, at)} - ${before(source, span, at)})`));

/** In percent of the value before, one decimal; null = there was nothing before. */
const changePct = (source: FieldSource): FieldSource =>
  spanned((span, at) =>
    plain(sql`(select (100 * (n.now - n.earlier)::numeric / nullif(n.earlier, 0))::float8
       from (select ${end(source, span, at)} as now, ${before(source, span, at)} as earlier offset 0) n)`),
  );

const monthOf = (date: SQL): SQL => sql`date_trunc('month', ${date})::date`;

/** Months of the client's monthly sums that begin within the span and for which it has no transactions. */
const monthlySql = (sum: SQL, span: FieldSpan): SQL => sql`
  (select ${sum} from activity m
    where m.client_id = ${clients.clientId} and ${withinSql(sql`m.month`, span)}
      and not exists (select from transactions x where x.client_id = m.client_id
        and x.booked_on >= m.month and x.booked_on < (m.month + interval '1 month')::date))`;

const inflowSql = (span: FieldSpan, at: FieldAt): SQL => sql`
  (coalesce((select sum_minor(${convertedSql(sql`t.amount_minor`, sql`a.currency`, sql`t.booked_on`, at)})
     from transactions t
     join accounts a on a.client_id = t.client_id and a.account_id = t.account_id
    where t.client_id = ${clients.clientId} and ${withinSql(sql`t.booked_on`, span)}
      and t.kind not in (${listSql(BANK_KINDS)})), 0)
   + coalesce(${monthlySql(sql`sum_minor(coalesce(m.inflow_minor, 0) - coalesce(m.outflow_minor, 0))`, span)}, 0))`;

const transactionDaysSql = (span: FieldSpan): SQL => sql`
  ((select count(distinct t.booked_on) from transactions t
     where t.client_id = ${clients.clientId} and ${withinSql(sql`t.booked_on`, span)}
       and t.initiated_by_client)
   + coalesce(${monthlySql(sql`sum(m.transaction_days)`, span)}, 0))::int`;

/** What is dated after the business date is not seen. */
const seen = (span: FieldSpan, { on }: FieldAt): FieldSpan => ({
  from: span.from,
  to: Temporal.PlainDate.compare(span.to, on) > 0 ? on : span.to,
});

export const changeFields = {
  aumChange: change(balanceFields.aum),
  aumChangePct: changePct(balanceFields.aum),
  depositChange: change(balanceFields.deposits),
  depositChangePct: changePct(balanceFields.deposits),
  investmentChange: change(balanceFields.investments),
  investmentChangePct: changePct(balanceFields.investments),
  loanChange: change(balanceFields.loans),
  netInflow: spanned((span, at) => money(inflowSql(seen(span, at), at))),
  netInflowPct: spanned((span, at) =>
    plain(sql`(100 * ${inflowSql(seen(span, at), at)}::numeric
      / nullif(${before(balanceFields.aum, span, at)}, 0))::float8`),
  ),
  transactionDays: spanned((span, at) => plain(transactionDaysSql(seen(span, at)))),
};

export { monthOf, seen };
