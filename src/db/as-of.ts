/** The bank's decisions on two time axes: as they held on a date, and as they were known at an instant. */
import { and, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Orm } from './database.ts';
import { assessments, coverage, overrides, policies } from './schema/index.ts';
import type { ScopedTransaction } from './scope.ts';

/** `knownAt` null = by all that is known now: later corrections of that date are in it. */
export type Moment = { on: Temporal.PlainDate; knownAt: Temporal.Instant | null };

type Reader = Orm | ScopedTransaction;
type RecordedTable = typeof assessments | typeof overrides | typeof coverage | typeof policies;

const known = (table: RecordedTable, { knownAt }: Moment): SQL | undefined =>
  knownAt ? lte(table.recordedAt, knownAt) : undefined;

/**
 * The assessment of each client that stood on the date, one row a client: of its newest date up to then the
 * highest revision. A subquery named `assessment_as_of`, to select from or to join by `clientId`.
 */
export const assessmentsAsOf = (reader: Reader, moment: Moment) =>
  reader
    .selectDistinctOn([assessments.clientId])
    .from(assessments)
    .where(and(lte(assessments.validFrom, moment.on), known(assessments, moment)))
    .orderBy(assessments.clientId, desc(assessments.validFrom), desc(assessments.revision))
    .as('assessment_as_of');

/** The newest override of each client that had begun; it counts while `validTo` lies after the date. */
const newestOverrides = (reader: Reader, moment: Moment) =>
  reader
    .selectDistinctOn([overrides.clientId], {
      clientId: overrides.clientId,
      tier: overrides.tier,
      validTo: overrides.validTo,
    })
    .from(overrides)
    .where(and(lte(overrides.validFrom, moment.on), known(overrides, moment)))
    .orderBy(overrides.clientId, desc(overrides.recordedAt), desc(overrides.overrideId))
    .as('newest_override');

/** The live override of each client that has one, as `override_as_of`. */
export const overridesAsOf = (reader: Reader, moment: Moment) => {
  const newest = newestOverrides(reader, moment);
  return reader.select().from(newest).where(gt(newest.validTo, moment.on)).as('override_as_of');
};

/** The primary manager of each client on the date, as `coverage_as_of`; no row = unowned. */
export const coverageAsOf = (reader: Reader, moment: Moment) => {
  const { on, knownAt } = moment;
  const stillKnown = knownAt
    ? or(isNull(coverage.supersededAt), gt(coverage.supersededAt, knownAt))
    : isNull(coverage.supersededAt);
  return reader
    .select({ clientId: coverage.clientId, managerId: coverage.managerId })
    .from(coverage)
    .where(
      and(
        lte(coverage.validFrom, on),
        or(isNull(coverage.validTo), gt(coverage.validTo, on)),
        known(coverage, moment),
        stillKnown,
      ),
    )
    .as('coverage_as_of');
};

/** The version and hash of the policy in that currency that was in force on the date; null = none was. */
export const findPolicyAsOf = async (reader: Reader, moment: Moment, currency: string) => {
  const [policy] = await reader
    .select({ version: policies.policyVersion, hash: policies.hash, document: policies.document })
    .from(policies)
    .where(
      and(
        eq(policies.currency, currency),
        lte(policies.validFrom, moment.on),
        known(policies, moment),
      ),
    )
    .orderBy(desc(policies.validFrom), desc(policies.recordedAt))
    .limit(1);
  return policy ?? null;
};

/**
 * Each client known on the date, one row: the in-force tier (the live override, else the last decision) with
 * what stood beside it, and the primary manager. As `state_as_of`, to join by `clientId`.
 */
export const statesAsOf = (reader: Reader, moment: Moment) => {
  const assessment = assessmentsAsOf(reader, moment);
  const override = overridesAsOf(reader, moment);
  const owner = coverageAsOf(reader, moment);
  return reader
    .select({
      clientId: assessment.clientId,
      assessedOn: assessment.validFrom,
      revision: assessment.revision,
      policyVersion: assessment.policyVersion,
      computedTier: assessment.computedTier,
      decidedTier: assessment.decidedTier,
      inForceTier: sql<
        (typeof assessments.$inferSelect)['inForceTier']
      >`coalesce(${override.tier}, ${assessment.decidedTier})`.as('in_force_tier_as_of'),
      activity: assessment.activity,
      lifecycle: assessment.lifecycle,
      churnScore: assessment.churnScore,
      churnBand: assessment.churnBand,
      monthsBelow: assessment.monthsBelow,
      reasons: assessment.reasons,
      managerId: owner.managerId,
    })
    .from(assessment)
    .leftJoin(override, eq(override.clientId, assessment.clientId))
    .leftJoin(owner, eq(owner.clientId, assessment.clientId))
    .as('state_as_of');
};
