import type { Actor, Locale } from '../domain/actor.ts';
import type { Result } from '../domain/result.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import type { Answer } from './answer.ts';
import { type AssistantContext, answerChoice } from './answer-question.ts';

/** Why one client, named by id, has its tier and its risk: the same answer as to "why …" in words. */
export const explainClient = (
  context: AssistantContext,
  { actor, clientId, locale }: { actor: Actor; clientId: string; locale: Locale },
): Promise<Result<Answer>> => {
  const client = { by: 'id' as const, text: clientId };
  const plan = { ...EMPTY_PLAN, kind: 'explain' as const, client };
  return answerChoice(context, { actor, plan, locale });
};
