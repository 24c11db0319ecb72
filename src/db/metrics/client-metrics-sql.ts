/** The whole query of a night for a range of clients: one row a client, every fact that assessClient reads. */
import { lowSql, moneySql, partsSql, ratesSql } from './balance-sql.ts';
import { dateLiteral, textLiteral } from './literal.ts';
import type { ClientRange, Night } from './night.ts';
import { activitySql, productsSql, seenSql, serviceSql, transactionsSql } from './relation-sql.ts';

/** Columns of an earlier assessment, in the order in which parse-row.ts reads them. */
const EARLIER = [
  'valid_from',
  'revision',
  'policy_version',
  'previous_in_force_tier',
  'computed_tier',
  'in_force_tier',
  'decided_tier',
  'decided_on',
  'promoted_on',
  'months_below',
  'recent_computed',
  'lost_on',
  'won_back_on',
  'activity',
  'lifecycle',
  'churn_score',
  'churn_band',
  'churn_coverage_pct',
];

const earlier = (alias: string): string => EARLIER.map((name) => `${alias}.${name}`).join(', ');

const earlierLateral = (alias: string, condition: string): string => `
  left join lateral (
    select * from assessments p where p.client_id = c.client_id and ${condition}
     order by p.valid_from desc, p.revision desc limit 1) ${alias} on true`;

/** For COPY … TO STDOUT: tab-separated, the columns in the order in which parse-row.ts reads them. */
export const clientMetricsSql = (night: Night, range: ClientRange): string => {
  const on = dateLiteral(night.on);
  const inRange = `client_id between ${textLiteral(range.first)} and ${textLiteral(range.last)}`;
  return `
with ${[
    ratesSql(night),
    seenSql(night, inRange),
    productsSql(night, inRange),
    partsSql(night, inRange),
    moneySql(night),
    lowSql(night),
    transactionsSql(night, inRange),
    activitySql(night, inRange),
    serviceSql(night, inRange),
  ].join(',')}
select c.client_id, c.kind, c.watch, c.onboarded_on, c.target_credit_minor, c.contribution_12m_minor,
       p.first_on, p.last_closed_on, coalesce(p.open_accounts, 0), coalesce(p.new_products, 0),
       coalesce(e.ended, 0), p.lines,
       coalesce(m.aum, 0), coalesce(m.deposits, 0), coalesce(m.loans, 0), coalesce(m.maturing, 0),
       coalesce(m.avg3_sum, 0), coalesce(m.deposits_sum, 0), coalesce(m.recent_sum, 0),
       coalesce(m.before_sum, 0), coalesce(m.zero_sum, 0), coalesce(m.aum_before, 0), m.known_from,
       coalesce(m.rate_missing, false), coalesce(m.rate_missing_earlier, false), n.client_id is null,
       coalesce(d.last_on, (select max(t.booked_on) from transactions t
                             where t.client_id = c.client_id and t.booked_on <= ${on} and t.initiated_by_client)),
       d.own_ago, d.salary_ago, case when x.rate_missing then null else coalesce(x.minor, 0) end,
       a.last_on, a.unrecorded_month, coalesce(a.unrecorded, false),
       k.last_on, q.severe, v.csat, v.days_ago, coalesce(l.now, 0), coalesce(l.before, 0),
       o.tier, o.valid_to, ${earlier('now')}, ${earlier('prev')}
  from seen c
  left join products p using (client_id)
  left join ended_products e using (client_id)
  left join money m using (client_id)
  left join not_low n using (client_id)
  left join own_days d using (client_id)
  left join sent x using (client_id)
  left join monthly a using (client_id)
  left join last_contact k using (client_id)
  left join open_complaint q using (client_id)
  left join last_survey v using (client_id)
  left join login_days l using (client_id)
  left join live_override o using (client_id)
  ${earlierLateral('now', `p.valid_from <= ${on}`)}
  ${earlierLateral('prev', `now.valid_from = ${on} and p.valid_from < ${on}`)}
 order by c.client_id`;
};
