import type { Answer } from '../assistant/answer.ts';
import { answerChoice } from '../assistant/answer-question.ts';
import { ProblemError } from '../domain/result.ts';
import { apologise } from './apologise.ts';
import { directMessageOf } from './people.ts';
import { post, postFirst } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import { answerView } from './views/answer.ts';
import { type MessageView, sentenceView } from './views/blocks.ts';
import type { PickedChoice } from './views/choice.ts';

export type Place = { channel: string; threadTs?: string };

/** The manager's own answer to a text; follow-ups belong to the thread *and* the person. */
export const ask = (
  tools: Tools,
  manager: Manager,
  text: string,
  place: Place | null,
): Promise<Answer> => {
  const { actor, language: locale, teamId, slackUserId } = manager;
  const thread = place && `${teamId}:${place.channel}:${place.threadTs ?? ''}:${slackUserId}`;
  return tools.answerQuestion({ actor, text, thread, locale });
};

/** The answer to a choice that the manager picked instead of words. */
export const askChoice = async (
  tools: Tools,
  { actor }: Manager,
  { plan, language: locale }: PickedChoice,
): Promise<Answer> => {
  const answer = await answerChoice(tools, { actor, plan, locale });
  if (answer.ok) return answer.value;
  throw new ProblemError(answer.problem);
};

/** Posts the full answer where only the manager reads it; a failure is said, and logged. */
export const answerPrivately = async (
  tools: Tools,
  manager: Manager,
  place: Place,
  answering: () => Promise<Answer>,
): Promise<void> => {
  try {
    const answer = await answering();
    const view = (tables: boolean): MessageView => answerView(answer, { masked: false, tables });
    await postFirst(tools, place, [view(true), view(false)]);
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
  answering: () => Promise<Answer>,
): Promise<void> => {
  const channel = await directMessageOf(tools, manager);
  await answerPrivately(tools, manager, { channel }, answering);
};
