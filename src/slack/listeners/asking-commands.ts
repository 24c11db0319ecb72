/** /clients and /digest: what is asked by a command is shown to the asker alone. */
import type { App } from '@slack/bolt';
import { slackText } from '../../text/slack.ts';
import { answerInDm, ask } from '../answer-in.ts';
import { slashOf } from '../commands.ts';
import { requestDigest } from '../digest-request.ts';
import { openForm } from '../open-form.ts';
import { isHelp } from '../parse-command.ts';
import { directMessageOf } from '../people.ts';
import type { Tools } from '../tools.ts';
import { answerView } from '../views/answer.ts';
import { type Asked, answerCommand, type CommandArgs } from './command.ts';
import { questionOf } from './questions.ts';
import { findForm } from './refine.ts';

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
    if (isHelp(text)) return tell(slackText[manager.language].helpClients);
    if (text.trim() === '') {
      const view = await findForm(tools, manager);
      const { tooSlow } = slackText[manager.language];
      return openForm(tools, args.command.trigger_id, view, () => tell(tooSlow));
    }
    const question = questionOf(text, tools.self().botUserId);
    const inDm = args.command.channel_id === (await directMessageOf(tools, manager));
    if (inDm) await answerInDm(tools, manager, () => ask(tools, manager, question, null));
    else await askInChannel(tools, asked, question);
  });

const onDigest = (tools: Tools, args: CommandArgs): Promise<void> =>
  answerCommand(tools, args, async ({ manager, text, tell }) => {
    const said = await requestDigest(tools, manager, text, args.command.channel_id);
    if (said !== null) await tell(said);
  });

export const registerAskingCommands = (app: App, tools: Tools): void => {
  app.command(slashOf('clients', tools.commandPrefix), (args) => onClients(tools, args));
  app.command(slashOf('digest', tools.commandPrefix), (args) => onDigest(tools, args));
};
