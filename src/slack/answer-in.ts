import type { Answer } from '../assistant/answer.ts';
import { slackText } from '../text/slack.ts';
import { errorFields } from './error-fields.ts';
import { directMessageOf } from './people.ts';
import { post, postFirst } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import { answerView } from './views/answer.ts';
import { escapeMarkup, section } from './views/blocks.ts';

const QUESTION_MAX = 4_000;

export const sentenceView = (sentence: string) => ({
  text: escapeMarkup(sentence),
  blocks: [section(sentence)],
});

type Place = { channel: string; threadTs?: string };

/** The manager's own answer to a text; follow-ups belong to the thread *and* the person. */
export const ask = (
  tools: Tools,
  manager: Manager,
  text: string,
  place: Place | null,
): Promise<Answer> => {
  const { actor, language, teamId, slackUserId } = manager;
  const thread = place && `${teamId}:${place.channel}:${place.threadTs ?? ''}:${slackUserId}`;
  return tools.answerQuestion({
    actor,
    text: text.slice(0, QUESTION_MAX),
    thread,
    locale: language,
  });
};

/** Asks and posts the full answer where only the manager reads it; a failure is said, and logged. */
export const answerPrivately = async (
  tools: Tools,
  manager: Manager,
  text: string,
  place: Place,
): Promise<void> => {
  try {
    const answer = await ask(tools, manager, text, place);
    const view = (tables: boolean) => answerView(answer, { masked: false, tables });
    await postFirst(tools, place, [view(true), view(false)]);
  } catch (error) {
    tools.log.error(errorFields(error), 'a question could not be answered');
    await post(tools, place, sentenceView(slackText[manager.language].somethingWrong));
  }
};

/** The same in the manager's direct messages, wherever the question was asked. */
export const answerInDm = async (tools: Tools, manager: Manager, text: string): Promise<void> => {
  const channel = await directMessageOf(tools, manager);
  await answerPrivately(tools, manager, text, { channel });
};
