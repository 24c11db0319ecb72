import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { canonicalJson, sha256 } from '../db/canonical-json.ts';
import { assessments, clientState, clients, coverage, overrides } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { compareDates } from '../domain/business-date.ts';
import type { ClientKind, Tier } from '../domain/client.ts';

export type CoverageRow = typeof coverage.$inferSelect;
export type OverrideRow = typeof overrides.$inferSelect;

/** A client as a change sees it, on the business date. */
export type CoveredClient = {
  clientId: string;
  name: string;
  kind: ClientKind;
  closed: boolean;
  watch: boolean;
  highAml: boolean;
  /** Primary manager today; null = unowned. */
  managerId: string | null;
  /** What is known now of today's and later coverage, oldest first. */
  coverage: CoverageRow[];
  /** null = never assessed. */
  inForceTier: Tier | null;
  decidedTier: Tier | null;
  liveOverride: OverrideRow | null;
  /** The client's branch (its manager's, where the bank names none) and all above it. */
  branchPath: string[];
  /** Changes when the coverage, the in-force tier or the override does. */
  version: string;
};

const CLIENT_LOCKS = 7_204_119;

/** Makes changes of one client wait for each other until the transaction ends. */
export const lockClient = (transaction: ScopedTransaction, clientId: string): Promise<unknown> =>
  transaction.execute(
    sql`select pg_advisory_xact_lock(${CLIENT_LOCKS}::int, hashtext(${clientId}))`,
  );

/** The rows of what is known now that hold on `on` or later, oldest first. */
export const loadCoverageFrom = (
  transaction: ScopedTransaction,
  clientId: string,
  on: Temporal.PlainDate,
): Promise<CoverageRow[]> =>
  transaction
    .select()
    .from(coverage)
    .where(
      and(
        eq(coverage.clientId, clientId),
        isNull(coverage.supersededAt),
        or(isNull(coverage.validTo), gt(coverage.validTo, on)),
      ),
    )
    .orderBy(asc(coverage.validFrom));

const loadDecidedTier = async (
  transaction: ScopedTransaction,
  clientId: string,
  on: Temporal.PlainDate,
): Promise<Tier | null> => {
  const [row] = await transaction
    .select({ tier: assessments.decidedTier })
    .from(assessments)
    .where(and(eq(assessments.clientId, clientId), lte(assessments.validFrom, on)))
    .orderBy(desc(assessments.validFrom), desc(assessments.revision))
    .limit(1);
  return row?.tier ?? null;
};

/** The newest override counts while it lasts; one that it replaced does not come back to life. */
const findLiveOverride = async (
  transaction: ScopedTransaction,
  clientId: string,
  on: Temporal.PlainDate,
): Promise<OverrideRow | null> => {
  const [newest] = await transaction
    .select()
    .from(overrides)
    .where(and(eq(overrides.clientId, clientId), lte(overrides.validFrom, on)))
    .orderBy(desc(overrides.recordedAt))
    .limit(1);
  return newest && compareDates(newest.validTo, on) > 0 ? newest : null;
};

const loadBranchPath = async (
  transaction: ScopedTransaction,
  branchId: string | null,
  managerId: string | null,
): Promise<string[]> => {
  const rows = await transaction.execute<{ branch_id: string }>(sql`
    with recursive path as (
      select branch_id, parent_branch_id from branches where branch_id = coalesce(
        ${branchId}, (select branch_id from managers where manager_id = ${managerId}))
      union
      select b.branch_id, b.parent_branch_id from branches b
        join path on b.branch_id = path.parent_branch_id
    ) select branch_id from path`);
  return rows.map((row) => row.branch_id);
};

type Versioned = Pick<CoveredClient, 'coverage' | 'inForceTier' | 'liveOverride'>;

const versionOf = ({ coverage: rows, inForceTier, liveOverride }: Versioned): string =>
  sha256(
    canonicalJson({
      coverage: rows.map((row) => [
        row.managerId,
        row.validFrom.toString(),
        row.validTo?.toString() ?? null,
      ]),
      inForceTier,
      override: liveOverride && [liveOverride.overrideId, liveOverride.validTo.toString()],
    }),
  );

/** The client on `on`, or null when there is none of that id. Says nothing of who may see it. */
export const findCoveredClient = async (
  transaction: ScopedTransaction,
  clientId: string,
  on: Temporal.PlainDate,
): Promise<CoveredClient | null> => {
  const [row] = await transaction
    .select({ client: clients, inForceTier: clientState.inForceTier })
    .from(clients)
    .leftJoin(clientState, eq(clientState.clientId, clients.clientId))
    .where(eq(clients.clientId, clientId));
  if (!row) return null;
  const { client, inForceTier } = row;
  const rows = await loadCoverageFrom(transaction, clientId, on);
  const isToday = (span: CoverageRow): boolean => compareDates(span.validFrom, on) <= 0;
  const managerId = rows.find(isToday)?.managerId ?? null;
  const liveOverride = await findLiveOverride(transaction, clientId, on);
  return {
    clientId,
    name: client.name,
    kind: client.kind,
    closed: client.closedOn !== null && compareDates(client.closedOn, on) <= 0,
    watch: client.watch === true,
    highAml: client.riskAml === 'high',
    managerId,
    coverage: rows,
    inForceTier,
    decidedTier: await loadDecidedTier(transaction, clientId, on),
    liveOverride,
    branchPath: await loadBranchPath(transaction, client.branchId, managerId),
    version: versionOf({ coverage: rows, inForceTier, liveOverride }),
  };
};
