/** From a question to an answer with its receipt: the thread, the reading, the answer, and what is kept of it. */
import type { Database } from '../db/database.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Planner } from '../query/planner.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Memory } from '../query/refine/memory.ts';
import { QUESTION_LENGTH_MAX } from '../query/understand/normalise.ts';
import { languageOf, normalise, type UnderstandContext } from '../query/understand.ts';
import type { Answer } from './answer.ts';
import { type Asked, answerPlan, refusedAnswer } from './answer-plan.ts';
import { answerReading } from './answer-reading.ts';
import { loadMemory, remember, type Thread } from './conversation.ts';
import { withDemotion } from './explain-demotion.ts';
import type { RateLimit } from './rate-limit.ts';
import { withReceipt } from './receipts.ts';
import { loadStanding, type Standing } from './standing.ts';
import { orTooSlow } from './too-slow.ts';
import { seesWholeBank } from './whole-bank.ts';

/**
 * `planner`: asked where the grammar leaves words over; absent = nobody is. `limit`: how many questions a
 * person may ask in a short time; absent = any number (a terminal's batch).
 */
export type AssistantContext = {
  database: Pick<Database, 'service' | 'reader'>;
  now: () => Temporal.Instant;
  planner?: Planner | null;
  limit?: RateLimit;
};

/**
 * `locale` decides only where neither the question nor the thread has words of either language. `thread`: what
 * a follow-up belongs to, together with the asker; null or absent = the question stands alone.
 */
export type Question = {
  actor: Actor;
  text: string;
  locale: Locale;
  thread?: string | null;
  /** Aborts when nobody waits for the answer any more: a model is not waited for, a statement is cancelled. */
  signal?: AbortSignal;
  onStep?: Asked['onStep'];
};

const understandAs = async (
  { database }: AssistantContext,
  actor: Actor,
  { businessDate, currency }: Standing,
): Promise<UnderstandContext> => ({
  businessDate,
  currency,
  reach: reachOf(actor.role),
  seesWholeBank: await seesWholeBank(database, actor),
});

type Told = { actor: Actor; question: string; thread: Thread | null; standing: Standing };

/** Every answer leaves a receipt, and a thread remembers it. */
const told = async (
  { database, now }: AssistantContext,
  { actor, question, thread, standing }: Told,
  answer: Answer,
  before: Memory | null,
): Promise<Answer> => {
  const at = now();
  const [receipted] = await Promise.all([
    withReceipt(database, { actor, question, at, standing }, answer),
    thread && remember(database, thread, { answer, before, at }),
  ]);
  return receipted;
};

const threadOf = ({ managerId }: Actor, id: string | null | undefined): Thread | null =>
  id ? { actorId: managerId, id } : null;

/**
 * Answers a question of a verified person. Problems: `no_night_yet` where there are no data to answer from, `too_slow`;
 * everything else that can be asked has an answer, if only "refused" or "not understood".
 */
export const answerQuestion = (
  context: AssistantContext,
  question: Question,
): Promise<Result<Answer>> => orTooSlow(() => answerAsked(context, question), question.signal);

const answerAsked = async (
  context: AssistantContext,
  { actor, text: written, locale, thread: threadId, signal, onStep }: Question,
): Promise<Result<Answer>> => {
  const loaded = await loadStanding(context.database);
  if (!loaded.ok) return loaded;
  const standing = loaded.value;
  const text = written.toWellFormed();
  const thread = threadOf(actor, threadId);
  const about: Told = { actor, question: text, thread: null, standing };
  const language = languageOf(normalise(text)?.text ?? text.slice(0, QUESTION_LENGTH_MAX));
  if (context.limit && !context.limit.take(actor.managerId, context.now())) {
    const refused = refusedAnswer('rate_limited', language ?? locale, standing);
    return ok(await told(context, about, refused, null));
  }
  const memory = thread && (await loadMemory(context.database, thread, context.now()));
  const fallback = memory?.language ?? locale;
  const understandContext = await understandAs(context, actor, standing);
  const toRead = {
    actor,
    locale: language ?? fallback,
    text,
    memory,
    context: understandContext,
    ...(signal ? { signal } : {}),
  };
  const read = await answerReading(context, { toRead, fallback, standing, onStep });
  const answer = await withDemotion(context.database, { actor, standing }, read);
  signal?.throwIfAborted();
  return ok(await told(context, { ...about, thread }, answer, memory));
};

/** A choice that the asker picked; the grammar made its plan, so that it is not read again. */
export type PickedPlan = {
  actor: Actor;
  plan: QueryPlan;
  locale: Locale;
  thread?: string | null;
  onStep?: Asked['onStep'];
};

/** Runs the plan of a choice. A `thread` goes on from it. */
export const answerChoice = (
  context: AssistantContext,
  picked: PickedPlan,
): Promise<Result<Answer>> => orTooSlow(() => answerPicked(context, picked));

const answerPicked = async (
  context: AssistantContext,
  { actor, plan, locale, thread: threadId, onStep }: PickedPlan,
): Promise<Result<Answer>> => {
  const loaded = await loadStanding(context.database);
  if (!loaded.ok) return loaded;
  const standing = loaded.value;
  const asked = { actor, locale, standing, onStep };
  const ran = await answerPlan(context.database, asked, plan);
  const answer = await withDemotion(context.database, asked, ran);
  const question = JSON.stringify(plan);
  const thread = threadOf(actor, threadId);
  return ok(await told(context, { actor, question, thread, standing }, answer, null));
};
