/** Decides whether a head asks about a branch or a manager outside the head's own tree. */
import { and, or, type SQL, sql } from 'drizzle-orm';
import type { PlanRun } from '../db/run-plan.ts';
import { branches, managers } from '../db/schema/index.ts';
import { reachOf } from '../domain/actor.ts';
import { type Condition, type SimpleCondition, simpleOf } from '../query/query-plan.ts';

type Named = Extract<SimpleCondition, { op: 'text' }>;
type Run = Pick<PlanRun, 'transaction' | 'actor' | 'plan'>;

const placesIn = (where: readonly Condition[]): Named[] =>
  where
    .flatMap(simpleOf)
    .filter((one): one is Named => one.op === 'text' && ['branch', 'manager'].includes(one.field));

/** The code itself, or a part of the name, as in the condition that is run. */
const called = (name: SQL, id: SQL, text: string): SQL | undefined =>
  or(sql`lower(${id}) = lower(${text})`, sql`position(lower(${text}) in lower(${name})) > 0`);

const isWithin = async ({ transaction }: Run, { field, text }: Named): Promise<boolean> => {
  const [table, id] =
    field === 'branch' ? [branches, branches.branchId] : [managers, managers.managerId];
  const branch = field === 'branch' ? branches.branchId : managers.branchId;
  const [found] = await transaction
    .select({ id })
    .from(table)
    .where(
      and(
        called(sql`${table.name}`, sql`${id}`, text),
        sql`${branch} in (select scope_branches())`,
      ),
    )
    .limit(1);
  return found !== undefined;
};

/** A place of another tree and one that does not exist are answered alike. */
export const namesForeignPlace = async (run: Run): Promise<boolean> => {
  if (reachOf(run.actor.role) !== 'branch') return false;
  for (const named of placesIn([...run.plan.where, ...(run.plan.among ?? [])]))
    if (!(await isWithin(run, named))) return true;
  return false;
};
