/** The buttons under an answer that was not clear: each asks its question. */
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { slackText } from '../../text/slack.ts';
import { answerInDm, answerPrivately } from '../answer-in.ts';
import { directMessageOf, managerOr, personOf } from '../people.ts';
import type { Tools } from '../tools.ts';
import { ASK_AGAIN } from '../views/answer.ts';

export const registerAskAgain = (app: App, tools: Tools): void => {
  app.action<BlockAction>(
    new RegExp(`^${ASK_AGAIN}_\\d$`),
    async ({ ack, body, action, respond }) => {
      await ack();
      const { manager } = managerOr(await personOf(tools, body.user.id, body.team?.id), tools);
      const question = (action as ButtonAction).value;
      if (!manager || !question) return;
      const channel = body.channel?.id;
      const message = body.message as { ts: string; thread_ts?: string } | undefined;
      if (channel && message && channel === (await directMessageOf(tools, manager))) {
        const threadTs = message.thread_ts ?? message.ts;
        await tools.work.inOrder(`${channel}:${threadTs}`, () =>
          answerPrivately(tools, manager, question, { channel, threadTs }),
        );
        return;
      }
      await answerInDm(tools, manager, question);
      const text = slackText[manager.language].answeredInDm;
      await respond({ text, response_type: 'ephemeral', replace_original: false });
    },
  );
};
