import { and, eq } from 'drizzle-orm';
import { answerFeedback, receipts } from '../db/schema/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { AssistantContext } from './answer-question.ts';

export const VERDICTS = ['helpful', 'unhelpful'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Keeps what the asker thought of an answer beside its receipt; the last word counts. False where the
 * receipt is not the actor's own.
 */
export const saveFeedback = async (
  { database, now }: AssistantContext,
  { actor, receiptId, verdict }: { actor: Actor; receiptId: string; verdict: Verdict },
): Promise<boolean> => {
  const { orm } = database.service;
  const actorId = actor.managerId;
  const [own] = await orm
    .select({ receiptId: receipts.receiptId })
    .from(receipts)
    .where(and(eq(receipts.receiptId, receiptId), eq(receipts.actorId, actorId)));
  if (!own) return false;
  const said = { verdict, at: now() };
  await orm
    .insert(answerFeedback)
    .values({ receiptId, actorId, ...said })
    .onConflictDoUpdate({ target: answerFeedback.receiptId, set: said });
  return true;
};
