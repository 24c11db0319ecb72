import { once } from 'node:events';
import { openDm } from '../dms.ts';
import { sendEvent } from '../events.ts';
import type { Local } from '../local.ts';
import { messagesIn } from '../messages.ts';
import type { Channel, Message, Person, ThreadStatus, Visitor } from '../types.ts';
import { statusOf } from '../web-api/assistant.ts';
import { runCommand, runShortcut } from './commands.ts';
import { closeView, submitView } from './modals.ts';
import { fill, press, search } from './press.ts';
import { edit, remove, say } from './say.ts';
import { stopSession } from './stop-session.ts';

const waitDefaultMs = 10_000;
const pollEveryMs = 25;

const visibleMessages = (local: Local, person: Person, channelId: string): Message[] =>
  messagesIn(local, channelId).filter(
    ({ visibleTo }) => visibleTo === null || visibleTo === person.userId,
  );

const channelsOf = ({ workspace }: Local, person: Person): Channel[] =>
  workspace.channels.all().filter(({ members }) => members.includes(person.userId));

const openTab = (local: Local, person: Person, tab: 'home' | 'messages'): void => {
  const view = local.workspace.homes.get(person.userId);
  sendEvent(local, {
    ...{ type: 'app_home_opened', user: person.userId, tab },
    channel: openDm(local.workspace, person.userId).id,
    ...(tab === 'home' && view ? { view } : {}),
    context: {},
    event_ts: local.workspace.nextTs(),
  });
};

const changeContext = (local: Local, person: Person, channelIds: string[]): void => {
  const entities = channelIds.map((value) => ({
    ...{ type: 'slack#/types/channel_id', value },
    team_id: local.workspace.app.teamId,
  }));
  sendEvent(local, {
    ...{ type: 'app_context_changed', user: person.userId },
    channel: openDm(local.workspace, person.userId).id,
    context: entities.length > 0 ? { entities } : {},
    event_ts: local.workspace.nextTs(),
  });
};

/** The running status of one thread, or of whichever thread of the channel shows one. */
const shownStatus = (local: Local, channel: string, threadTs?: string): ThreadStatus => {
  if (threadTs !== undefined) return statusOf(local, channel, threadTs);
  const inChannel = [...local.workspace.statuses.values()].filter((s) => s.channel === channel);
  return inChannel.findLast(({ text }) => text !== '') ?? statusOf(local, channel, null);
};

const lastSeen = (visitor: Visitor): string => {
  const seen = visitor.channels().flatMap(({ id }) => visitor.messages(id));
  return JSON.stringify(seen.toSorted((a, b) => (a.ts < b.ts ? -1 : 1)).slice(-3), null, 1);
};

/** Tried again at every change, and now and then for what changes outside the workspace. */
const waitFor = async <T>(
  { workspace }: Local,
  visitor: Visitor,
  predicate: (visitor: Visitor) => T | null | undefined | false,
  timeoutMs: number,
): Promise<T> => {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = predicate(visitor);
    if (found) return found;
    if (performance.now() > until) {
      throw new Error(
        `Nothing matched within ${timeoutMs} ms. The last messages: ${lastSeen(visitor)}`,
      );
    }
    const signal = AbortSignal.timeout(pollEveryMs);
    await once(workspace.changes, 'change', { signal }).catch(() => {});
  }
};

/** Everything that this person can do and see. */
export const createVisitor = (local: Local, person: Person): Visitor => {
  const { workspace } = local;
  const visitor: Visitor = {
    userId: person.userId,
    openDm: () => openDm(workspace, person.userId).id,
    say: (channel, text, options = {}) => say(local, person, channel, text, options),
    edit: (channel, ts, text) => edit(local, person, channel, ts, text),
    remove: (channel, ts) => remove(local, person, channel, ts),
    command: (channel, command, text = '') => runCommand(local, person, channel, command, text),
    press: (where, actionId, choice, options = {}) =>
      press(local, person, where, actionId, choice, options.blockId),
    fill(viewId, values) {
      const problem = fill(local, person, viewId, values);
      if (problem) throw new Error(problem);
    },
    submitView: (viewId, values = {}) => submitView(local, person, viewId, values),
    closeView: (viewId, all = false) => closeView(local, person, viewId, all),
    search: (where, actionId, query) => search(local, person, where, actionId, query),
    shortcut: (callbackId) => runShortcut(local, person, callbackId),
    openHome: () => openTab(local, person, 'home'),
    openMessagesTab: () => openTab(local, person, 'messages'),
    changeContext: (channelIds) => changeContext(local, person, channelIds),
    stop: (channel, threadTs) => stopSession(local, person, channel, threadTs),
    channels: () => channelsOf(local, person),
    messages: (channel) => visibleMessages(local, person, channel),
    views: () => local.modals.stack(person.userId),
    homeView: () => workspace.homes.get(person.userId) ?? null,
    suggestedPrompts: (channel) => workspace.prompts.get(channel) ?? { title: '', prompts: [] },
    status: (channel, threadTs) => shownStatus(local, channel, threadTs),
    file: (fileId) => workspace.files.get(fileId) ?? null,
    waitFor: (predicate, timeoutMs = waitDefaultMs) =>
      waitFor(local, visitor, predicate, timeoutMs),
  };
  return visitor;
};
