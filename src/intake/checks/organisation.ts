/** Branches form a tree and managers report within it: checks that may make each other necessary. */
import type { ImportContext } from '../context.ts';
import type { TableName } from '../tables.ts';
import { type Check, removeRows } from './remove-rows.ts';

/** Known already, or coming with this bundle. */
const nowhere = (table: string, key: string, column: string): string =>
  `s."${column}" is not null and not exists (select from ${table} k where k.${key} = s."${column}")
    and not exists (select from stage_${table} k where k.${key} = s."${column}")`;

const BRANCHES: Check[] = [
  {
    column: 'parent_branch_id',
    code: 'unknownBranch',
    where: nowhere('branches', 'branch_id', 'parent_branch_id'),
  },
  {
    column: 'parent_branch_id',
    code: 'branchCycle',
    where: `s.branch_id not in (
      with recursive told as (
        select branch_id, parent_branch_id from stage_branches
        union all
        select b.branch_id, b.parent_branch_id from branches b
         where b.branch_id not in (select branch_id from stage_branches)),
      tree as (
        select branch_id from told where parent_branch_id is null
        union
        select t.branch_id from told t join tree on t.parent_branch_id = tree.branch_id)
      select branch_id from tree)`,
  },
];

const MANAGERS: Check[] = [
  {
    column: 'branch_id',
    code: 'unknownBranch',
    where: `not exists (select from branches b where b.branch_id = s.branch_id)`,
  },
  {
    column: 'reports_to',
    code: 'unknownManager',
    where: nowhere('managers', 'manager_id', 'reports_to'),
  },
  {
    column: 'email',
    code: 'emailTaken',
    where: `exists (select from stage_managers o where lower(o.email) = lower(s.email) and o.n < s.n)
      or exists (select from managers o where lower(o.email) = lower(s.email)
        and o.manager_id <> s.manager_id
        and not exists (select from stage_managers m where m.manager_id = o.manager_id))`,
  },
];

/** Repeats until nothing more falls out: a rejected head office takes its branches with it. */
export const checkOrganisation = async (
  context: ImportContext,
  table: TableName,
): Promise<void> => {
  const checks = table === 'branches' ? BRANCHES : table === 'managers' ? MANAGERS : [];
  let removed: number;
  do {
    removed = 0;
    for (const check of checks) removed += await removeRows(context, table, check);
  } while (removed > 0);
};
