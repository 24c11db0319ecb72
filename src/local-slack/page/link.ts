import type { FromPage, ToPage, VisitorCall } from '../page-api/protocol.ts';
import { change, changed, state } from './store.ts';

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let socket: WebSocket | null = null;
let nextId = 1;
const againMs = 1_000;
const personKey = 'local-slack-person';

const send = (message: FromPage): void => socket?.send(JSON.stringify(message));

/** Looks at the workspace as this person, from now on. */
export const look = (userId: string): void => {
  localStorage.setItem(personKey, userId);
  state.messages.clear();
  state.unread.clear();
  change({
    me: userId,
    around: null,
    replyTo: null,
    notice: null,
    sidebarOpen: false,
    place: { kind: 'channel', id: '' },
  });
  send({ kind: 'look', as: userId });
};

/** One of the person's calls; rejects with the sentence that the server gives. */
export const call = (name: VisitorCall, ...args: unknown[]): Promise<unknown> => {
  const id = nextId;
  nextId += 1;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    send({ kind: 'call', id, call: name, args });
  });
};

const markUnread = (message: Extract<ToPage, { kind: 'messages' }>): void => {
  const here = state.place.kind === 'channel' ? state.place.id : '';
  for (const one of message.messages) {
    const isNew = !state.messages.has(`${one.channel}/${one.ts}`);
    if (!message.first && isNew && one.channel !== here && one.userId !== state.me) {
      state.unread.add(one.channel);
    }
  }
};

const takeMessages = (message: Extract<ToPage, { kind: 'messages' }>): void => {
  markUnread(message);
  if (message.first) state.messages.clear();
  for (const one of message.messages) state.messages.set(`${one.channel}/${one.ts}`, one);
  for (const key of message.removed) state.messages.delete(key);
};

const settle = (message: Extract<ToPage, { kind: 'result' }>): void => {
  const one = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.error === null) one?.resolve(message.result);
  else one?.reject(new Error(message.error));
};

const takeSurroundings = (message: Extract<ToPage, { kind: 'surroundings' }>): void => {
  const first = state.around === null;
  state.around = message.surroundings;
  if (!first) return;
  state.place = { kind: 'channel', id: message.surroundings.dm };
  call('openMessagesTab').catch(() => {});
};

const receive = (message: ToPage): void => {
  if ('as' in message && message.as !== state.me) return;
  if (message.kind === 'people') {
    state.people = message.people;
    const known = localStorage.getItem(personKey);
    const person = message.people.find(({ userId }) => userId === known) ?? message.people[0];
    if (person) look(person.userId);
  }
  if (message.kind === 'surroundings') takeSurroundings(message);
  if (message.kind === 'messages') takeMessages(message);
  if (message.kind === 'result') settle(message);
  changed();
};

/** Connects, and connects again whenever the workspace was away. */
export const connect = (): void => {
  socket = new WebSocket(`ws://${location.host}/page/socket`);
  socket.addEventListener('open', () => change({ online: true }));
  socket.addEventListener('message', ({ data }) => receive(JSON.parse(data)));
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The workspace is away.'));
    waiting.clear();
    change({ online: false });
    setTimeout(connect, againMs);
  });
};
