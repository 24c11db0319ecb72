/** Reads a question and answers what was read, or says that it was not. */
import { asActor, type Within } from '../db/scope.ts';
import type { Locale } from '../domain/actor.ts';
import { describe } from '../query/describe.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Turn } from '../query/refine/follow-up.ts';
import { suggest } from '../query/suggest.ts';
import { QUESTION_LENGTH_MAX } from '../query/understand/normalise.ts';
import { languageOf, normalise } from '../query/understand.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, Choice } from './answer.ts';
import { type Asked, answerPlan, refusedAnswer } from './answer-plan.ts';
import type { AssistantContext } from './answer-question.ts';
import { blankAnswer } from './blank-answer.ts';
import {
  isSettled,
  type ModelTurn,
  readByModel,
  readNamed,
  readWords,
  type ToRead,
} from './read-question.ts';

/** `fallback`: the language of the answer where the question has no words of either. */
export type QuestionToAnswer = Pick<Asked, 'standing' | 'onStep'> & {
  toRead: ToRead;
  fallback: Locale;
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
  { database }: AssistantContext,
  asked: Asked,
  turn: Turn,
  within?: Within,
): Promise<Answer> | Answer => {
  const { locale, standing } = asked;
  switch (turn.status) {
    case 'plan':
      return answerPlan(database, asked, turn.plan, within);
    case 'clarify':
      return asking(asked, answerText[locale][turn.cause], turn.choices);
    case 'refused':
      return refusedAnswer(turn.reason, locale, standing);
    case 'not_understood':
      return notUnderstood(asked, turn.words);
  }
};

/** The language of a question is that of its words beside the client's name. */
const languageAround = (text: string, turn: Turn | ModelTurn): Locale | null => {
  const told = normalise(text)?.written ?? text.slice(0, QUESTION_LENGTH_MAX);
  const name = turn.status === 'plan' && turn.plan.client ? turn.plan.client.text : null;
  const around = name ? languageOf(told.toLowerCase().replace(name.toLowerCase(), ' ')) : null;
  return around ?? languageOf(told);
};

const askedAs = (
  { toRead, fallback, standing, onStep }: QuestionToAnswer,
  turn: Turn | ModelTurn,
): Asked => ({
  actor: toRead.actor,
  locale: languageAround(toRead.text, turn) ?? fallback,
  standing,
  onStep,
});

/** A transaction of the asker's, that ends when nobody waits for the answer any more. */
const withinOf =
  ({ database }: AssistantContext, { toRead, standing }: QuestionToAnswer): Within =>
  (work) =>
    asActor(database, toRead.actor, standing.businessDate, work, toRead.signal);

type ByGrammar = { turn: Turn; answer: Answer | null };

/**
 * Names are looked up and the plan is run in one transaction of the asker's. `answer` null: words are left
 * over that a model may know; it is never waited for inside a transaction.
 */
const answerByGrammar = async (
  context: AssistantContext,
  question: QuestionToAnswer,
): Promise<ByGrammar> => {
  const { toRead } = question;
  const plain = readWords(toRead);
  const answered = async (turn: Turn, within?: Within): Promise<ByGrammar> => {
    const open = turn.status === 'not_understood' && context.planner;
    const answer = open ? null : await answerTurn(context, askedAs(question, turn), turn, within);
    return { turn, answer };
  };
  if (isSettled(plain, toRead)) return answered(plain);
  return withinOf(
    context,
    question,
  )(async (transaction) => {
    const within: Within = (work) => work(transaction);
    return answered(await readNamed(within, toRead, plain), within);
  });
};

/** null: no model, or none that made a plan of it. */
const answerByModel = async (
  context: AssistantContext,
  question: QuestionToAnswer,
): Promise<Answer | null> => {
  const { database, planner } = context;
  const { toRead } = question;
  const within = withinOf(context, question);
  const turn = planner ? await readByModel(planner, within, toRead) : null;
  if (!turn) return null;
  const asked = askedAs(question, turn);
  const answer =
    turn.status === 'plan'
      ? await answerPlan(database, asked, turn.plan, within)
      : asking(asked, answerText[asked.locale].reading, [turn.plan]);
  return { ...answer, plannedBy: 'model' };
};

/** Reads a question, by the grammar first and then by the model, and answers it. */
export const answerReading = async (
  context: AssistantContext,
  question: QuestionToAnswer,
): Promise<Answer> => {
  const { turn, answer } = await answerByGrammar(context, question);
  if (answer) return answer;
  const modelled = await answerByModel(context, question);
  return modelled ?? answerTurn(context, askedAs(question, turn), turn);
};
