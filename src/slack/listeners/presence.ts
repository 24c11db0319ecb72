/** Opening the app, and changes of a person's profile. */
import type { App } from '@slack/bolt';
import { loadHome } from '../../coverage/load-home.ts';
import { saveDirectMessage } from '../../identity/direct-messages.ts';
import { forgetPerson } from '../../identity/resolve-person.ts';
import { slackText } from '../../text/slack.ts';
import { languageOf, managerOr, personOf } from '../people.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { homeView, sentenceHome } from '../views/home.ts';

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

/** Draws the Home tab anew, as this person may see it. */
export const publishHome = async (tools: Tools, userId: string): Promise<void> => {
  const person = await personOf(tools, userId, undefined);
  const { manager, refusal } = managerOr(person, tools);
  const language = languageOf(person);
  const view = manager
    ? homeView(await loadHome(coverageContext(tools, manager.actor)), language)
    : sentenceHome(refusal);
  await tools.web.views.publish({ user_id: userId, view });
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
