/** Decides what the words behind a slash command mean; what it cannot place stays with the client's name. */
import { TIERS, type Tier } from '../domain/client.ts';
import { tierNames } from '../text/fields.ts';

/** "Anna Smith", “王芳” and 「王芳」 are one word each. */
const WORD = /"([^"]*)"|“([^”]*)”|「([^」]*)」|<@([A-Z0-9]+)(?:\|[^>]*)?>|(\S+)/g;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNTIL = new Set(['until', 'till', '至', '到', '有效至']);
const HELP = new Set(['help', '帮助', '幫助', '?', '？']);

type Word = { text: string; quoted: boolean; mention: boolean };

const wordsOf = (text: string): Word[] =>
  [...text.normalize('NFC').matchAll(WORD)].map((match) => {
    const quoted = match[1] ?? match[2] ?? match[3];
    const mention = match[4];
    return {
      text: quoted ?? mention ?? match[5] ?? '',
      quoted: quoted !== undefined,
      mention: mention !== undefined,
    };
  });

export const isHelp = (text: string): boolean => HELP.has(text.trim().toLowerCase());

const tierByName = new Map<string, Tier>(
  TIERS.flatMap((tier) =>
    [tier, tierNames.en[tier], tierNames['zh-CN'][tier]].map((name): [string, Tier] => [
      name.toLowerCase().replace(/\s/g, '_'),
      tier,
    ]),
  ),
);
const tierOf = (word: Word): Tier | null =>
  word.quoted ? null : (tierByName.get(word.text.toLowerCase()) ?? null);

const joined = (words: readonly Word[]): string | null =>
  words.map((word) => word.text).join(' ') || null;

export type TierCommand = {
  client: string | null;
  tier: Tier | null;
  until: string | null;
  reason: string | null;
};

/** `[client] [tier] [until YYYY-MM-DD] [reason…]` */
export const parseTierCommand = (text: string): TierCommand => {
  const words = wordsOf(text);
  // A client may be called like a tier, so that the first word is never taken for one.
  const at = words.findIndex((word, index) => index > 0 && tierOf(word) !== null);
  const tierWord = words[at];
  if (!tierWord) return { client: joined(words), tier: null, until: null, reason: null };
  const rest = words.slice(at + 1);
  const dated = UNTIL.has(rest[0]?.text.toLowerCase() ?? '') && ISO_DATE.test(rest[1]?.text ?? '');
  return {
    client: joined(words.slice(0, at)),
    tier: tierOf(tierWord),
    until: dated ? (rest[1]?.text ?? null) : null,
    reason: joined(dated ? rest.slice(2) : rest),
  };
};

export type ReassignCommand = {
  client: string | null;
  /** A Slack id when the manager was mentioned, else null. */
  managerSlackId: string | null;
  reason: string | null;
};

/** `[client] [@manager] [reason…]` */
export const parseReassignCommand = (text: string): ReassignCommand => {
  const words = wordsOf(text);
  const at = words.findIndex((word) => word.mention);
  if (at === -1) return { client: joined(words), managerSlackId: null, reason: null };
  return {
    client: joined(words.slice(0, at)),
    managerSlackId: words[at]?.text ?? null,
    reason: joined(words.slice(at + 1)),
  };
};

/** `<name|id>`, in quotes or not; empty when nothing was said. */
export const wordsOfClient = (text: string): string => joined(wordsOf(text)) ?? '';
