import { openDm } from '../dms.ts';
import { asBlocks, asText, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import { changeMessage, deleteMessage, findMessage, postMessage } from '../messages.ts';
import { shapeMessage } from '../shape-message.ts';
import type { Channel, Message } from '../types.ts';
import { ApiFailure, type Method, requiredChannel, requiredText, textArg } from './call.ts';
import { contentOf, metadataOf } from './content.ts';

/** A channel or, as Slack allows, a person whose DM is then meant. */
const targetChannel = (local: Local, args: Json): Channel => {
  const id = requiredText(args, 'channel');
  if (local.workspace.people.get(id)) return openDm(local.workspace, id);
  return requiredChannel(local, args);
};

const fromApp = (local: Local) => ({
  userId: local.workspace.app.botUserId,
  botId: local.workspace.app.botId,
});

const chatPostMessage: Method = ({ local, args }) => {
  const channel = targetChannel(local, args);
  const { text, blocks } = contentOf(args);
  if (!text && !blocks?.length) throw new ApiFailure('no_text');
  const message = postMessage(local, {
    ...fromApp(local),
    ...{ channel: channel.id, text, blocks: blocks ?? [] },
    threadTs: textArg(args, 'thread_ts') || null,
    metadata: metadataOf(args) ?? null,
  });
  const shaped = shapeMessage(local.workspace, message, local.baseUrl);
  return { ok: true, channel: channel.id, ts: message.ts, message: shaped };
};

const chatPostEphemeral: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args);
  const user = requiredText(args, 'user');
  if (!channel.members.includes(user)) throw new ApiFailure('user_not_in_channel');
  const { text, blocks } = contentOf(args);
  if (!text && !blocks?.length) throw new ApiFailure('no_text');
  const message = postMessage(local, {
    ...fromApp(local),
    ...{ channel: channel.id, text, blocks: blocks ?? [], visibleTo: user },
    threadTs: textArg(args, 'thread_ts') || null,
  });
  return { ok: true, message_ts: message.ts };
};

const ownMessage = (local: Local, args: Json, error: string): Message => {
  const channel = requiredChannel(local, args);
  const message = findMessage(local, channel.id, requiredText(args, 'ts'));
  if (!message || message.visibleTo) throw new ApiFailure('message_not_found');
  if (!message.botId) throw new ApiFailure(error);
  return message;
};

/** What is not given stays: blocks and metadata too. */
const chatUpdate: Method = ({ local, args }) => {
  const previous = ownMessage(local, args, 'cant_update_message');
  if (previous.stream?.open) throw new ApiFailure('streaming_state_conflict');
  const { text, blocks } = contentOf(args);
  const metadata = metadataOf(args);
  if (!text && !blocks) throw new ApiFailure('no_text');
  const message = changeMessage(local, previous, {
    text: text || previous.text,
    ...(blocks ? { blocks } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    editedTs: local.workspace.nextTs(),
  });
  const shaped = shapeMessage(local.workspace, message, local.baseUrl);
  return {
    ok: true,
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: shaped,
  };
};

const chatDelete: Method = ({ local, args }) => {
  const message = ownMessage(local, args, 'cant_delete_message');
  deleteMessage(local, message);
  return { ok: true, channel: message.channel, ts: message.ts };
};

const chatGetPermalink: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args);
  const ts = requiredText(args, 'message_ts');
  if (!findMessage(local, channel.id, ts)) throw new ApiFailure('message_not_found');
  const permalink = `${local.baseUrl}/#/${channel.id}/${ts}`;
  return { ok: true, channel: channel.id, permalink };
};

/** What a POST to a response_url asks for. */
export const answerResponseUrl = (local: Local, path: string, body: Json): Json => {
  const target = local.responseUrls.redeem(path);
  if ('error' in target) throw new ApiFailure(target.error);
  const original = target.ts ? findMessage(local, target.channel, target.ts) : undefined;
  if (body.delete_original === true) {
    if (original) deleteMessage(local, original);
    return { ok: true };
  }
  const { text, blocks } = contentOf(body);
  if (!text && !blocks?.length) throw new ApiFailure('no_text');
  if (body.replace_original === true && original) {
    changeMessage(local, original, { text, blocks: asBlocks(blocks ?? []) });
    return { ok: true };
  }
  postMessage(local, {
    ...fromApp(local),
    ...{ channel: target.channel, text, blocks: blocks ?? [] },
    threadTs: asText(body.thread_ts) || null,
    visibleTo: body.response_type === 'in_channel' ? null : target.userId,
    metadata: metadataOf(body) ?? null,
  });
  return { ok: true };
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': chatPostMessage,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.update': chatUpdate,
  'chat.delete': chatDelete,
  'chat.getPermalink': chatGetPermalink,
};
