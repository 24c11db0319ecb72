import { sql } from 'drizzle-orm';
import type { ScopedTransaction } from '../db/scope.ts';
import { ASSET_LINES, type ChurnBand, type ClientKind, type Tier } from '../domain/client.ts';
import type { Reason } from '../tiering/reason.ts';
import type { ClientSignal, Night } from './alert.ts';
import { ACCOUNT_CLOSED_DAYS } from './alert-policy.ts';

/** Churn lines that can be an alert by themselves: balance and salary. */
const ALERTING_CODES = ['R01', 'R02'];

type SignalRow = {
  client_id: string;
  kind: ClientKind;
  branch_id: string | null;
  closed: boolean;
  in_force_tier: Tier;
  tier_before: Tier | null;
  value_at_risk_minor: bigint;
  churn_score: number;
  churn_band: ChurnBand;
  score_week_ago: number | null;
  reasons: Reason[];
  complaint_since: string | null;
  complaint_severe: boolean | null;
  account_closed_on: string | null;
};

const signalOf = (row: SignalRow): ClientSignal => ({
  clientId: row.client_id,
  kind: row.kind,
  branchId: row.branch_id,
  closed: row.closed,
  firstSeen: row.tier_before === null,
  inForceTier: row.in_force_tier,
  tierBefore: row.tier_before,
  valueAtRiskMinor: row.value_at_risk_minor,
  churnScore: row.churn_score,
  churnBand: row.churn_band,
  scoreWeekAgo: row.score_week_ago,
  reasons: row.reasons,
  complaint:
    row.complaint_since === null
      ? null
      : { since: row.complaint_since, severe: row.complaint_severe ?? false },
  accountClosedOn: row.account_closed_on,
});

/**
 * The score of a week ago counts only where it is of the same policy: points of two cards cannot be compared.
 * The clients of whom tonight may tell something: those with a risk, an alerting reason or a complaint, those whose
 * assessment changed lately, and those with an open alert.
 */
export const readSignals = async (
  transaction: ScopedTransaction,
  { on, before, weekAgo }: Night,
): Promise<ClientSignal[]> => {
  const date = sql`${on.toString()}::date`;
  const night = sql`${before.toString()}::date`;
  const week = sql`${weekAgo?.toString() ?? null}::date`;
  const alerting = ALERTING_CODES.map((code) => sql`s.reasons @> ${`[{"code":"${code}"}]`}::jsonb`);
  const rows = await transaction.execute<SignalRow>(sql`
    with candidates as (
      select client_id from assessments
       where valid_from > least(${night}, ${week}) and valid_from <= ${date}
         and previous_in_force_tier is not null
      union
      select s.client_id from client_state s
       where s.churn_band in ('high', 'medium') or ${sql.join(alerting, sql` or `)}
      union
      select client_id from complaints
       where opened_on <= ${date} and (closed_on is null or closed_on > ${date})
      union
      select client_id from alerts where resolved_on is null
    )
    select s.client_id, c.kind, c.branch_id, coalesce(c.closed_on <= ${date}, false) as closed,
           s.in_force_tier, earlier.in_force_tier as tier_before, s.value_at_risk_minor,
           s.churn_score, s.churn_band, week.churn_score as score_week_ago, s.reasons,
           complaint.since as complaint_since, complaint.severe as complaint_severe,
           account.closed_on as account_closed_on
      from candidates
      join client_state s using (client_id)
      join clients c using (client_id)
      left join lateral (
        select a.in_force_tier from assessments a
         where a.client_id = s.client_id and a.valid_from <= ${night}
         order by a.valid_from desc, a.revision desc limit 1) earlier on true
      left join lateral (
        select case when a.policy_version = s.policy_version then a.churn_score end as churn_score
          from assessments a
         where a.client_id = s.client_id and a.valid_from <= ${week}
         order by a.valid_from desc, a.revision desc limit 1) week on true
      left join lateral (
        select min(p.opened_on) as since, bool_or(p.severity = 'severe') as severe from complaints p
         where p.client_id = s.client_id and p.opened_on <= ${date}
           and (p.closed_on is null or p.closed_on > ${date})
      ) complaint on true
      left join lateral (
        select max(x.closed_on) as closed_on from accounts x
         where x.client_id = s.client_id and x.product_line in ${[...ASSET_LINES]}
           and x.closed_on > ${date} - ${ACCOUNT_CLOSED_DAYS}::int and x.closed_on <= ${date}
      ) account on true
     order by s.client_id`);
  return rows.map(signalOf);
};
