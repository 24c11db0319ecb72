/** From a question to an answer with its receipt: understand, run inside the asker's scope, say how. */
import type { Database } from '../db/database.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { describe } from '../query/describe.ts';
import type { Planner } from '../query/planner.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Turn } from '../query/refine/follow-up.ts';
import type { Memory } from '../query/refine/memory.ts';
import { suggest } from '../query/suggest.ts';
import { QUESTION_LENGTH_MAX } from '../query/understand/normalise.ts';
import { languageOf, normalise, type UnderstandContext } from '../query/understand.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, Choice } from './answer.ts';
import { type Asked, answerPlan, refusedAnswer } from './answer-plan.ts';
import { blankAnswer } from './blank-answer.ts';
import { loadMemory, remember, type Thread } from './conversation.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { withReceipt } from './receipts.ts';
import { loadStanding, type Standing } from './standing.ts';
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
  /** Aborts when nobody waits for the answer any more; only a model is worth stopping. */
  signal?: AbortSignal;
};

const choicesOf = ({ locale, standing }: Asked, plans: readonly QueryPlan[]): Choice[] =>
  plans.map((plan) => ({
    label: describe(plan, locale, standing.currency),
    plan,
    question: null,
  }));

const asking = (asked: Asked, prompt: string, plans: readonly QueryPlan[]): Answer => ({
  ...blankAnswer('clarify', asked.locale, asked.standing),
  prompt,
  choices: choicesOf(asked, plans),
});

const notUnderstood = ({ locale, standing }: Asked, words: readonly string[]): Answer => ({
  ...blankAnswer('not_understood', locale, standing),
  notUnderstood: words.filter((word) => word.trim() !== ''),
  suggestions: suggest(words, locale),
});

const answerTurn = (
  context: AssistantContext,
  asked: Asked,
  turn: Turn,
): Promise<Answer> | Answer => {
  const { locale, standing } = asked;
  switch (turn.status) {
    case 'plan':
      return answerPlan(context.database, asked, turn.plan);
    case 'clarify':
      return asking(asked, answerText[locale][turn.cause], turn.choices);
    case 'refused':
      return refusedAnswer(turn.reason, locale, standing);
    case 'not_understood':
      return notUnderstood(asked, turn.words);
  }
};

const answerReading = async (
  context: AssistantContext,
  asked: Asked,
  reading: Reading,
): Promise<Answer> => {
  if (reading.by === 'grammar') return answerTurn(context, asked, reading.turn);
  const { status, plan } = reading.turn;
  const answer =
    status === 'plan'
      ? await answerPlan(context.database, asked, plan)
      : asking(asked, answerText[asked.locale].reading, [plan]);
  return { ...answer, plannedBy: 'model' };
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

/** The language of a question is that of its words beside the client's name. */
const languageAround = (text: string, { turn }: Reading): Locale | null => {
  const told = normalise(text)?.written ?? text.slice(0, QUESTION_LENGTH_MAX);
  const name = turn.status === 'plan' && turn.plan.client ? turn.plan.client.text : null;
  const around = name ? languageOf(told.toLowerCase().replace(name.toLowerCase(), ' ')) : null;
  return around ?? languageOf(told);
};

type Told = { actor: Actor; question: string; thread: Thread | null; standing: Standing };

/** Every answer leaves a receipt, and a thread remembers it. */
const told = async (
  { database, now }: AssistantContext,
  { actor, question, thread, standing }: Told,
  answer: Answer,
  before: Memory | null,
): Promise<Answer> => {
  const at = now();
  const receipted = await withReceipt(database, { actor, question, at, standing }, answer);
  if (thread) await remember(database, thread, { answer: receipted, before, at });
  return receipted;
};

const threadOf = ({ managerId }: Actor, id: string | null | undefined): Thread | null =>
  id ? { actorId: managerId, id } : null;

/**
 * Answers a question of a verified person. Problem `no_night_yet` where there are no data to answer from;
 * everything else that can be asked has an answer, if only "refused" or "not understood".
 */
export const answerQuestion = async (
  context: AssistantContext,
  { actor, text: written, locale, thread: threadId, signal }: Question,
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
  const reading = await readQuestion(context, {
    actor,
    locale: language ?? fallback,
    text,
    memory,
    context: understandContext,
    ...(signal ? { signal } : {}),
  });
  const asked = { actor, locale: languageAround(text, reading) ?? fallback, standing };
  const answer = await answerReading(context, asked, reading);
  return ok(await told(context, { ...about, thread }, answer, memory));
};

/** A choice that the asker picked; the grammar made its plan, so that it is not read again. */
export type PickedPlan = { actor: Actor; plan: QueryPlan; locale: Locale; thread?: string | null };

/** Runs the plan of a choice. A `thread` goes on from it. */
export const answerChoice = async (
  context: AssistantContext,
  { actor, plan, locale, thread: threadId }: PickedPlan,
): Promise<Result<Answer>> => {
  const loaded = await loadStanding(context.database);
  if (!loaded.ok) return loaded;
  const standing = loaded.value;
  const answer = await answerPlan(context.database, { actor, locale, standing }, plan);
  const question = JSON.stringify(plan);
  const thread = threadOf(actor, threadId);
  return ok(await told(context, { actor, question, thread, standing }, answer, null));
};
