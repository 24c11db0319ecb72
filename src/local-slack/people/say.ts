import { newId } from '../ids.ts';
import type { Block } from '../json.ts';
import type { Local } from '../local.ts';
import { changeMessage, deleteMessage, findMessage, postMessage } from '../messages.ts';
import { mimetypeOf } from '../mimetypes.ts';
import { secondsNow } from '../timestamps.ts';
import type { Message, Person, UploadedByPerson } from '../types.ts';
import { encodeMentions, escapeText, namedPeople, richTextOf } from './mentions.ts';

const mustBeIn = (local: Local, person: Person, channelId: string): void => {
  const channel = local.workspace.channels.get(channelId);
  if (!channel?.members.includes(person.userId)) {
    throw new Error(`${person.name} is not in the channel ${channelId}.`);
  }
};

const asTyped = (local: Local, typed: string): { text: string; blocks: Block[] } => {
  const people = namedPeople(local.workspace.people.all(), local.workspace.app);
  const text = escapeText(encodeMentions(typed, people));
  return { text, blocks: text === '' ? [] : [richTextOf(text)] };
};

const keepFile = (local: Local, person: Person, file: UploadedByPerson): string => {
  const content =
    typeof file.content === 'string' ? Buffer.from(file.content) : Buffer.from(file.content);
  const id = newId('F');
  local.workspace.files.put(id, {
    ...{ id, name: file.name, title: file.name, userId: person.userId },
    mimetype: file.mimetype ?? mimetypeOf(file.name),
    size: content.length,
    content: content.toString('base64'),
    createdAt: secondsNow(),
  });
  return id;
};

export const say = (
  local: Local,
  person: Person,
  channel: string,
  text: string,
  { threadTs, files = [] }: { threadTs?: string; files?: UploadedByPerson[] },
): string => {
  mustBeIn(local, person, channel);
  const fileIds = files.map((file) => keepFile(local, person, file));
  const message = postMessage(local, {
    ...{ channel, userId: person.userId, fileIds, threadTs: threadTs ?? null },
    ...asTyped(local, text),
  });
  return message.ts;
};

const own = (local: Local, person: Person, channel: string, ts: string): Message => {
  const message = findMessage(local, channel, ts);
  if (message?.userId !== person.userId) throw new Error(`${person.name} did not write ${ts}.`);
  return message;
};

export const edit = (
  local: Local,
  person: Person,
  channel: string,
  ts: string,
  text: string,
): void => {
  const editedTs = local.workspace.nextTs();
  changeMessage(local, own(local, person, channel, ts), { ...asTyped(local, text), editedTs });
};

export const remove = (local: Local, person: Person, channel: string, ts: string): void =>
  deleteMessage(local, own(local, person, channel, ts));
