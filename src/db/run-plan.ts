/** Runs a plan inside `asActor`: lists, counts, sums, groups. Amounts come back in minor units. */
import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../domain/actor.ts';
import type { FieldKey } from '../query/field-keys.ts';
import type { Condition, QueryPlan } from '../query/query-plan.ts';
import { type FieldValue, storedFields } from './run-plan-fields.ts';
import { primaryOn, scopeSql, type Whose } from './run-plan-scope.ts';
import { conditionSql, type PlanUnits } from './run-plan-where.ts';
import { branches, clientState, clients, coverage, managers } from './schema/index.ts';
import type { ScopedTransaction } from './scope.ts';

export const ROWS_MAX = 1_000;

export type PlanRun = PlanUnits & {
  transaction: ScopedTransaction;
  actor: Actor;
  plan: QueryPlan;
  whose: Whose;
};

export type FieldRow = { clientId: string } & Partial<Record<FieldKey, FieldValue>>;

/** `n`: how many clients have the fact; an average is sum / n. */
export type MeasuredSum = { sum: bigint; n: number };
export type MeasuredGroup = {
  keys: (string | null)[];
  names: (string | null)[];
  count: number;
  measures: MeasuredSum[];
};

const conditions = (run: PlanRun, where: readonly Condition[]): SQL | undefined =>
  and(
    scopeSql(run.actor, run.whose, run.plan, run.on),
    ...where.map((condition) => conditionSql(condition, run)),
  );

const joined = (run: PlanRun, selection: Record<string, SQL>) =>
  run.transaction
    .select(selection)
    .from(clientState)
    .innerJoin(clients, eq(clients.clientId, clientState.clientId))
    .leftJoin(coverage, primaryOn(run.on))
    .leftJoin(managers, eq(managers.managerId, coverage.managerId))
    .leftJoin(branches, eq(branches.branchId, clients.branchId))
    .$dynamic();

const orderOf = (run: PlanRun): SQL[] => {
  const { field, direction } = run.plan.sort ?? { field: 'aum', direction: 'desc' };
  const { value } = storedFields(run.on)[field];
  const order = direction === 'asc' ? sql`${value} asc` : sql`${value} desc`;
  return [sql`${order} nulls last`, asc(clients.clientId)];
};

const fieldsOf = (run: PlanRun, keys: readonly FieldKey[]): Record<string, SQL> => {
  const fields = storedFields(run.on);
  return Object.fromEntries(keys.map((key) => [key, fields[key].value]));
};

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

const sums = (run: PlanRun): Record<string, SQL> => {
  const fields = storedFields(run.on);
  return Object.fromEntries(
    run.plan.measures.flatMap(({ field }, index) => [
      [`sum${index}`, sql`coalesce(sum(${fields[field].value}), 0)::text`],
      [`n${index}`, sql`count(${fields[field].value})::int`],
    ]),
  );
};

const measured = (run: PlanRun, row: Record<string, unknown>): MeasuredSum[] =>
  run.plan.measures.map((_, index) => ({
    sum: BigInt(String(row[`sum${index}`] ?? '0')),
    n: Number(row[`n${index}`] ?? 0),
  }));

/** Sums over all that match, in the order of the plan's measures. */
export const runAggregate = async (
  run: PlanRun,
): Promise<{ total: number; measures: MeasuredSum[] }> => {
  const selection = { ...sums(run), total: sql<number>`${count()}`.mapWith(Number) };
  const [row] = await joined(run, selection).where(conditions(run, run.plan.where));
  return { total: Number(row?.total ?? 0), measures: measured(run, row ?? {}) };
};

/** How many match, and out of how many of the asker's. */
export const runShare = async (run: PlanRun): Promise<{ part: number; whole: number }> => {
  const met = and(...run.plan.where.map((condition) => conditionSql(condition, run))) ?? sql`true`;
  const [row] = await joined(run, {
    part: sql<number>`count(*) filter (where ${met})`.mapWith(Number),
    whole: sql<number>`${count()}`.mapWith(Number),
  }).where(conditions(run, []));
  return { part: Number(row?.part ?? 0), whole: Number(row?.whole ?? 0) };
};

/** One entry for each group that has clients, by key. */
export const runGroups = async (run: PlanRun): Promise<MeasuredGroup[]> => {
  const fields = storedFields(run.on);
  const keys = run.plan.groupBy.map((key) => {
    const { group, value } = fields[key];
    return group ?? { key: value, name: value };
  });
  const selection = Object.fromEntries(
    keys.flatMap(({ key, name }, index) => [
      [`key${index}`, sql`${key}`],
      [`name${index}`, sql`${name}`],
    ]),
  );
  const positions = keys.flatMap((_, index) => [index * 2 + 1, index * 2 + 2]);
  const rows = await joined(run, {
    ...selection,
    ...sums(run),
    count: sql`${count()}`.mapWith(Number),
  })
    .where(conditions(run, run.plan.where))
    .groupBy(...positions.map((position) => sql.raw(String(position))));
  return rows.map((row) => groupOf(run, row));
};

const groupOf = (run: PlanRun, row: Record<string, unknown>): MeasuredGroup => {
  const texts = (prefix: string): (string | null)[] =>
    run.plan.groupBy.map((_, index) => (row[`${prefix}${index}`] as string | null) ?? null);
  return {
    keys: texts('key'),
    names: texts('name'),
    count: Number(row.count),
    measures: measured(run, row),
  };
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
      .where(met)
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
