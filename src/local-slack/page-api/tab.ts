import { asList, asRecord, asText } from '../json.ts';
import type { Local } from '../local.ts';
import { shapeFile } from '../shape-message.ts';
import type { Message, UploadedByPerson, Visitor } from '../types.ts';
import { type ShownMessage, type ToPage, type VisitorCall, visitorCalls } from './protocol.ts';
import { surroundingsOf } from './surroundings.ts';

/** One browser tab: the person it looks as, and the messages it has yet to be told of. */
export type Tab = {
  local: Local;
  visitor: Visitor | null;
  dirty: Set<string>;
  /** Whether anything but messages changed since the last time. */
  aroundChanged: boolean;
  scheduled: boolean;
  send: (message: ToPage) => void;
};

const flushEveryMs = 40;
/** Changes that the page shows nothing of, or only with the message that names the file. */
const unshown = new Set(['deliveries', 'files', 'people']);
/** Older messages of a channel are not sent to the page. */
const messagesMax = 300;

const shown = (local: Local, message: Message): ShownMessage => ({
  ...message,
  files: message.fileIds
    .flatMap((id) => local.workspace.files.get(id) ?? [])
    .map((file) => ({
      ...{ id: file.id, name: file.name, title: file.title },
      ...{ size: file.size, mimetype: file.mimetype },
      url: asText(shapeFile(file, '', local.workspace.app.teamId).url_private),
    })),
});

/** null when this person does not see the message, or it is gone. */
const visibleNow = ({ local }: Tab, visitor: Visitor, key: string): ShownMessage | null => {
  const message = local.workspace.messages.get(key);
  if (!message) return null;
  const forMe = message.visibleTo === null || message.visibleTo === visitor.userId;
  const member = visitor.channels().some(({ id }) => id === message.channel);
  return forMe && member ? shown(local, message) : null;
};

const flush = (tab: Tab): void => {
  tab.scheduled = false;
  const { visitor, local } = tab;
  if (!visitor) return;
  const as = visitor.userId;
  if (tab.aroundChanged) {
    tab.aroundChanged = false;
    tab.send({ kind: 'surroundings', as, surroundings: surroundingsOf(local, visitor) });
  }
  const keys = [...tab.dirty];
  tab.dirty.clear();
  if (keys.length === 0) return;
  tab.send({
    ...{ kind: 'messages', as, first: false },
    messages: keys.flatMap((key) => visibleNow(tab, visitor, key) ?? []),
    removed: keys.filter((key) => !local.workspace.messages.get(key)),
  });
};

/** Many changes within a moment are told together. */
export const noteChange = (tab: Tab, set: string, key: string): void => {
  if (unshown.has(set)) return;
  if (set === 'messages') tab.dirty.add(key);
  else tab.aroundChanged = true;
  if (tab.scheduled) return;
  tab.scheduled = true;
  setTimeout(() => flush(tab), flushEveryMs);
};

export const look = (tab: Tab, visitor: Visitor): void => {
  const { local } = tab;
  const as = visitor.userId;
  tab.visitor = visitor;
  visitor.openDm();
  const messages = visitor
    .channels()
    .flatMap(({ id }) => visitor.messages(id).slice(-messagesMax))
    .map((message) => shown(local, message));
  tab.send({ kind: 'surroundings', as, surroundings: surroundingsOf(local, visitor) });
  tab.send({ kind: 'messages', as, first: true, messages, removed: [] });
};

/** A page sends the bytes of a file as base64. */
const withBytes = (call: VisitorCall, args: unknown[]): unknown[] => {
  if (call !== 'say') return args;
  const options = asRecord(args[2]);
  const files = asList(options.files)
    .map(asRecord)
    .map(
      (file): UploadedByPerson => ({
        name: asText(file.name),
        content: Buffer.from(asText(file.content), 'base64'),
        ...(file.mimetype ? { mimetype: asText(file.mimetype) } : {}),
      }),
    );
  return [args[0], args[1], { ...options, files }];
};

/** Makes one of the person's calls and sends back its result or what went wrong. */
export const runCall = async (
  tab: Tab,
  id: number,
  name: string,
  args: unknown[],
): Promise<void> => {
  try {
    const known = visitorCalls.find((one) => one === name);
    if (!tab.visitor || !known) throw new Error(`The page cannot call ${name}.`);
    const method = tab.visitor[known] as (...given: unknown[]) => unknown;
    const result = await method(...withBytes(known, args));
    tab.send({ kind: 'result', id, result: result ?? null, error: null });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    tab.send({ kind: 'result', id, result: null, error: said });
  }
};
