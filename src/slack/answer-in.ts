import type { Answer } from '../assistant/answer.ts';
import { answerChoice } from '../assistant/answer-question.ts';
import { remember } from '../assistant/conversation.ts';
import { todayOf } from '../coverage/context.ts';
import { ProblemError } from '../domain/result.ts';
import { errorFields } from '../ops/error-fields.ts';
import { slackText } from '../text/slack.ts';
import { apologise } from './apologise.ts';
import { directMessageOf } from './people.ts';
import { type Place, post, postFirst } from './say.ts';
import { streamAnswer } from './stream-answer.ts';
import type { Manager, Question, Tools } from './tools.ts';
import { answerView } from './views/answer.ts';
import { type MessageView, sentenceView } from './views/blocks.ts';
import { chartsOf } from './views/chart.ts';
import type { PickedChoice } from './views/choice.ts';

/** Who watches an answer come about: `signal` aborts when nobody waits for it any more. */
export type Watch = Pick<Question, 'signal' | 'onStep'>;
export type Answering = (watch: Watch) => Promise<Answer>;

/** What a follow-up belongs to: the thread and the person. */
const threadOf = ({ teamId, slackUserId }: Manager, place: Place | null): string | null =>
  place && `${teamId}:${place.channel}:${place.threadTs ?? ''}:${slackUserId}`;

/** The manager's own answer to a text; follow-ups belong to the thread *and* the person. */
export const ask = (
  tools: Tools,
  manager: Manager,
  text: string,
  place: Place | null,
  watch: Watch = {},
): Promise<Answer> => {
  const { actor, language: locale } = manager;
  return tools.answerQuestion({ actor, text, thread: threadOf(manager, place), locale, ...watch });
};

/** The answer to a choice that the manager picked instead of words; its thread goes on from it. */
export const askChoice = async (
  tools: Tools,
  manager: Manager,
  { plan, language: locale }: PickedChoice,
  place: Place | null = null,
  watch: Watch = {},
): Promise<Answer> => {
  const { actor } = manager;
  const thread = threadOf(manager, place);
  const answer = await answerChoice(tools, { actor, plan, locale, thread, ...watch });
  if (answer.ok) return answer.value;
  throw new ProblemError(answer.problem);
};

/** A follow-up that is written below an answer, where it began no thread, goes on from it. */
const goOnBelow = async (
  tools: Tools,
  manager: Manager,
  place: Place,
  answer: Answer,
): Promise<void> => {
  const id = threadOf(manager, place);
  if (id === null) return;
  const thread = { actorId: manager.actor.managerId, id };
  try {
    await remember(tools.database, thread, { answer, before: null, at: tools.now() });
  } catch (error) {
    tools.log.warn(errorFields(error), 'an answer is not remembered');
  }
};

/** The same answer from the richest form to the plainest: a workspace may not take charts, or tables. */
export const answerForms = (tools: Tools, answer: Answer): MessageView[] => {
  const today = todayOf(tools);
  const manner = { masked: false, today };
  return [
    ...(chartsOf(answer).length > 0
      ? [answerView(answer, { ...manner, tables: true, charts: true })]
      : []),
    answerView(answer, { ...manner, tables: true }),
    answerView(answer, { ...manner, tables: false }),
  ];
};

/** Says the full answer where only the manager reads it; a failure is said, and logged. */
export const answerPrivately = async (
  tools: Tools,
  manager: Manager,
  place: Place,
  answering: Answering,
): Promise<void> => {
  const { channel, threadTs } = place;
  if (threadTs) {
    const { status } = slackText[manager.language];
    const streamed = { answering, formsOf: (answer: Answer) => answerForms(tools, answer), status };
    return streamAnswer(tools, manager, { channel, threadTs }, streamed);
  }
  try {
    const answer = await answering({});
    const ts = await postFirst(tools, place, answerForms(tools, answer));
    if (ts) await goOnBelow(tools, manager, { channel, threadTs: ts }, answer);
  } catch (error) {
    const what = 'a question could not be answered';
    const said = apologise(tools.log, error, what, manager.language);
    await post(tools, place, sentenceView(said));
  }
};

/** The same in the manager's direct messages, wherever the question was asked. */
export const answerInDm = async (
  tools: Tools,
  manager: Manager,
  answering: Answering,
): Promise<void> => {
  const channel = await directMessageOf(tools, manager);
  await answerPrivately(tools, manager, { channel }, answering);
};
