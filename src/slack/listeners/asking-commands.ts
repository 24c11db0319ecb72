/** /clients and /digest: what is asked by a command is shown to the asker alone. */
import type { App } from '@slack/bolt';
import { chooseDigestTime } from '../../alerts/choose-digest-time.ts';
import { sentence } from '../../text/catalog.ts';
import { slackText } from '../../text/slack.ts';
import { slackHomeText } from '../../text/slack-home.ts';
import { answerInDm, ask } from '../answer-in.ts';
import { slashOf } from '../commands.ts';
import { openForm } from '../open-form.ts';
import { isHelp } from '../parse-command.ts';
import { directMessageOf } from '../people.ts';
import { sendDigest } from '../send-digest.ts';
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

/** A time of day as people write it: 7:45, 07:45, 7：45. */
const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/;
const OFF = new Set(['off', 'stop', '关闭', '停', '停发']);
const NOW = new Set(['now', '现在', '立即']);

const setTime = async (tools: Tools, { manager, tell }: Asked, said: string): Promise<void> => {
  const words = slackHomeText[manager.language];
  const time = TIME.exec(said);
  if (!time) return tell(words.digestBadTime(said));
  const [, hour = '', minute = ''] = time;
  const digestAt = `${hour.padStart(2, '0')}:${minute}`;
  await chooseDigestTime(tools, manager.actor, digestAt);
  await tell(words.digestSet(digestAt));
};

const onDigest = (tools: Tools, args: CommandArgs): Promise<void> =>
  answerCommand(tools, args, async (asked) => {
    const { manager, text, tell } = asked;
    const said = text.trim().toLowerCase();
    if (isHelp(text) || said === '') return tell(slackText[manager.language].helpDigest);
    if (OFF.has(said)) {
      await chooseDigestTime(tools, manager.actor, null);
      return tell(slackHomeText[manager.language].digestOff);
    }
    if (!NOW.has(said)) return setTime(tools, asked, text.trim());
    const sent = await sendDigest(tools, manager);
    if (!sent.ok) return tell(sentence(sent.problem, manager.language));
    if (args.command.channel_id !== sent.value) await tell(slackText[manager.language].digestSent);
  });

export const registerAskingCommands = (app: App, tools: Tools): void => {
  app.command(slashOf('clients', tools.commandPrefix), (args) => onClients(tools, args));
  app.command(slashOf('digest', tools.commandPrefix), (args) => onDigest(tools, args));
};
