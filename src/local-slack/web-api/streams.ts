import { asList, asText, isRecord, type Json, lengthOf } from '../json.ts';
import type { Local } from '../local.ts';
import { changeMessage, findMessage, postMessage } from '../messages.ts';
import { appendChunk, blocksOfStream, textOfStream } from '../stream-blocks.ts';
import type { Message, StreamState } from '../types.ts';
import { setSession } from './assistant.ts';
import {
  ApiFailure,
  jsonArg,
  type Method,
  requiredChannel,
  requiredText,
  textArg,
} from './call.ts';
import { checkedBlocks, metadataOf } from './content.ts';

const markdownMax = 12_000;
const chunkTypes = ['markdown_text', 'task_update', 'plan_update', 'blocks'];

const checkChunk = (chunk: unknown): Json => {
  if (!isRecord(chunk) || !chunkTypes.includes(asText(chunk.type))) {
    throw new ApiFailure('invalid_chunks');
  }
  if (chunk.type === 'blocks') checkedBlocks(chunk.blocks);
  if (chunk.type === 'task_update' && !(asText(chunk.id) && asText(chunk.title))) {
    throw new ApiFailure('invalid_chunks');
  }
  return chunk;
};

const chunksOf = (args: Json): Json[] => {
  const markdown = textArg(args, 'markdown_text');
  const chunks = asList(jsonArg(args, 'chunks')).map(checkChunk);
  const all = markdown ? [{ type: 'markdown_text', text: markdown }, ...chunks] : chunks;
  for (const chunk of all) {
    const tooLong = chunk.type === 'markdown_text' && lengthOf(asText(chunk.text)) > markdownMax;
    if (tooLong) throw new ApiFailure('msg_too_long');
  }
  return all;
};

const grown = (stream: StreamState, chunks: Json[]): Partial<Message> => {
  const next = chunks.reduce(appendChunk, stream);
  return { stream: next, blocks: blocksOfStream(next), text: textOfStream(next) };
};

const startStream: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args);
  const threadTs = requiredText(args, 'thread_ts');
  if (channel.kind !== 'im') {
    if (!textArg(args, 'recipient_user_id')) throw new ApiFailure('missing_recipient_user_id');
    if (!textArg(args, 'recipient_team_id')) throw new ApiFailure('missing_recipient_team_id');
  }
  const stream: StreamState = {
    open: true,
    display: args.task_display_mode === 'plan' ? 'plan' : 'timeline',
    planTitle: null,
    parts: [],
  };
  const message = postMessage(local, {
    userId: local.workspace.app.botUserId,
    botId: local.workspace.app.botId,
    ...{ channel: channel.id, text: '', threadTs },
    ...grown(stream, chunksOf(args)),
  });
  setTimeout(() => closeStream(local, channel.id, message.ts), local.timing.streamMs).unref();
  return { ok: true, channel: channel.id, ts: message.ts };
};

const openStream = (local: Local, args: Json): Message & { stream: StreamState } => {
  const channel = requiredChannel(local, args);
  const message = findMessage(local, channel.id, requiredText(args, 'ts'));
  if (!message?.botId) throw new ApiFailure('message_not_found');
  if (!message.stream?.open) throw new ApiFailure('message_not_in_streaming_state');
  return { ...message, stream: message.stream };
};

/** Ends a stream without a word, as Slack does after a while or at the stop button. */
export const closeStream = (local: Local, channel: string, ts: string): void => {
  const message = findMessage(local, channel, ts);
  if (!message?.stream?.open) return;
  changeMessage(local, message, { stream: { ...message.stream, open: false } }, { quiet: true });
};

const appendStream: Method = ({ local, args }) => {
  const message = openStream(local, args);
  const chunks = chunksOf(args);
  if (chunks.length === 0) throw new ApiFailure('no_text');
  changeMessage(local, message, grown(message.stream, chunks), { quiet: true });
  return { ok: true, channel: message.channel, ts: message.ts };
};

const stopStream: Method = ({ local, args }) => {
  const message = openStream(local, args);
  const given = jsonArg(args, 'blocks');
  const last: Json[] =
    given === undefined ? [] : [{ type: 'blocks', blocks: checkedBlocks(given) }];
  const metadata = metadataOf(args);
  const change = grown({ ...message.stream, open: false }, [...chunksOf(args), ...last]);
  changeMessage(local, message, { ...change, ...(metadata === undefined ? {} : { metadata }) });
  const status = textArg(args, 'session_status');
  if (status) setSession(local, message.channel, message.threadTs, status, null);
  return { ok: true, channel: message.channel, ts: message.ts };
};

export const streamMethods: Record<string, Method> = {
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
};
