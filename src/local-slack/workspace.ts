import { EventEmitter } from 'node:events';
import { type Journal, openJournal } from './journal.ts';
import { allocateTs, maxTs } from './timestamps.ts';
import type {
  Channel,
  Message,
  Person,
  SlackApp,
  StoredFile,
  SuggestedPrompts,
  ThreadStatus,
  View,
} from './types.ts';

/** A map whose every change is written to the journal and announced. */
export type Kept<T> = {
  get(key: string): T | undefined;
  all(): T[];
  put(key: string, value: T): void;
  remove(key: string): void;
};

export type Workspace = {
  app: SlackApp;
  people: Kept<Person>;
  channels: Kept<Channel>;
  messages: Kept<Message>;
  files: Kept<StoredFile>;
  homes: Kept<View>;
  prompts: Kept<SuggestedPrompts>;
  statuses: Map<string, ThreadStatus>;
  /** 'change' with (set, key); set is the name of one of the maps above, 'views' or 'status'. */
  changes: EventEmitter;
  nextTs(): string;
  close(): void;
};

export const messageKey = (channel: string, ts: string): string => `${channel}/${ts}`;
export const statusKey = (channel: string, threadTs: string | null): string =>
  `${channel}/${threadTs ?? ''}`;

const kept = <T>(set: string, journal: Journal, changes: EventEmitter): Kept<T> => {
  const values = new Map<string, T>();
  for (const change of journal.earlier) {
    if (change.set !== set) continue;
    if (change.value === null) values.delete(change.key);
    else values.set(change.key, change.value as T);
  }
  return {
    get: (key) => values.get(key),
    all: () => [...values.values()],
    put(key, value) {
      journal.append({ set, key, value });
      values.set(key, value);
      changes.emit('change', set, key);
    },
    remove(key) {
      journal.append({ set, key, value: null });
      values.delete(key);
      changes.emit('change', set, key);
    },
  };
};

/** The newest value of every key, in the order in which keys appeared. */
const compact = (journal: Journal): void => {
  const newest = new Map<string, Journal['earlier'][number]>();
  for (const change of journal.earlier) {
    const id = `${change.set} ${change.key}`;
    if (change.value === null) newest.delete(id);
    else newest.set(id, change);
  }
  journal.rewrite([...newest.values()]);
};

const closeStreamsOfEarlierRun = (messages: Kept<Message>): void => {
  for (const message of messages.all()) {
    if (!message.stream?.open) continue;
    const stream = { ...message.stream, open: false };
    messages.put(messageKey(message.channel, message.ts), { ...message, stream });
  }
};

/** Everything that the workspace knows, loaded from its journal. */
export const openWorkspace = (app: SlackApp, stateFile: string | null): Workspace => {
  const journal = openJournal(stateFile);
  compact(journal);
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  const messages = kept<Message>('messages', journal, changes);
  closeStreamsOfEarlierRun(messages);
  const newest = messages.all().reduce((newestTs, { ts }) => maxTs(newestTs, ts), '');
  return {
    app,
    people: kept<Person>('people', journal, changes),
    channels: kept<Channel>('channels', journal, changes),
    messages,
    files: kept<StoredFile>('files', journal, changes),
    homes: kept<View>('homes', journal, changes),
    prompts: kept<SuggestedPrompts>('prompts', journal, changes),
    statuses: new Map(),
    changes,
    nextTs: allocateTs(newest),
    close: () => journal.close(),
  };
};
