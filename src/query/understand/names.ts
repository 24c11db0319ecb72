/** Takes the words that nothing knows for a client's name, where a question about one client leaves room for it. */
import type { Item, ItemType } from './items.ts';

const NAME_WORDS_MAX = 6;
const LOWER_CASE_WORDS_MAX = 3;

/** Words beside which an unknown word may be anything but a name. */
const OF_A_SET: ReadonlySet<ItemType> = new Set<ItemType>([
  'rank',
  'sort',
  'group',
  'headcount',
  'howMany',
  'share',
  'climb',
  'bound',
  'number',
  'or',
  'reference',
  'refuse',
]);

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Words of a sentence that no name has. */
const NOT_IN_NAMES =
  /[的了吗呢吧把给请被没不最很哪谁得批]|怎么|什么|多少|时候|一下|短信|电话|微信|金额|余额|都$|连续/u;

const looksLikeName = (written: string, asked: boolean): boolean => {
  if (/^\p{Script=Han}{2,30}$/u.test(written)) return !NOT_IN_NAMES.test(written);
  const words = written.split(' ');
  if (words.length > NAME_WORDS_MAX) return false;
  const mixed = /\p{Script=Han}/u.test(written) && /\p{Script=Latin}/u.test(written);
  return words.every(isCapitalised) || (asked && !mixed && words.length <= LOWER_CASE_WORDS_MAX);
};

/** 天 in 邹天宇: a character that is a word elsewhere. */
const isSyllable = ({ start, end }: Item, text: string): boolean =>
  /^\p{Script=Han}$/u.test(text.slice(start, end));

const isUnbroken = (items: readonly Item[]): boolean =>
  items.every(
    (item, index) => index === 0 || item.type === 'unknown' || items[index - 1]?.end === item.start,
  );

/** The one unbroken run of unknown items; null = none, or several. */
const runOf = (items: readonly Item[], text: string): { first: number; last: number } | null => {
  const first = items.findIndex(({ type }) => type === 'unknown');
  if (first < 0) return null;
  const last = items.findLastIndex(({ type }) => type === 'unknown');
  const between = items.slice(first, last + 1);
  const isName = between.every((item) => item.type === 'unknown' || isSyllable(item, text));
  return isName && isUnbroken(between) ? { first, last } : null;
};

/** 有限公司 ends a name, though 公司 is a word of its own. */
const throughCompany = (items: readonly Item[], last: number, text: string): number => {
  const [name, next] = [items[last], items[last + 1]];
  if (!name || !next || name.end !== next.start) return last;
  return /^(?:公司|集团)$/.test(text.slice(next.start, next.end)) ? last + 1 : last;
};

/** One client is meant by "client Zhang Wei" and 客户张伟, many by "clients" and by conditions on clients. */
const leavesRoom = (items: readonly Item[], text: string, asked: boolean): boolean => {
  if (items.some(({ type }) => OF_A_SET.has(type) || (type === 'not' && !asked))) return false;
  const nouns = items.filter(({ type }) => type === 'clients');
  if (nouns.length === 0) return true;
  const plural = nouns.some(({ start, end }) => text.slice(start, end).endsWith('s'));
  const conditional = items.some(({ type }) => type === 'condition' || type === 'measure');
  return !plural && (asked || !conditional || ASKS_WHETHER.test(text));
};

/** "Is Li Na a key client?", 李娜是重点客户吗: the noun is what one client may be. */
const ASKS_WHETHER = /^(?:is|was)\s|(?:是|属于).*(?:吗|么)[?？]?$|是不是|是否/;

const IDENTIFIER = /[A-Za-z]{1,6}[-_]?\d{2,}|\d+/;

/** An identifier keeps the letters as they were typed. */
export const asTyped = (items: readonly Item[], written: string): Item[] =>
  items.map((item) => {
    if (item.type !== 'reference' || item.by !== 'id') return item;
    const [text = item.text] = IDENTIFIER.exec(written.slice(item.start, item.end)) ?? [];
    return { ...item, text };
  });

/** The items with the name as a reference; unchanged where there is none. */
export const withName = (
  items: readonly Item[],
  text: string,
  written: string,
): readonly Item[] => {
  const run = runOf(items, text);
  if (!run) return items;
  const asked = items.some(({ type }) => type === 'why' || type === 'brief');
  const start = items[run.first]?.start ?? 0;
  const last = throughCompany(items, run.last, text);
  const end = items[last]?.end ?? 0;
  const name = written.slice(start, end).replace(/'s?$/, '');
  const next = items.slice(last + 1).find(({ type }) => type !== 'noise');
  if (next?.type === 'clients') return items;
  if (!leavesRoom(items, text, asked) || !looksLikeName(name, asked)) return items;
  const reference: Item = { type: 'reference', by: 'name', text: name, start, end };
  return [...items.slice(0, run.first), reference, ...items.slice(last + 1)];
};
