import { openDm } from '../dms.ts';
import type { Json } from '../json.ts';
import type { Local } from '../local.ts';
import { messagesIn } from '../messages.ts';
import { isRoot, shapeChannel, shapeMessage } from '../shape-message.ts';
import type { Message } from '../types.ts';
import {
  ApiFailure,
  flagArg,
  type Method,
  requiredChannel,
  requiredText,
  textArg,
} from './call.ts';

const conversationsOpen: Method = ({ local: { workspace }, args }) => {
  const users = requiredText(args, 'users').split(',');
  const user = users[0] ?? '';
  if (users.length > 1) throw new ApiFailure('not_supported_by_local_slack');
  if (!workspace.people.get(user)) throw new ApiFailure('user_not_found');
  const before = workspace.channels.all().length;
  const channel = openDm(workspace, user);
  const known = workspace.channels.all().length === before;
  const shown = flagArg(args, 'return_im') ? shapeChannel(channel) : { id: channel.id };
  return { ok: true, channel: shown, ...(known ? { no_op: true, already_open: true } : {}) };
};

const conversationsInfo: Method = ({ local, args }) => ({
  ok: true,
  channel: shapeChannel(requiredChannel(local, args)),
});

const conversationsList: Method = ({ local: { workspace }, args }) => {
  const types = (textArg(args, 'types') || 'public_channel').split(',');
  const channels = workspace.channels
    .all()
    .filter(({ kind }) => types.includes(kind === 'im' ? 'im' : 'public_channel'));
  return { ok: true, channels: channels.map(shapeChannel), response_metadata: { next_cursor: '' } };
};

const conversationsMembers: Method = ({ local, args }) => {
  const { members } = requiredChannel(local, args);
  return {
    ok: true,
    members: [...members, local.workspace.app.botUserId],
    response_metadata: { next_cursor: '' },
  };
};

const limitMax = 999;
const limitOf = (args: Json): number =>
  Math.min(limitMax, Math.max(1, Number(textArg(args, 'limit') || '100') || 100));

/** oldest and latest exclude their own message unless inclusive. */
const within = (args: Json) => {
  const [oldest, latest] = [textArg(args, 'oldest'), textArg(args, 'latest')];
  const inclusive = flagArg(args, 'inclusive');
  return ({ ts }: Message): boolean =>
    (!oldest || Number(oldest) === 0 || ts > oldest || (inclusive && ts === oldest)) &&
    (!latest || ts < latest || (inclusive && ts === latest));
};

const cursorFor = (ts: string): string => Buffer.from(`next_ts:${ts}`).toString('base64');
const tsOfCursor = (cursor: string): string => {
  const text = Buffer.from(cursor, 'base64').toString();
  if (!text.startsWith('next_ts:')) throw new ApiFailure('invalid_cursor');
  return text.slice('next_ts:'.length);
};

/** One page of messages already in the order of the answer, from the cursor on. */
const page = (local: Local, args: Json, messages: Message[]): Json => {
  const cursor = textArg(args, 'cursor');
  const from = cursor ? messages.findIndex(({ ts }) => ts === tsOfCursor(cursor)) : 0;
  const start = from === -1 ? messages.length : from;
  const limit = limitOf(args);
  const next = messages[start + limit];
  const withMetadata = flagArg(args, 'include_all_metadata');
  return {
    ok: true,
    messages: messages
      .slice(start, start + limit)
      .map((message) => shapeMessage(local.workspace, message, local.baseUrl, withMetadata)),
    has_more: next !== undefined,
    ...(next ? { response_metadata: { next_cursor: cursorFor(next.ts) } } : {}),
  };
};

/** Newest first; replies are in conversations.replies only. */
const conversationsHistory: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args);
  const messages = messagesIn(local, channel.id)
    .filter((message) => isRoot(message) && !message.visibleTo)
    .filter(within(args))
    .toReversed();
  return { ...page(local, args, messages), pin_count: 0 };
};

/** Oldest first, the root always among them. */
const conversationsReplies: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args);
  const asked = requiredText(args, 'ts');
  const all = messagesIn(local, channel.id).filter((message) => !message.visibleTo);
  const found = all.find(({ ts }) => ts === asked);
  if (!found) throw new ApiFailure('thread_not_found');
  const root = found.threadTs ?? found.ts;
  const inRange = within(args);
  const thread = all.filter((message) => message.ts === root || message.threadTs === root);
  return page(
    local,
    args,
    thread.filter((message) => message.ts === root || inRange(message)),
  );
};

export const conversationMethods: Record<string, Method> = {
  'conversations.open': conversationsOpen,
  'conversations.info': conversationsInfo,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.history': conversationsHistory,
  'conversations.replies': conversationsReplies,
};
