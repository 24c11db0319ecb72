/** Puts together what may leave of a question; everything else is a placeholder, or nobody is asked. */

import { cut } from '../query/understand/cut.ts';
import { type Item, type ItemType, MARKERS } from '../query/understand/items.ts';
import { joinQuantities } from '../query/understand/join-quantities.ts';
import type { Normalised } from '../query/understand/normalise.ts';
import { tokenise } from '../query/understand/tokens.ts';
import type { UnderstandContext } from '../query/understand.ts';
import { createNamer, type Literal, nameLiteral } from './literals.ts';
import {
  idleHan,
  isCapitalised,
  isIdleWord,
  isOrdinaryWord,
  looksNamed,
  ordinaryHan,
} from './may-leave.ts';
import { protectedSpans, type Span } from './spans.ts';

/** `text` is all that leaves; `items`: the question's words, literals joined; `strange`: one may mean anything. */
export type Redacted = {
  text: string;
  literals: readonly Literal[];
  items: readonly Item[];
  strange: boolean;
};

const REMOVED = '<REMOVED>';

/** The items with one in place of each protected span; null = a word lies half within one. */
const protect = (
  items: readonly Item[],
  spans: readonly Span[],
  written: string,
): Item[] | null => {
  const touches = (item: Item, { start, end }: Span): boolean =>
    item.start < end && item.end > start;
  const halfWithin = items.some((item) =>
    spans.some((span) => touches(item, span) && (item.start < span.start || item.end > span.end)),
  );
  if (halfWithin) return null;
  const free = items.filter((item) => !spans.some((span) => touches(item, span)));
  const held = spans.map(
    ({ start, end, kind }): Item =>
      kind === 'removed'
        ? { type: 'unknown', start, end }
        : {
            type: 'reference',
            by: 'name',
            text: written.slice(start, end).replace(/'s$/, ''),
            start,
            end,
          },
  );
  return [...free, ...held].sort((a, b) => a.start - b.start);
};

const SIGNS_THAT_LEAVE: ReadonlySet<string> = new Set(['%']);

const mayLeave = (
  { start, end }: Item,
  { text, written }: Normalised,
  han: ReadonlySet<number>,
): boolean => {
  const word = text.slice(start, end);
  if (/^\p{Script=Han}+$/u.test(word)) return [...word].every((_, index) => han.has(start + index));
  if (/^[a-z][a-z']+$/.test(word)) return isOrdinaryWord(word) && !isCapitalised(written, start);
  return SIGNS_THAT_LEAVE.has(word);
};

/** Whose words are the lexicon's own; others, what stands in quotation marks too, may hold anything. */
const OF_THE_LEXICON: ReadonlySet<ItemType> = new Set<ItemType>([
  ...MARKERS,
  'field',
  'code',
  'flag',
  'event',
  'currency',
  'unit',
  'compare',
  'signed',
  'dateEdge',
  'rank',
  'direction',
  'vague',
  'trend',
  'step',
  'move',
  'measure',
]);

/** null = words that must not leave. */
const ownWords = ({ type, start, end }: Item, text: string): string | null =>
  OF_THE_LEXICON.has(type) ? text.slice(start, end) : null;

const GLUED = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Unknown words that say nothing are noise. */
const withoutTalk = (items: readonly Item[], text: string): Item[] => {
  const idle = idleHan(text);
  return items.map((item) => {
    const { type, start, end } = item;
    const talk = idle.has(start) || isIdleWord(text.slice(start, end));
    return type === 'unknown' && talk ? { type: 'noise', start, end } : item;
  });
};

/** What leaves must hold no number of its own and no name, whatever the words are made of. */
const isClean = (text: string, names: readonly string[]): boolean => {
  const own = text.replace(/<[A-Z]+(?:_\d+)?>/g, ' ');
  return !/\d{4}|@/.test(own) && protectedSpans(own, names).length === 0;
};

/**
 * null = something in the question may be a name, or it is empty. Only words of the lexicon, of a closed vocabulary and
 * placeholders leave; `names` are those of clients, among the asker's, that occur in it.
 */
export const redact = (
  question: Normalised,
  context: UnderstandContext,
  names: readonly string[],
): Redacted | null => {
  const { text, written } = question;
  if (text === '') return null;
  const spans = protectedSpans(text, names);
  const on = context.businessDate;
  const whole = protect(cut(text, tokenise(text), on), spans, written);
  if (!whole || looksNamed(withoutSpans(written, spans), withoutSpans(text, spans))) return null;
  const items = joinQuantities(whole, on, context.currency);
  const han = ordinaryHan(text);
  const gone = new Set(spans.map(({ start }) => start));
  const unknown = items.filter(({ type }) => type === 'unknown');
  if (unknown.some((item) => !gone.has(item.start) && !mayLeave(item, question, han))) return null;
  const namer = createNamer();
  const words = items.map((item) => {
    if (item.type === 'unknown' && gone.has(item.start)) return REMOVED;
    return nameLiteral(namer, item, on) ?? ownWords(item, text);
  });
  if (words.some((word) => word === null)) return null;
  const leaving = words.join(' ').replace(GLUED, '');
  if (!isClean(leaving, names)) return null;
  const told = withoutTalk(items, text);
  const strange = told.some(({ type }) => type === 'unknown');
  return { text: leaving, literals: namer.literals, items: told, strange };
};

const withoutSpans = (text: string, spans: readonly Span[]): string =>
  spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} · ${rest.slice(end)}`, text);
