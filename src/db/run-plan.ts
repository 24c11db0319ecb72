/** Runs a plan inside `asActor`: lists, counts, sums, groups. Amounts come back in minor units. */
import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { FieldKey } from '../query/field-keys.ts';
import type { Condition, Measure, QueryPlan } from '../query/query-plan.ts';
import { columnTime } from './column-time.ts';
import { type FieldValue, type StoredField, storedField } from './run-plan-fields.ts';
import { anyVisible, primaryOn, scopeSql, type Whose } from './run-plan-scope.ts';
import { conditionSql, fieldAt, type PlanUnits } from './run-plan-where.ts';
import { branches, clientState, clients, coverage, managers } from './schema/index.ts';
import type { ScopedTransaction } from './scope.ts';

export const ROWS_MAX = 1_000;

export type PlanRun = Pick<PlanUnits, 'on' | 'digits' | 'country'> & {
  transaction: ScopedTransaction;
  actor: Actor;
  plan: QueryPlan;
  whose: Whose;
  /** Coverage as it was known then; null or absent = as known now. */
  knownAt?: Temporal.Instant | null;
};

export type FieldRow = { clientId: string } & Partial<Record<FieldKey, FieldValue>>;

/**
 * `sum`: exact, in minor units for money; an average is sum / n, a median sum / 2, a smallest or largest the
 * sum itself. `n`: how many clients have the fact.
 */
export type MeasuredSum = { sum: string; n: number };
export type MeasuredGroup = {
  keys: (string | null)[];
  names: (string | null)[];
  count: number;
  measures: MeasuredSum[];
};

export const conditions = (run: PlanRun, where: readonly Condition[]): SQL | undefined =>
  and(
    scopeSql(run.actor, run.whose, run.plan, run.on),
    ...where.map((condition) => conditionSql(condition, unitsOf(run))),
  );

export const joined = (run: PlanRun, selection: Record<string, SQL>) =>
  run.transaction
    .select(selection)
    .from(clientState)
    .innerJoin(clients, eq(clients.clientId, clientState.clientId))
    .leftJoin(coverage, primaryOn(run.on, run.knownAt))
    .leftJoin(managers, eq(managers.managerId, coverage.managerId))
    .leftJoin(branches, eq(branches.branchId, clients.branchId))
    .$dynamic();

const stored = (run: PlanRun, key: FieldKey): StoredField =>
  storedField(key, fieldAt(unitsOf(run), columnTime(run.plan, key)));

const unitsOf = ({ on, digits, country, plan }: PlanRun): PlanUnits => ({
  on,
  digits,
  country,
  asOf: plan.asOf,
  period: plan.period,
});

const orderOf = (run: PlanRun): SQL[] => {
  const { field, direction } = run.plan.sort ?? { field: 'aum', direction: 'desc' };
  const { value } = stored(run, field);
  const order = direction === 'asc' ? sql`${value} asc` : sql`${value} desc`;
  return [sql`${order} nulls last`, asc(clients.clientId)];
};

const fieldsOf = (run: PlanRun, keys: readonly FieldKey[]): Record<string, SQL> =>
  Object.fromEntries(keys.map((key) => [key, stored(run, key).value]));

/** The clients of a list in order, at most `limit` or 1,000, with how many match in all. */
export const runList = async (
  run: PlanRun,
  keys: readonly FieldKey[],
): Promise<{ total: number; rows: FieldRow[] }> => {
  const total = sql<number>`count(*) over ()`.mapWith(Number);
  const found = await joined(run, {
    ...fieldsOf(run, keys),
    clientId: sql<string>`${clients.clientId}`,
    total,
  })
    .where(conditions(run, run.plan.where))
    .orderBy(...orderOf(run))
    .limit(Math.min(run.plan.limit ?? ROWS_MAX, ROWS_MAX));
  const rows = found.map(({ total: _, ...row }) => row as FieldRow);
  return { total: Number(found[0]?.total ?? 0), rows };
};

/** How many clients match. */
export const runCount = async (run: PlanRun): Promise<number> => {
  const [row] = await joined(run, { n: sql<number>`${count()}`.mapWith(Number) }).where(
    conditions(run, run.plan.where),
  );
  return Number(row?.n ?? 0);
};

/** What an aggregate of a fact is, as text of an exact number; the mean is made of sum and number. */
const MEASURED: Record<Measure['of'], (value: SQL) => SQL> = {
  sum: (value) => sql`coalesce(sum(${value}), 0)`,
  average: (value) => sql`coalesce(sum(${value}), 0)`,
  median: (value) =>
    sql`percentile_disc(0.5) within group (order by ${value}) + percentile_disc(0.5) within group (order by ${value} desc)`,
  min: (value) => sql`min(${value})`,
  max: (value) => sql`max(${value})`,
};

