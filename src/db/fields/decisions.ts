/** What policy and people decided of a client: today from its state, earlier from its assessments. */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { assessments, clientState, clients } from '../schema/index.ts';
import { activitySql } from './activity.ts';
import {
  codes,
  column,
  dateSql,
  day,
  type FieldAt,
  type FieldSource,
  plain,
} from './stored-field.ts';

const s = clientState;

const of =
  (value: AnyColumn): FieldSource =>
  () =>
    column(value);

/** Today's from the state; on an earlier day that of the last assessment until then; null = none yet. */
const assessed =
  (now: AnyColumn, earlier: AnyColumn): FieldSource =>
  (at) =>
    at.asOf.equals(at.on)
      ? column(now)
      : plain(
          sql`(select z.${sql.identifier(earlier.name)} from assessments z
            where z.client_id = ${clients.clientId} and z.valid_from <= ${dateSql(at.asOf)}
            order by z.valid_from desc, z.revision desc limit 1)`,
          now,
        );

const liveOverride = (what: SQL, { on }: FieldAt): SQL => sql`
  (select ${what} from overrides w where w.client_id = ${clients.clientId}
     and w.valid_from <= ${dateSql(on)} and w.valid_to > ${dateSql(on)}
   order by w.valid_from desc, w.override_id desc limit 1)`;

const OPEN_ALERT = sql`e.client_id = ${clients.clientId} and e.resolved_on is null and e.held_since is null`;

/** A line of the expert card by its code, one of a scorecard that adds points by what it is about. */
const churnReasons = sql`array(
  select distinct case when line->>'code' ~ '^R' then line->>'code' else 'S_' || (line->'values'->>'about') end
    from jsonb_array_elements(${s.reasons}) line
   where line->>'code' ~ '^R[0-9][0-9]$' and (line->>'points')::int <> 0
      or line->>'code' ~ '^S[0-9][0-9]$' and (line->>'points')::int > 0
   order by 1)`;

const days = sql`greatest(${s.avg3Days}, 1)`;

export const decisionFields = {
  tier: assessed(s.inForceTier, assessments.inForceTier),
  computedTier: assessed(s.computedTier, assessments.computedTier),
  activity: ((at) =>
    at.asOf.equals(at.on)
      ? column(s.activity)
      : plain(activitySql(at), s.activity)) satisfies FieldSource,
  lifecycle: assessed(s.lifecycle, assessments.lifecycle),
  churnBand: assessed(s.churnBand, assessments.churnBand),
  churnScore: assessed(s.churnScore, assessments.churnScore),
  churnCoverage: of(s.churnCoveragePct),
  churnReasons: (() => codes(churnReasons)) satisfies FieldSource,
  valueAtRisk: of(s.valueAtRiskMinor),
  nextTierGap: of(s.nextTierGapMinor),
  demotionClock: of(s.monthsBelow),
  demotionRunning: (() => plain(sql`(${s.monthsBelow} > 0)`)) satisfies FieldSource,
  avg3: (() => ({
    ...plain(sql`round_half_even(${s.avg3SumMinor}::numeric / ${days})`, s.aumMinor),
    ratio: { sum: s.avg3SumMinor, parts: days },
  })) satisfies FieldSource,
  productCount: (() => plain(sql`cardinality(${s.productLines})`)) satisfies FieldSource,
  productLines: of(s.productLines),
  productGap: (() => codes(sql`coalesce(${s.productGap}, '{}')`)) satisfies FieldSource,
  idleDays: of(s.idleDays),
  lastTransactionOn: (() => ({
    ...column(s.lastTransactionOn),
    known: sql`${s.idleDays} is not null`,
  })) satisfies FieldSource,
  lastContactOn: (() => ({
    ...column(s.lastContactOn),
    known: sql`${s.contactGapDays} is not null`,
  })) satisfies FieldSource,
  contactGapDays: of(s.contactGapDays),
  valueScore: of(s.valueScore),
  gridCell: of(s.gridCell),
  needTier: of(s.needTier),
  rfmRecency: of(s.rfmRecency),
  rfmFrequency: of(s.rfmFrequency),
  rfmMonetary: of(s.rfmMonetary),
  overridden: ((at) => plain(sql`(${liveOverride(sql`true`, at)} is true)`)) satisfies FieldSource,
  overrideTier: ((at) => plain(liveOverride(sql`w.tier`, at))) satisfies FieldSource,
  overrideUntil: ((at) => day(liveOverride(sql`w.valid_to`, at))) satisfies FieldSource,
  overrideReason: ((at) => plain(liveOverride(sql`w.reason_code`, at))) satisfies FieldSource,
  openAlert: (() =>
    plain(sql`exists (select from alerts e where ${OPEN_ALERT})`)) satisfies FieldSource,
  openAlertCount: (() =>
    plain(sql`(select count(*)::int from alerts e where ${OPEN_ALERT})`)) satisfies FieldSource,
  alertKinds: (() =>
    codes(
      sql`array(select distinct e.kind from alerts e where ${OPEN_ALERT} order by e.kind)`,
    )) satisfies FieldSource,
  alertPriority: (() =>
    plain(
      sql`(select 'p' || min(e.priority) from alerts e where ${OPEN_ALERT})`,
    )) satisfies FieldSource,
};
