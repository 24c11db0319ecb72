/** What SQL finds of a client besides balances: products, transactions, contacts, complaints, surveys, log-ins. */
import { dateLiteral, textLiteral, wholeLiteral } from './literal.ts';
import type { Night } from './night.ts';

/**
 * `seen`: clients known on D. One who closed is assessed once more, so that the last state says so, and
 * again when the same night is run again. Empty opened_on = the account's first balance or transaction;
 * empty onboarded_on = the client's first account or transaction.
 */
export const seenSql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  const closedAfter = night.previousOn ? dateLiteral(night.previousOn) : "date '-infinity'";
  return `
  openings as materialized (
    select client_id, account_id, coalesce(opened_on, least(
             (select min(b.on) from balances b where b.client_id = a.client_id and b.account_id = a.account_id),
             (select min(t.booked_on) from transactions t
               where t.client_id = a.client_id and t.account_id = a.account_id))) as known_on
      from accounts a where ${inRange}),
  first_openings as (select client_id, min(known_on) as first_on from openings group by client_id),
  onboarding as materialized (
    select client_id, coalesce(c.onboarded_on, least(f.first_on,
             (select min(t.booked_on) from transactions t where t.client_id = c.client_id))) as known_on
      from clients c left join first_openings f using (client_id) where ${inRange}),
  earlier_states as (select client_id, business_date from client_state where ${inRange}),
  seen as materialized (
    select c.client_id, c.kind, coalesce(c.watch, false) as watch, c.closed_on,
           c.target_credit_minor, c.contribution_12m_minor, o.known_on as onboarded_on
      from clients c join onboarding o using (client_id) left join earlier_states s using (client_id)
     where ${inRange} and (o.known_on is null or o.known_on <= ${on})
       and (c.closed_on is null or c.closed_on > ${closedAfter} or s.client_id is null
            or s.business_date < c.closed_on or s.business_date = ${on}))`;
};

/** `open_accounts`: every account opened by D, closed ones too; `products`: what they say of a client. */
export const productsSql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  const ended = wholeLiteral(night.policy.churn.lines.R03.days);
  const fresh = wholeLiteral(night.policy.churn.lines.R12.newProductDays);
  return `
  dated_accounts as materialized (
    select client_id, account_id, a.product_line, a.currency, a.matures_on, a.renewal_instructed,
           case when a.closed_on <= ${on} then a.closed_on end as closed_on,
           a.opened_on > ${on} - ${fresh} as is_new, coalesce(o.known_on, c.onboarded_on) as opened_on
      from accounts a join openings o using (client_id, account_id) join seen c using (client_id)
     where ${inRange}),
  open_accounts as materialized (
    select *, min(opened_on) over (partition by client_id) as first_on
      from dated_accounts where opened_on <= ${on}),
  ended_accounts as (
    select a.client_id from open_accounts a
     where (a.closed_on > ${on} - ${ended}
            or (a.matures_on > ${on} - ${ended} and a.matures_on <= ${on} and a.renewal_instructed = false))
       and not exists (
         select from open_accounts n
          where n.client_id = a.client_id and n.product_line = a.product_line
            and n.account_id <> a.account_id and n.opened_on > ${on} - ${ended})),
  ended_products as (select client_id, count(*) as ended from ended_accounts group by client_id),
  products as (
    select client_id, min(first_on) as first_on, max(closed_on) as last_closed_on,
           count(*) filter (where closed_on is null) as open_accounts,
           count(*) filter (where closed_on is null and is_new) as new_products,
           array_agg(distinct product_line order by product_line) filter (where closed_on is null) as lines
      from open_accounts group by client_id)`;
};

/**
 * `own_days`: how many days ago a transaction was that the client initiated, and a salary; in no order and
 * with repetitions, which cost less to remove client by client in parse-row.ts.
 */
export const transactionsSql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  const { R05, R04, R10 } = night.policy.churn.lines;
  const { valueScore, pAlive } = night.policy;
  const { frequencyDays } = valueScore;
  const history = wholeLiteral(
    Math.max(R05.historyDays, 2 * R04.days, frequencyDays, pAlive.historyDays),
  );
  return `
  own_days as (
    select client_id, max(booked_on) filter (where initiated_by_client) as last_on,
           array_agg(${on} - booked_on) filter (where initiated_by_client) as own_ago,
           array_agg(${on} - booked_on) filter (where kind = 'salary' and amount_minor > 0) as salary_ago
      from transactions
     where ${inRange} and booked_on > ${on} - ${history} and booked_on <= ${on}
     group by client_id),
  sent as (
    select t.client_id, bool_or(t.minor is null) as rate_missing, sum_minor(t.minor) as minor
      from (select x.client_id,
                   case when a.currency = ${textLiteral(night.reportingCurrency)} then -x.amount_minor
                        else round_half_even(-x.amount_minor * r.factor) end as minor
              from transactions x
              join open_accounts a using (client_id, account_id)
              left join daily_rates r on r.currency = a.currency and r.day = x.booked_on
             where ${inRange.replaceAll('client_id', 'x.client_id')} and x.own_name_other_bank and x.amount_minor < 0
               and x.booked_on > ${on} - ${wholeLiteral(R10.days)} and x.booked_on <= ${on}) t
     group by t.client_id)`;
};

/** `monthly`: the last transaction that monthly sums know of, for months without transactions of their own. */
export const activitySql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  return `
  booked_months as (
    select distinct client_id, date_trunc('month', booked_on)::date as month from transactions
     where ${inRange} and booked_on <= ${on} and ${night.delivered.has('activity')}),
  monthly as (
    select client_id, max(last_transaction_on) filter (where last_transaction_on <= ${on}) as last_on,
           max(month) filter (where last_transaction_on is null
                                and transaction_days is distinct from 0) as unrecorded_month,
           bool_or(last_transaction_on is null) as unrecorded
      from activity left join (select *, true as booked from booked_months) b using (client_id, month)
     where ${inRange} and month <= ${on} and b.booked is null
     group by client_id)`;
};

export const serviceSql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  const month = night.loginMonth;
  const months = wholeLiteral(night.policy.churn.lines.R06.previousMonths);
  const logins = month
    ? `select client_id, coalesce(sum(days) filter (where month = ${dateLiteral(month)}), 0) as now,
              coalesce(sum(days) filter (where month < ${dateLiteral(month)}), 0) as before
         from logins
        where ${inRange} and month <= ${dateLiteral(month)}
          and month >= ${dateLiteral(month.subtract({ months: Number(months) }))}
        group by client_id`
    : 'select null as client_id, 0 as now, 0 as before where false';
  return `
  last_contact as (
    select client_id, max(contacts.on) as last_on from contacts
     where ${inRange} and two_way and contacts.on <= ${on} group by client_id),
  open_complaint as (
    select client_id, bool_or(coalesce(severity, 'normal') = 'severe') as severe from complaints
     where ${inRange} and opened_on <= ${on} and (closed_on is null or closed_on > ${on})
     group by client_id),
  last_survey as (
    select distinct on (client_id) client_id, csat, ${on} - surveys.on as days_ago from surveys
     where ${inRange} and surveys.on <= ${on} order by client_id, surveys.on desc),
  login_days as (${logins}),
  live_override as (
    select * from (
      select distinct on (client_id) client_id, tier, valid_to from overrides
       where ${inRange} and valid_from <= ${on}
       order by client_id, recorded_at desc, override_id desc) newest
     where valid_to > ${on})`;
};
