/** Keeps what a person's thread remembers: never another person's, never another thread's, and for a day. */
import { and, eq, gt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { sha256 } from '../db/canonical-json.ts';
import type { Database } from '../db/database.ts';
import { conversations } from '../db/schema/index.ts';
import { LOCALES } from '../domain/actor.ts';
import { queryPlanSchema } from '../query/query-plan.ts';
import { type Memory, REMEMBERED_ROWS_MAX } from '../query/refine/memory.ts';
import type { Answer } from './answer.ts';

const KEPT = { hours: 24 };

/** Whose thread; `id` is any text that names it. */
export type Thread = { actorId: string; id: string };

const memorySchema = z.strictObject({
  plan: queryPlanSchema.nullable(),
  clientIds: z.array(z.string()),
  choices: z.array(queryPlanSchema),
  language: z.enum(LOCALES),
});

const isThread = ({ actorId, id }: Thread) =>
  and(eq(conversations.actorId, actorId), eq(conversations.threadHash, sha256(id)));

/** null = nothing was said yet, it was too long ago, or an older version of the program remembered it otherwise. */
export const loadMemory = async (
  { service }: Pick<Database, 'service'>,
  thread: Thread,
  now: Temporal.Instant,
): Promise<Memory | null> => {
  const [row] = await service.orm
    .select({ memory: conversations.memory })
    .from(conversations)
    .where(and(isThread(thread), gt(conversations.at, now.subtract(KEPT))));
  const memory = memorySchema.safeParse(row?.memory);
  return memory.success ? memory.data : null;
};

const plansOf = ({ choices }: Answer) => choices.flatMap(({ plan }) => plan ?? []);

/** What the next turn may refer to; a turn that answered nothing changes only what waits to be chosen. */
const remembered = (answer: Answer, before: Memory | null): Memory => {
  const { language, plan, status, rows } = answer;
  if (status !== 'answered' || !plan) {
    const earlier = before ?? { plan: null, clientIds: [] };
    return { ...earlier, choices: plansOf(answer), language };
  }
  const clientIds = rows.slice(0, REMEMBERED_ROWS_MAX).map(({ clientId }) => clientId);
  return { plan, clientIds, choices: plansOf(answer), language };
};

/** Writes the turn down, and forgets every thread that is older than a day. */
export const remember = async (
  { service }: Pick<Database, 'service'>,
  thread: Thread,
  turn: { answer: Answer; before: Memory | null; at: Temporal.Instant },
): Promise<void> => {
  const { answer, before, at } = turn;
  const memory = remembered(answer, before);
  const row = { actorId: thread.actorId, threadHash: sha256(thread.id), at, memory };
  await service.orm
    .insert(conversations)
    .values(row)
    .onConflictDoUpdate({
      target: [conversations.actorId, conversations.threadHash],
      set: { at, memory },
    });
  await service.orm.delete(conversations).where(lte(conversations.at, at.subtract(KEPT)));
};
