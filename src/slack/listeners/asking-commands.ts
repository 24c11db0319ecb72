/** /clients and /digest: what is asked by a command is shown to the asker alone. */
import type { App } from '@slack/bolt';
import { showDigest } from '../../alerts/show-digest.ts';
import { sentence } from '../../text/catalog.ts';
import { slackText } from '../../text/slack.ts';
import { answerInDm, ask } from '../answer-in.ts';
import { isHelp } from '../parse-command.ts';
import { directMessageOf } from '../people.ts';
import { post } from '../say.ts';
import type { Manager, Tools } from '../tools.ts';
import { answerView } from '../views/answer.ts';
import { digestView } from '../views/digest.ts';
import { type Asked, answerCommand, type CommandArgs } from './command.ts';
import { questionOf } from './questions.ts';

/** One client's facts are never shown in a channel, masked or not. */
const isAboutOne = (answer: { plan: { client: unknown } | null; assessment: unknown }): boolean =>
  Boolean(answer.plan?.client) || answer.assessment !== null;

const askInChannel = async (tools: Tools, asked: Asked, question: string): Promise<void> => {
  const { manager, tell, show } = asked;
  const answer = await ask(tools, manager, question, null);
  if (!isAboutOne(answer)) return show(answerView(answer, { masked: true, tables: false }));
  await answerInDm(tools, manager, async () => answer);
  await tell(slackText[manager.language].onlyInDm);
};

const onClients = (tools: Tools, args: CommandArgs): Promise<void> =>
  answerCommand(tools, args, async (asked) => {
    const { manager, text, tell } = asked;
    if (isHelp(text) || text.trim() === '') return tell(slackText[manager.language].helpClients);
    const question = questionOf(text, tools.self().botUserId);
    const inDm = args.command.channel_id === (await directMessageOf(tools, manager));
    if (inDm) await answerInDm(tools, manager, () => ask(tools, manager, question, null));
    else await askInChannel(tools, asked, question);
  });

const sendDigest = async (tools: Tools, manager: Manager, asked: Asked, channelId: string) => {
  const digest = await showDigest(tools.database, manager.actor, null);
  if (!digest.ok) return asked.tell(sentence(digest.problem, manager.language));
  const channel = await directMessageOf(tools, manager);
  await post(tools, { channel }, digestView(digest.value, manager.language));
  if (channelId !== channel) await asked.tell(slackText[manager.language].digestSent);
};

const onDigest = (tools: Tools, args: CommandArgs): Promise<void> =>
  answerCommand(tools, args, async (asked) => {
    const { manager, text, tell } = asked;
    if (text.trim().toLowerCase() !== 'now') return tell(slackText[manager.language].helpDigest);
    await sendDigest(tools, manager, asked, args.command.channel_id);
  });

export const registerAskingCommands = (app: App, tools: Tools): void => {
  app.command('/clients', (args) => onClients(tools, args));
  app.command('/digest', (args) => onDigest(tools, args));
};
