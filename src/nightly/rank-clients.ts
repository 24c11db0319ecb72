import type { Transaction } from '../db/database.ts';
import type { Night } from '../db/metrics/night.ts';

/** 5 for the best fifth of those whose figure is known, none in too small a population; ties: lower id first. */
const quintile = (figure: string, order: string): string => `
  case when ${figure} is not null and count(${figure}) over (partition by branch) >= $2
       then 6 - ntile(5) over (partition by branch, ${figure} is null order by ${order}, client_id) end`;

/**
 * RFM within the branch: a rank needs all clients of it, so that it comes after the ranges, set-based. R: fewest
 * idle days; F: most days with a transaction; M: largest contribution of 12 months. Closed clients have none.
 */
export const rankClients = async (
  tx: Transaction,
  { on, policy }: Pick<Night, 'on' | 'policy'>,
): Promise<void> => {
  const names = 'rfm_recency, rfm_frequency, rfm_monetary';
  await tx.unsafe(
    `with population as (
       select s.client_id, coalesce(c.branch_id, m.branch_id, '') as branch, s.idle_days,
              s.transaction_days, c.contribution_12m_minor as contribution
         from client_state s join clients c using (client_id)
         left join coverage o on o.client_id = c.client_id and c.branch_id is null
          and o.superseded_at is null and o.valid_from <= $1::text::date
          and (o.valid_to is null or o.valid_to > $1::text::date)
         left join managers m on m.manager_id = o.manager_id
        where s.business_date = $1::text::date and (c.closed_on is null or c.closed_on > $1::text::date)),
     ranked as (
       select client_id, ${quintile('idle_days', 'idle_days')} as r,
              ${quintile('transaction_days', 'transaction_days desc')} as f,
              ${quintile('contribution', 'contribution desc')} as m
         from population),
     fresh as (
       select s.client_id, r.r, r.f, r.m from client_state s left join ranked r using (client_id)
        where s.business_date = $1::text::date)
     update client_state s set (${names}) = row(f.r, f.f, f.m) from fresh f
      where s.client_id = f.client_id and (${names}) is distinct from (f.r, f.f, f.m)`,
    [on.toString(), policy.rfm.populationMin],
  );
};