const measuresSql = (run: PlanRun): Record<string, SQL> =>
  Object.fromEntries(
    run.plan.measures.flatMap(({ of, field }, index) => {
      const { value } = stored(run, field);
      const plain = sql`(${value})::numeric`;
      return [
        [`sum${index}`, sql`(${MEASURED[of](plain)})::text`],
        [`n${index}`, sql`count(${value})::int`],
      ];
    }),
  );

const measured = (run: PlanRun, row: Record<string, unknown>): MeasuredSum[] =>
  run.plan.measures.map((_, index) => ({
    sum: String(row[`sum${index}`] ?? '0'),
    n: Number(row[`n${index}`] ?? 0),
  }));

/** The measures over all that match, in the order of the plan's. */
export const runAggregate = async (
  run: PlanRun,
): Promise<{ total: number; measures: MeasuredSum[] }> => {
  const selection = { ...measuresSql(run), total: sql<number>`${count()}`.mapWith(Number) };
  const [row] = await joined(run, selection).where(conditions(run, run.plan.where));
  return { total: Number(row?.total ?? 0), measures: measured(run, row ?? {}) };
};

/** Clients, or what they hold together, that match and in all; `count`: the clients that match. */
export type MeasuredShare = {
  keys: (string | null)[];
  names: (string | null)[];
  count: number;
  part: number;
  whole: number;
};

const groupColumns = (run: PlanRun): Record<string, SQL> =>
  Object.fromEntries(
    run.plan.groupBy.flatMap((field, index) => {
      const { group, value } = stored(run, field);
      const { key, name } = group ?? { key: value, name: value };
      return [
        [`key${index}`, sql`${key}`],
        [`name${index}`, sql`${name}`],
      ];
    }),
  );

const groupPositions = (run: PlanRun): SQL[] =>
  run.plan.groupBy.flatMap((_, index) =>
    [index * 2 + 1, index * 2 + 2].map((position) => sql.raw(String(position))),
  );

/** One entry, or one for each group, of what matches out of all of the asker's. */
export const runShare = async (run: PlanRun): Promise<MeasuredShare[]> => {
  const met =
    and(...run.plan.where.map((condition) => conditionSql(condition, unitsOf(run)))) ?? sql`true`;
  const [measure] = run.plan.measures;
  const of = measure ? sql`sum(${stored(run, measure.field).value})` : sql`${count()}`;
  const query = joined(run, {
    ...groupColumns(run),
    count: sql`count(*) filter (where ${met})`.mapWith(Number),
    part: sql`coalesce(${of} filter (where ${met}), 0)`.mapWith(Number),
    whole: sql`coalesce(${of}, 0)`.mapWith(Number),
  }).where(conditions(run, run.plan.among ?? []));
  const positions = groupPositions(run);
  const rows = await (positions.length > 0 ? query.groupBy(...positions) : query);
  return rows.map((row) => ({
    ...keysOf(run, row),
    count: Number(row.count),
    part: Number(row.part),
    whole: Number(row.whole),
  }));
};

/** One entry for each group that has clients, by key. */
export const runGroups = async (run: PlanRun): Promise<MeasuredGroup[]> => {
  const rows = await joined(run, {
    ...groupColumns(run),
    ...measuresSql(run),
    count: sql`${count()}`.mapWith(Number),
  })
    .where(conditions(run, run.plan.where))
    .groupBy(...groupPositions(run));
  return rows.map((row) => ({
    ...keysOf(run, row),
    count: Number(row.count),
    measures: measured(run, row),
  }));
};

const keysOf = (
  run: PlanRun,
  row: Record<string, unknown>,
): Pick<MeasuredGroup, 'keys' | 'names'> => {
  const texts = (prefix: string): (string | null)[] =>
    run.plan.groupBy.map((_, index) => {
      const text = row[`${prefix}${index}`] ?? null;
      return text === null ? null : String(text);
    });
  return { keys: texts('key'), names: texts('name') };
};

const CANDIDATES_MAX = 5;

/** The clients whom a reference can mean, among all that the actor may see; exact names before others. */
export const findReferenced = async (
  run: Omit<PlanRun, 'whose'>,
  keys: readonly FieldKey[],
): Promise<FieldRow[]> => {
  const { client } = run.plan;
  if (!client) return [];
  const scoped: PlanRun = { ...run, whose: 'anyVisible' };
  const select = (met: SQL) =>
    joined(scoped, { ...fieldsOf(scoped, keys), clientId: sql<string>`${clients.clientId}` })
      .where(and(met, anyVisible(run.actor)))
      .orderBy(asc(clients.clientId))
      .limit(CANDIDATES_MAX) as unknown as Promise<FieldRow[]>;
  const { text } = client;
  if (client.by === 'id') {
    const spellings = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
    return select(sql`${clients.clientId} = any(${sql.param(spellings)}::text[])`);
  }
  const exact = await select(sql`lower(${clients.name}) = lower(${text})`);
  if (exact.length > 0) return exact;
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return select(sql`${clients.name} ilike ${`${literal}%`}`);
};
