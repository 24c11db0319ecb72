import { asList, asRecord, asText, lengthOf } from '../json.ts';
import type { Local } from '../local.ts';
import type { SessionStatus, ThreadStatus } from '../types.ts';
import { statusKey } from '../workspace.ts';
import {
  ApiFailure,
  jsonArg,
  type Method,
  requiredChannel,
  requiredText,
  textArg,
} from './call.ts';

const promptsMax = 4;
const loadingMessagesMax = 10;
const sessionTitleMax = 200;
const sessionStatuses = ['active', 'processing', 'suspended', 'closed'];

export const statusOf = (local: Local, channel: string, threadTs: string | null): ThreadStatus =>
  local.workspace.statuses.get(statusKey(channel, threadTs)) ?? {
    ...{ channel, threadTs, text: '', loadingMessages: [] },
    ...{ session: null, title: null },
  };

const change = (
  local: Local,
  channel: string,
  threadTs: string | null,
  what: Partial<ThreadStatus>,
): ThreadStatus => {
  const key = statusKey(channel, threadTs);
  const status = { ...statusOf(local, channel, threadTs), ...what };
  local.workspace.statuses.set(key, status);
  local.workspace.changes.emit('change', 'status', key);
  return status;
};

const setStatus: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args, 'channel_id').id;
  const threadTs = requiredText(args, 'thread_ts');
  const loadingMessages = asList(jsonArg(args, 'loading_messages')).map(asText);
  if (loadingMessages.length > loadingMessagesMax) throw new ApiFailure('invalid_arguments');
  const shown = change(local, channel, threadTs, {
    text: textArg(args, 'status'),
    loadingMessages,
  });
  setTimeout(() => {
    if (local.workspace.statuses.get(statusKey(channel, threadTs)) !== shown) return;
    change(local, channel, threadTs, { text: '', loadingMessages: [] });
  }, local.timing.statusMs).unref();
  return { ok: true };
};

/** Under agent_view the prompts belong to the DM, so thread_ts is left out. */
const setSuggestedPrompts: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args, 'channel_id').id;
  const prompts = asList(jsonArg(args, 'prompts'))
    .map(asRecord)
    .map((prompt) => ({
      title: asText(prompt.title),
      message: asText(prompt.message),
    }));
  const wrong = prompts.some(({ title, message }) => title === '' || message === '');
  if (prompts.length === 0 || prompts.length > promptsMax || wrong) {
    throw new ApiFailure('invalid_arguments');
  }
  local.workspace.prompts.put(channel, { title: textArg(args, 'title'), prompts });
  return { ok: true };
};

const setTitle: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args, 'channel_id').id;
  change(local, channel, requiredText(args, 'thread_ts'), { title: requiredText(args, 'title') });
  return { ok: true };
};

export const setSession = (
  local: Local,
  channel: string,
  threadTs: string | null,
  status: string,
  title: string | null,
): ThreadStatus => {
  if (!sessionStatuses.includes(status)) throw new ApiFailure('invalid_arguments');
  const before = statusOf(local, channel, threadTs);
  return change(local, channel, threadTs, {
    session: status as SessionStatus,
    title: before.title ?? title,
  });
};

const agentsSessionsSetStatus: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args, 'channel_id').id;
  const title = textArg(args, 'title');
  if (lengthOf(title) > sessionTitleMax) throw new ApiFailure('invalid_arguments');
  const threadTs = requiredText(args, 'thread_ts');
  const session = setSession(local, channel, threadTs, requiredText(args, 'status'), title || null);
  return { ok: true, status: session.session, title: session.title ?? '' };
};

const agentsSessionsRename: Method = ({ local, args }) => {
  const channel = requiredChannel(local, args, 'channel_id').id;
  const title = requiredText(args, 'title');
  if (lengthOf(title) > sessionTitleMax) throw new ApiFailure('invalid_arguments');
  change(local, channel, requiredText(args, 'thread_ts'), { title });
  return { ok: true, title };
};

export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setTitle': setTitle,
  'agents.sessions.setStatus': agentsSessionsSetStatus,
  'agents.sessions.rename': agentsSessionsRename,
};
