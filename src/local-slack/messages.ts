import { announceChanged, announceDeleted, announcePosted } from './events.ts';
import type { Local } from './local.ts';
import type { Message } from './types.ts';
import { withIds } from './with-ids.ts';
import { messageKey, statusKey } from './workspace.ts';

export type NewMessage = Pick<Message, 'channel' | 'userId' | 'text'> & Partial<Message>;

/** A reply to a reply belongs to the same root. */
const rootTs = (local: Local, channel: string, threadTs: string | null): string | null => {
  if (threadTs === null) return null;
  return local.workspace.messages.get(messageKey(channel, threadTs))?.threadTs ?? threadTs;
};

/** The status line goes away when the app says something in the thread. */
const clearStatus = (local: Local, message: Message): void => {
  for (const threadTs of [message.threadTs, null]) {
    const key = statusKey(message.channel, threadTs);
    const status = local.workspace.statuses.get(key);
    if (!status?.text) continue;
    local.workspace.statuses.set(key, { ...status, text: '', loadingMessages: [] });
    local.workspace.changes.emit('change', 'status', key);
  }
};

const put = (local: Local, message: Message): void =>
  local.workspace.messages.put(messageKey(message.channel, message.ts), message);

export const findMessage = (local: Local, channel: string, ts: string): Message | undefined =>
  local.workspace.messages.get(messageKey(channel, ts));

/** Stores a new message and tells the app as Slack would. */
export const postMessage = (local: Local, given: NewMessage): Message => {
  const message: Message = {
    botId: null,
    metadata: null,
    fileIds: [],
    editedTs: null,
    visibleTo: null,
    stream: null,
    ...given,
    ts: local.workspace.nextTs(),
    threadTs: rootTs(local, given.channel, given.threadTs ?? null),
    blocks: withIds(given.blocks ?? []),
  };
  put(local, message);
  if (message.botId) clearStatus(local, message);
  announcePosted(local, message);
  return message;
};

/** A change that people and the app hear of; `quiet` for the steps of a stream. */
export const changeMessage = (
  local: Local,
  previous: Message,
  change: Partial<Message>,
  { quiet = false }: { quiet?: boolean } = {},
): Message => {
  const blocks = change.blocks ? { blocks: withIds(change.blocks) } : {};
  const message = { ...previous, ...change, ...blocks };
  put(local, message);
  if (!quiet) announceChanged(local, message, previous);
  return message;
};

export const deleteMessage = (local: Local, message: Message): void => {
  local.workspace.messages.remove(messageKey(message.channel, message.ts));
  announceDeleted(local, message);
};

/** In ts order. */
export const messagesIn = (local: Local, channel: string): Message[] =>
  local.workspace.messages
    .all()
    .filter((message) => message.channel === channel)
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
