/** Opening the app, and changes of a person's profile. */
import type { App } from '@slack/bolt';
import { saveDirectMessage } from '../../identity/direct-messages.ts';
import { forgetPerson } from '../../identity/resolve-person.ts';
import { slackText } from '../../text/slack.ts';
import { managerOr, personOf } from '../people.ts';
import { publishHome } from '../publish-home.ts';
import type { Manager, Tools } from '../tools.ts';

const suggestPrompts = async (tools: Tools, manager: Manager, channel: string): Promise<void> => {
  const words = slackText[manager.language];
  await tools.web.assistant.threads.setSuggestedPrompts({
    channel_id: channel,
    title: words.promptsTitle,
    prompts: [
      { title: words.prompt1Title, message: words.prompt1 },
      { title: words.prompt2Title, message: words.prompt2 },
      { title: words.prompt3Title, message: words.prompt3 },
      { title: words.prompt4Title, message: words.prompt4 },
    ],
  });
};

const onMessagesTab = async (tools: Tools, userId: string, channel: string): Promise<void> => {
  const { manager } = managerOr(await personOf(tools, userId, undefined), tools);
  if (!manager) return;
  const { teamId, slackUserId, actor } = manager;
  await saveDirectMessage(tools, { teamId, slackUserId, managerId: actor.managerId }, channel);
  await suggestPrompts(tools, manager, channel);
};

export const registerPresence = (app: App, tools: Tools): void => {
  app.event('app_home_opened', async ({ event, body }) => {
    if (body.team_id !== tools.self().teamId) return;
    if (event.tab === 'home') await publishHome(tools, event.user);
    else await onMessagesTab(tools, event.user, event.channel);
  });
  app.event('user_change', async ({ event }) => {
    await forgetPerson(tools, { teamId: tools.self().teamId, slackUserId: event.user.id });
  });
};
