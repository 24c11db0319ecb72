/** What Slack makes of the text that a person typed: mentions as ids, other signs escaped. */
import { handleOf } from '../shape-message.ts';
import type { Person } from '../types.ts';

export type Named = { id: string; name: string; handle: string };

export const namedPeople = (
  people: Person[],
  bot: { botUserId: string; name: string },
): Named[] => [
  { id: bot.botUserId, name: bot.name, handle: bot.name.toLowerCase() },
  ...people.map((person) => ({ id: person.userId, name: person.name, handle: handleOf(person) })),
];

const references = /<(?:@[UW]\w+|#C\w+|!\w+|https?:\/\/|mailto:)[^<>]*>/g;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Escapes &, < and > but not what is already a reference such as <@U123>. */
export const escapeText = (text: string): string => {
  const kept = text.match(references) ?? [];
  return text
    .split(references)
    .map((part, index) => escaped(part) + (kept[index] ?? ''))
    .join('');
};

/** "@Full Name" and "@handle" as <@U123>, or as <@U123|handle> in an escaped command. */
export const encodeMentions = (text: string, people: Named[], withHandle = false): string => {
  const names = people
    .flatMap((one) => [one.name, one.handle].map((name) => ({ ...one, name, handle: one.handle })))
    .toSorted((a, b) => b.name.length - a.name.length);
  return names.reduce(
    (soFar, { id, name, handle }) =>
      soFar.replaceAll(`@${name}`, withHandle ? `<@${id}|${handle}>` : `<@${id}>`),
    text,
  );
};

const mention = /<@(\w+)(?:\|[^>]*)?>/g;
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The rich_text block that Slack's composer makes of a message. */
export const richTextOf = (text: string): { type: string; elements: unknown[] } => {
  const users = [...text.matchAll(mention)].map((match) => match[1]);
  const elements = text
    .split(/<@\w+(?:\|[^>]*)?>/)
    .flatMap((part, index) => [
      ...(part === '' ? [] : [{ type: 'text', text: unescaped(part) }]),
      ...(users[index] ? [{ type: 'user', user_id: users[index] }] : []),
    ]);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
};
