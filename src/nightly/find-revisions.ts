import type { Sql } from '../db/database.ts';
import type { ActivityState, ChurnBand, LifecycleStage, Tier } from '../domain/client.ts';

export type Decided = {
  computedTier: Tier;
  inForceTier: Tier;
  lifecycle: LifecycleStage;
  activity: ActivityState;
  churnScore: number;
  churnBand: ChurnBand;
};

/** What was known of a client on a date that had been assessed before, and what is known now. */
export type Revision = { clientId: string; on: Temporal.PlainDate; was: Decided; now: Decided };

export type Revisions = { revised: number; revisions: Revision[] };

const REVISIONS_TOLD_MAX = 1_000;
const DECIDED = [
  'computed_tier',
  'in_force_tier',
  'lifecycle',
  'activity',
  'churn_score',
  'churn_band',
];

const tuple = (alias: string): string =>
  `(${DECIDED.map((name) => `${alias}.${name}`).join(', ')})`;

const standing = (alias: string, condition: string): string => `
  join lateral (
    select ${DECIDED.join(', ')} from assessments a
     where a.client_id = t.client_id and a.valid_from <= d.on ${condition}
     order by a.valid_from desc, a.revision desc limit 1) ${alias} on true`;

const asObject = (alias: string): string =>
  `json_build_object('computedTier', ${alias}.computed_tier, 'inForceTier', ${alias}.in_force_tier,
    'lifecycle', ${alias}.lifecycle, 'activity', ${alias}.activity,
    'churnScore', ${alias}.churn_score, 'churnBand', ${alias}.churn_band)`;

/**
 * Compares, on each of `dates`, what was known before `since` with what is known now. Counts all that differ
 * and gives the first thousand, by date and client.
 */
export const findRevisions = async (
  sql: Sql,
  dates: readonly Temporal.PlainDate[],
  since: Temporal.Instant,
): Promise<Revisions> => {
  const [first] = dates;
  if (!first) return { revised: 0, revisions: [] };
  const rows = await sql.unsafe<
    { client_id: string; on: string; was: Decided; now: Decided; total: number }[]
  >(
    `select t.client_id, d.on::text as on, ${asObject('was')} as was, ${asObject('now')} as now,
            (count(*) over ())::int as total
       from (select distinct client_id from assessments
              where valid_from >= $1::text::date and recorded_at >= $2::text::timestamptz) t
      cross join unnest($3::text::date[]) as d("on")
      ${standing('was', 'and a.recorded_at < $2::text::timestamptz')}
      ${standing('now', '')}
      where ${tuple('was')} is distinct from ${tuple('now')}
      order by d.on, t.client_id limit ${REVISIONS_TOLD_MAX}`,
    [first.toString(), since.toString(), `{${dates.join(',')}}`],
  );
  const revisions = rows.map(({ client_id, on, was, now }) => ({
    clientId: client_id,
    on: Temporal.PlainDate.from(on),
    was,
    now,
  }));
  return { revised: rows[0]?.total ?? 0, revisions };
};
