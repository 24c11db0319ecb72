import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { managers } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { type Actor, mayApprove, ROLES, type Role, reachOf } from '../domain/actor.ts';
import type { CoveredClient } from './load-client.ts';

type Person = Pick<Actor, 'managerId' | 'role' | 'branchId'>;

const headsTree = (person: Person, client: CoveredClient): boolean =>
  reachOf(person.role) === 'branch' && client.branchPath.includes(person.branchId);

/**
 * Who may ask for a change of a client: its primary manager, a head above it, an administrator. Standing in
 * for a colleague gives no right to change, and compliance only looks.
 */
export const mayRequestFor = (person: Person, client: CoveredClient): boolean =>
  person.role === 'admin' || client.managerId === person.managerId || headsTree(person, client);

/** Who may agree to a change of a client that somebody else asked for. */
export const mayApproveFor = (person: Person, client: CoveredClient): boolean =>
  mayApprove(person.role) && (person.role === 'admin' || headsTree(person, client));

const HEADS: Role[] = ROLES.filter((role) => reachOf(role) === 'branch');

export type Checker = { managerId: string; branchId: string };

/** The people who may decide on a change of the client, by id; those in `except` may not. */
export const loadCheckers = (
  transaction: ScopedTransaction,
  client: CoveredClient,
  except: readonly string[],
): Promise<Checker[]> =>
  transaction
    .select({ managerId: managers.managerId, branchId: managers.branchId })
    .from(managers)
    .where(
      and(
        ...except.map((managerId) => ne(managers.managerId, managerId)),
        or(
          eq(managers.role, 'admin'),
          and(inArray(managers.role, HEADS), inArray(managers.branchId, client.branchPath)),
        ),
      ),
    )
    .orderBy(managers.managerId);

/** The ids of those to ask: branch by branch from the client's upwards, until there are enough. */
export const nearestCheckers = (
  checkers: readonly Checker[],
  client: CoveredClient,
  needed: number,
): string[] => {
  const asked: Checker[] = [];
  const elsewhere = checkers.filter((checker) => !client.branchPath.includes(checker.branchId));
  for (const branchId of client.branchPath) {
    if (asked.length >= needed) break;
    asked.push(...checkers.filter((checker) => checker.branchId === branchId));
  }
  if (asked.length < needed) asked.push(...elsewhere);
  return asked.map((checker) => checker.managerId);
};
