import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { loadWorkingDays } from '../db/load-working-days.ts';
import { deliveries, managers, preferences, slackPeople } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Actor } from '../domain/actor.ts';
import { nextDigestAt } from './next-digest-at.ts';

export type DigestTimeContext = {
  database: Pick<Database, 'service'>;
  now: () => Temporal.Instant;
  /** Where a manager has no time zone of their own. */
  timeZone: string;
};

type ManagerId = Pick<Actor, 'managerId'>;

const findZone = async (
  transaction: ScopedTransaction,
  { managerId }: ManagerId,
): Promise<string | null> => {
  const [person] = await transaction
    .select({ zone: slackPeople.timezone })
    .from(slackPeople)
    .where(eq(slackPeople.managerId, managerId))
    .orderBy(desc(slackPeople.lookedUpAt))
    .limit(1);
  const [manager] = await transaction
    .select({ zone: managers.timezone })
    .from(managers)
    .where(eq(managers.managerId, managerId));
  return person?.zone ?? manager?.zone ?? null;
};

/**
 * Sets when a manager's digests come, HH:MM at the manager's place, or that none come (null). A digest that
 * waits already follows; one that is withheld can still be asked for.
 */
export const chooseDigestTime = (
  { database, now, timeZone }: DigestTimeContext,
  actor: ManagerId,
  digestAt: string | null,
): Promise<void> =>
  database.service.orm.transaction(async (transaction) => {
    const { managerId } = actor;
    const at = now();
    const chosen = {
      ...(digestAt === null ? {} : { digestAt }),
      digestOff: digestAt === null,
      updatedAt: at,
    };
    await transaction
      .insert(preferences)
      .values({ managerId, ...chosen })
      .onConflictDoUpdate({ target: preferences.managerId, set: chosen });
    const waiting = and(
      eq(deliveries.managerId, managerId),
      eq(deliveries.kind, 'digest'),
      inArray(deliveries.status, ['queued', 'withheld']),
    );
    if (digestAt === null) {
      await transaction.update(deliveries).set({ status: 'withheld' }).where(waiting);
      return;
    }
    const isWorkingDay = await loadWorkingDays(transaction);
    const managerZone = await findZone(transaction, actor);
    const notBefore = nextDigestAt(at, { digestAt, managerZone, timeZone, isWorkingDay });
    await transaction
      .update(deliveries)
      .set({ notBefore })
      .where(and(waiting, eq(deliveries.status, 'queued')));
  });
