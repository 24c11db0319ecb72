/** Cuts a question into items: at each place the longest of lexicon word, number, date and identifier. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { namedPeriod } from './calendar.ts';
import { readDate } from './dates.ts';
import { idiomAt } from './idioms.ts';
import type { Item, Meaning } from './items.ts';
import { type LexiconMeaning, lookUp } from './lexicon.ts';
import { readDigits } from './numbers-digits.ts';
import { readWords } from './numbers-words.ts';
import { type Token, tokenise } from './tokens.ts';

type Candidate = { meaning: LexiconMeaning; count: number };

/** How many tokens end at offset `to`; 0 = the offset lies within a token. */
const countTo = (tokens: readonly Token[], at: number, to: number): number => {
  let index = at;
  while (index < tokens.length && (tokens[index] as Token).to < to) index += 1;
  return tokens[index]?.to === to ? index - at + 1 : 0;
};

const dateAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  on: BusinessDate,
): Candidate[] => {
  const read = readDate(text, (tokens[at] as Token).from, on);
  if (!read) return [];
  return [{ meaning: { type: 'period', ...read.period }, count: countTo(tokens, at, read.to) }];
};

const numberAt = (text: string, tokens: readonly Token[], at: number): Candidate[] => {
  const words = readWords(tokens, at);
  if (words)
    return [
      { meaning: { type: 'number', value: words.value, scaled: words.scaled }, count: words.count },
    ];
  const digits = readDigits(text, (tokens[at] as Token).from);
  if (!digits) return [];
  const { value, scaled, unit } = digits;
  const meaning: Meaning = { type: 'number', value, scaled, unit };
  return [{ meaning, count: countTo(tokens, at, digits.to) }];
};

const QUOTED = /["“]([^"“”]{1,80})["”]/y;

/** What stands in quotation marks is taken as it is. */
const quotedAt = (text: string, tokens: readonly Token[], at: number): Candidate[] => {
  QUOTED.lastIndex = (tokens[at] as Token).from;
  const match = QUOTED.exec(text);
  if (!match?.[1]) return [];
  const count = countTo(tokens, at, QUOTED.lastIndex);
  return [{ meaning: { type: 'quoted', text: match[1] }, count }];
};

const REACHED_BY = new Set(['phone', 'email', 'mail', '话', '件']);
const CONTACT_NOUNS = new Set(
  'call calls contact contacts conversation conversations chat chats 联 拜 沟 回 访'.split(' '),
);

/** "No phone calls" and 没有电话联系 say that nobody called, not that there is no number to call. */
const wordAt = (tokens: readonly Token[], at: number): Candidate | null => {
  const word = lookUp(tokens, at);
  const last = at + (word?.count ?? 1) - 1;
  const parted =
    REACHED_BY.has(tokens[last]?.text ?? '') && CONTACT_NOUNS.has(tokens[last + 1]?.text ?? '');
  return parted && last > at ? lookUp(tokens.slice(0, last), at) : word;
};

const candidatesAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  on: BusinessDate,
): Candidate[] => {
  const token = tokens[at] as Token;
  if (token.kind === 'identifier')
    return [{ meaning: { type: 'identifier', text: token.text }, count: 1 }];
  const word = wordAt(tokens, at);
  return [
    ...quotedAt(text, tokens, at),
    ...(word ? [word] : []),
    ...dateAt(text, tokens, at, on),
    ...numberAt(text, tokens, at),
  ];
};

const settled = (meaning: LexiconMeaning, on: BusinessDate): Meaning =>
  meaning.type === 'namedPeriod' ? { type: 'period', ...namedPeriod(on, meaning.name) } : meaning;

/** After a code "or fewer …" begins another code: "falling balance or fewer transactions". */
const QUANTITY_ONLY = new Set(['fewer', 'less', 'more']);

const misread = (tokens: readonly Token[], at: number, best: Candidate, last: Item | undefined) =>
  last?.type === 'code' &&
  best.meaning.type === 'compare' &&
  best.count === 2 &&
  QUANTITY_ONLY.has(tokens[at + 1]?.text ?? '');

/** 满意度低 in 满意度低于: the end of the idiom is the beginning of a word. */
const parts = (tokens: readonly Token[], at: number, count: number): boolean => {
  for (let inside = 1; inside < count; inside += 1)
    if ((lookUp(tokens, at + inside)?.count ?? 0) > count - inside) return true;
  return false;
};

/** Cuts tokens one piece at a time; `idiomatic`: an idiom that is longer than any word at its place is read as what it means. */
const cutBy = (
  tokens: readonly Token[],
  { text, on, idiomatic }: { text: string; on: BusinessDate; idiomatic: boolean },
): Item[] => {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const best = candidatesAt(text, tokens, at, on)
      .filter(({ count }) => count > 0)
      .reduce<Candidate | null>((a, b) => (a && a.count >= b.count ? a : b), null);
    const idiom = idiomatic ? idiomAt(tokens, at) : null;
    if (idiom && idiom.count > (best?.count ?? 0) && !parts(tokens, at, idiom.count)) {
      items.push(...meant(idiom.canonical, on, placeOf(tokens, at, idiom.count)));
      at += idiom.count;
      continue;
    }
    const joint = best && misread(tokens, at, best, items.at(-1));
    const count = joint ? 1 : (best?.count ?? 1);
    const meaning = joint
      ? jointOf((tokens[at] as Token).text)
      : settled(best?.meaning ?? { type: 'unknown' }, on);
    items.push({ ...meaning, ...placeOf(tokens, at, count) } as Item);
    at += count;
  }
  return items;
};

type Place = { start: number; end: number };

const placeOf = (tokens: readonly Token[], at: number, count: number): Place => ({
  start: (tokens[at] as Token).from,
  end: (tokens[at + count - 1] as Token).to,
});

/** What an idiom means, in the place of its own words. */
const meant = (canonical: string, on: BusinessDate, place: Place): Item[] =>
  cutBy(tokenise(canonical), { text: canonical, on, idiomatic: false }).map((item) => ({
    ...item,
    ...place,
  }));

const jointOf = (word: string): Meaning => ({ type: word === 'and' ? 'and' : 'or' });

/** The items of a question in order; what nothing knows is an item too, of type `unknown`. */
export const cut = (text: string, tokens: readonly Token[], on: BusinessDate): Item[] =>
  cutBy(tokens, { text, on, idiomatic: true });
