import { asRecord, asText, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import { postMessage } from '../messages.ts';
import type { AckOutcome, Channel, Person } from '../types.ts';
import { ApiFailure } from '../web-api/call.ts';
import { contentOf } from '../web-api/content.ts';
import { encodeMentions, namedPeople } from './mentions.ts';
import { shortcut, slashCommand } from './payloads.ts';

const rejected = (reason: string): AckOutcome => ({ status: 'rejected', reason });

/** An acknowledgement may carry the answer itself. */
const showAnswer = (
  local: Local,
  person: Person,
  channel: Channel,
  response: Json,
): AckOutcome | null => {
  try {
    const { text, blocks } = contentOf(response);
    if (!text && !blocks?.length) return null;
    postMessage(local, {
      userId: local.workspace.app.botUserId,
      botId: local.workspace.app.botId,
      ...{ channel: channel.id, text, blocks: blocks ?? [] },
      visibleTo: response.response_type === 'in_channel' ? null : person.userId,
    });
    return null;
  } catch (failure) {
    if (failure instanceof ApiFailure) return rejected(JSON.stringify(failure.answer));
    throw failure;
  }
};

export const runCommand = async (
  local: Local,
  person: Person,
  channelId: string,
  name: string,
  typed: string,
): Promise<AckOutcome> => {
  const command = local.workspace.app.commands.find((one) => one.command === name);
  if (!command) return rejected(`${name} is not a valid command.`);
  const channel = local.workspace.channels.get(channelId);
  if (!channel?.members.includes(person.userId)) return rejected('channel_not_found');
  const people = namedPeople(local.workspace.people.all(), local.workspace.app);
  const text = command.shouldEscape ? encodeMentions(typed, people, true) : typed;
  const payload = slashCommand(local, person, channel, { command: name, text: text.trim() });
  const outcome = await local.deliverer.interaction({ type: 'slash_commands', name, payload });
  if (outcome.status !== 'ok') return outcome;
  return showAnswer(local, person, channel, asRecord(outcome.response)) ?? outcome;
};

export const runShortcut = async (
  local: Local,
  person: Person,
  callbackId: string,
): Promise<AckOutcome> => {
  const known = local.workspace.app.shortcuts.some((one) => one.callbackId === callbackId);
  if (!known) return rejected(`There is no shortcut ${asText(callbackId)}.`);
  const payload = shortcut(local, person, callbackId);
  return local.deliverer.interaction({ type: 'interactive', name: 'shortcut', payload });
};
