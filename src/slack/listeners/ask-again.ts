/** The buttons under an answer that was not clear: each asks its question, or runs the choice it stands for. */
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { slackText } from '../../text/slack.ts';
import { type Answering, answerInDm, answerPrivately, ask, askChoice } from '../answer-in.ts';
import { ownPlaceOf } from '../own-place.ts';
import { managerOr, personOf } from '../people.ts';
import type { Place } from '../say.ts';
import { teamOf } from '../team-of.ts';
import type { Manager, Tools } from '../tools.ts';
import { ASK_AGAIN } from '../views/answer.ts';
import { readChoice } from '../views/choice.ts';

type Pressed = { manager: Manager; place: Place | null; value: string };

const answerFor =
  (tools: Tools, { manager, place, value }: Pressed): Answering =>
  (watch) => {
    const choice = readChoice(value);
    return choice
      ? askChoice(tools, manager, choice, place, watch)
      : ask(tools, manager, value, place, watch);
  };

export const registerAskAgain = (app: App, tools: Tools): void => {
  const pattern = new RegExp(`^${ASK_AGAIN}_\\d$`);
  app.action<BlockAction>(pattern, async ({ ack, body, action, respond }) => {
    await ack();
    const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
    const { value } = action as ButtonAction;
    if (!manager || !value) return;
    const place = await ownPlaceOf(tools, body, manager);
    const pressed = { manager, place, value };
    if (place) {
      await tools.work.inOrder(`${place.channel}:${place.threadTs}`, () =>
        answerPrivately(tools, manager, place, answerFor(tools, pressed)),
      );
      return;
    }
    await answerInDm(tools, manager, answerFor(tools, pressed));
    const text = slackText[manager.language].answeredInDm;
    await respond({ text, response_type: 'ephemeral', replace_original: false });
  });
};
