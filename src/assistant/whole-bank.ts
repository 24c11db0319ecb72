import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { branches } from '../db/schema/index.ts';
import { type Actor, reachOf } from '../domain/actor.ts';

/** True for compliance, admin, and a head whose branch has no parent: its tree is the bank. */
export const seesWholeBank = async (
  database: Pick<Database, 'reader'>,
  { role, branchId }: Actor,
): Promise<boolean> => {
  const reach = reachOf(role);
  if (reach !== 'branch') return reach === 'bank';
  const [branch] = await database.reader.orm
    .select({ parent: branches.parentBranchId })
    .from(branches)
    .where(eq(branches.branchId, branchId));
  return branch?.parent === null;
};
