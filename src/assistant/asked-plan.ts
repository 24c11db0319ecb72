/** An answer that was given before, by its receipt: to change it, to export it, to open one of its clients. */
import { and, eq } from 'drizzle-orm';
import { receipts } from '../db/schema/index.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { type QueryPlan, queryPlanSchema } from '../query/query-plan.ts';
import type { Answer } from './answer.ts';
import { answerPlan } from './answer-plan.ts';
import type { AssistantContext } from './answer-question.ts';
import { loadStanding } from './standing.ts';

export type AskedPlan = { plan: QueryPlan; language: Locale };

/** What the actor asked; null where the receipt is somebody else's, or nothing was run for it. */
export const findAskedPlan = async (
  { database }: Pick<AssistantContext, 'database'>,
  { actor, receiptId }: { actor: Actor; receiptId: string },
): Promise<AskedPlan | null> => {
  const [row] = await database.service.orm
    .select({ plan: receipts.plan, locale: receipts.locale })
    .from(receipts)
    .where(and(eq(receipts.receiptId, receiptId), eq(receipts.actorId, actor.managerId)));
  const plan = queryPlanSchema.safeParse(row?.plan);
  if (!row || !plan.success) return null;
  return { plan: plan.data, language: row.locale === 'zh-CN' ? 'zh-CN' : 'en' };
};

/** The same plan on today's data, without a receipt of its own: for looking, not for telling. */
export const lookAgain = async (
  { database }: Pick<AssistantContext, 'database'>,
  { actor, plan, language }: AskedPlan & { actor: Actor },
): Promise<Result<Answer>> => {
  const standing = await loadStanding(database);
  if (!standing.ok) return standing;
  return ok(
    await answerPlan(database, { actor, locale: language, standing: standing.value }, plan),
  );
};
