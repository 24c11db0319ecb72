/** Questions in the direct messages, and mentions in channels that are answered there. */

import type { App } from '@slack/bolt';
import type { FileShareMessageEvent, GenericMessageEvent, MessageEvent } from '@slack/types';
import { isFirstSight } from '../../identity/seen-events.ts';
import { slackText } from '../../text/slack.ts';
import { answerInDm, answerPrivately, ask } from '../answer-in.ts';
import { apologiseToAnyone } from '../apologise.ts';
import { withPrefix } from '../commands.ts';
import { digestWordsIn, requestDigest } from '../digest-request.ts';
import { isHelp } from '../parse-command.ts';
import { managerOr, personOf } from '../people.ts';
import { threadKey } from '../running.ts';
import { post } from '../say.ts';
import type { Tools } from '../tools.ts';
import { escapeMarkup, sentenceView } from '../views/blocks.ts';
import { helpView } from '../views/help.ts';

/** Slack wraps every mention. */
const MENTION = /<@([A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Slack escapes these three in what people write. */
export const unescapeMarkup = (text: string): string =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/**
 * The question in a message. The bot's own mention is no part of it; anyone else's stays, so that "clients
 * of @Daniel" is never read as "clients".
 */
export const questionOf = (text: string, botUserId: string): string => {
  const withoutBot = text.replace(MENTION, (_whole, id) => (id === botUserId ? ' ' : ` @${id} `));
  return unescapeMarkup(withoutBot).replace(/\s+/g, ' ').trim();
};

/** True once for a message, however often and under whatever event id Slack delivers it. */
const isNew = (tools: Tools, eventId: string, channel: string, ts: string): Promise<boolean> =>
  isFirstSight(tools, [`event:${eventId}`, `message:${channel}:${ts}`]);

/** The author's own workspace: in a shared channel it is another than the one that got the event. */
const teamOfEvent = (event: object, receiver: string): string => {
  const { user_team: userTeam, team } = event as { user_team?: string; team?: string };
  return userTeam ?? team ?? receiver;
};

type Asked = {
  eventId: string;
  teamId: string | undefined;
  userId: string;
  channel: string;
  ts: string;
  threadTs: string | undefined;
  text: string;
};

const onDirectMessage = async (tools: Tools, asked: Asked): Promise<void> => {
  const place = { channel: asked.channel, threadTs: asked.threadTs ?? asked.ts };
  const person = await personOf(tools, asked.userId, asked.teamId);
  const { manager, refusal } = managerOr(person, tools);
  if (!manager) {
    await post(tools, place, sentenceView(refusal));
    return;
  }
  const question = questionOf(asked.text, tools.self().botUserId);
  if (isHelp(question)) {
    await post(tools, place, helpView(manager.language, tools.commandPrefix));
    return;
  }
  const digest = digestWordsIn(question);
  if (digest !== null) {
    const said = await requestDigest(tools, manager, digest, place.channel);
    const told = said && withPrefix(said, tools.commandPrefix);
    if (told) await post(tools, place, sentenceView(told));
    return;
  }
  await answerPrivately(tools, manager, place, (watch) =>
    ask(tools, manager, question, place, watch),
  );
};

const onMention = async (tools: Tools, asked: Asked): Promise<void> => {
  const { channel, userId } = asked;
  const threadTs = asked.threadTs ?? asked.ts;
  const person = await personOf(tools, userId, asked.teamId);
  const { manager, refusal } = managerOr(person, tools);
  if (!manager) {
    const text = escapeMarkup(refusal);
    await tools.web.chat.postEphemeral({ channel, user: userId, thread_ts: threadTs, text });
    return;
  }
  const question = questionOf(asked.text, tools.self().botUserId);
  const words = slackText[manager.language];
  if (question !== '') await answerInDm(tools, manager, () => ask(tools, manager, question, null));
  const said = question === '' ? words.askMe : words.answeredInDm;
  await post(tools, { channel, threadTs }, sentenceView(said));
};

/** Questions of one thread are answered one after another; other threads do not wait. */
const queued = async (
  tools: Tools,
  asked: Asked,
  answer: (tools: Tools, asked: Asked) => Promise<void>,
): Promise<void> => {
  const { eventId, channel, ts, threadTs, userId } = asked;
  await tools.work.inOrder(`${channel}:${threadTs ?? ts}`, async () => {
    try {
      if (await isNew(tools, eventId, channel, ts)) await answer(tools, asked);
    } catch (error) {
      const text = apologiseToAnyone(tools.log, error, 'a question could not be taken');
      const thread = threadTs ?? ts;
      await tools.web.chat.postEphemeral({ channel, user: userId, thread_ts: thread, text });
    }
  });
};

type Written = GenericMessageEvent | FileShareMessageEvent;

/** True for what a person wrote, with a file or without; a bot's message carries its id. */
const isWritten = (event: MessageEvent): event is Written => {
  if (event.subtype !== undefined && event.subtype !== 'file_share') return false;
  const { user, bot_id } = event as { user?: string; bot_id?: string };
  return Boolean(user) && !bot_id;
};

export const registerQuestions = (app: App, tools: Tools): void => {
  app.event('message', async ({ event, body }) => {
    // Edits, deletions, joins and bots come as messages too: only what a person wrote is a question.
    if (!isWritten(event) || event.channel_type !== 'im') return;
    const { channel, ts, thread_ts: threadTs, user: userId, text = '' } = event;
    const origin = { eventId: body.event_id, teamId: teamOfEvent(event, body.team_id) };
    await queued(tools, { ...origin, userId, channel, ts, threadTs, text }, onDirectMessage);
  });
  app.event('agent_session_stopped', async ({ event }) => {
    tools.running.stop(threadKey(event.channel, event.thread_ts));
  });
  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id || !event.user || event.edited) return;
    const { channel, ts, thread_ts: threadTs, user: userId, text } = event;
    const origin = { eventId: body.event_id, teamId: teamOfEvent(event, body.team_id) };
    await queued(tools, { ...origin, userId, channel, ts, threadTs, text }, onMention);
  });
};
