import { asActor } from '../../db/scope.ts';
import type { Actor, Locale } from '../../domain/actor.ts';
import { ok, type Result } from '../../domain/result.ts';
import { EMPTY_PLAN } from '../../query/understand/plans.ts';
import type { Answer } from '../answer.ts';
import { type AssistantContext, answerChoice } from '../answer-question.ts';
import type { Brief } from './brief.ts';
import {
  type BriefRun,
  findOverride,
  loadContacts,
  loadHousehold,
  loadLinks,
  loadMoves,
  loadProducts,
} from './brief-rows.ts';

/** `brief` null: `answer` says why, a choice among several or the refusal that also hides other books. */
export type BriefOutcome = { brief: Brief; answer: null } | { brief: null; answer: Answer };

const partsOf = async (run: BriefRun): Promise<Omit<Brief, 'clientId' | 'name' | 'answer'>> => ({
  moves: await loadMoves(run),
  override: await findOverride(run),
  products: await loadProducts(run),
  contacts: await loadContacts(run),
  household: await loadHousehold(run),
  links: await loadLinks(run),
});

const explained = (
  context: AssistantContext,
  { actor, locale }: { actor: Actor; locale: Locale },
  client: { by: 'id' | 'name'; text: string },
): Promise<Result<Answer>> =>
  answerChoice(context, { actor, locale, plan: { ...EMPTY_PLAN, kind: 'explain', client } });

/** Longest reference to a client that a plan takes. */
const WORDS_MAX = 80;

/**
 * Everything about one client whom the actor may see, named by id or else by name. Each look leaves a
 * receipt, as a question does. The Problem is that no night has run.
 */
export const loadBrief = async (
  context: AssistantContext,
  asked: { actor: Actor; words: string; locale: Locale },
): Promise<Result<BriefOutcome>> => {
  const text = [...asked.words.normalize('NFC').trim()].slice(0, WORDS_MAX).join('') || '-';
  const byId = await explained(context, asked, { by: 'id', text });
  if (!byId.ok) return byId;
  const found =
    byId.value.status === 'refused' ? await explained(context, asked, { by: 'name', text }) : byId;
  if (!found.ok) return found;
  const answer = found.value;
  const [row] = answer.rows;
  if (answer.status !== 'answered' || !row || !answer.businessDate)
    return ok({ brief: null, answer });
  const on = Temporal.PlainDate.from(answer.businessDate);
  const { clientId, name } = row;
  const parts = await asActor(context.database, asked.actor, on, (transaction) =>
    partsOf({ transaction, clientId, on }),
  );
  return ok({ brief: { clientId, name: String(name ?? ''), answer, ...parts }, answer: null });
};
