/** Whether words that the grammar does not know may leave: only ordinary words of a closed list, never a name. */

import { ENGLISH_FILLERS, ENGLISH_WORDS } from './vocabulary-en.ts';
import { CHINESE_FILLERS, CHINESE_WORDS } from './vocabulary-zh.ts';

const ENDINGS = ['', 's', 'es', 'ed', 'd', 'ing', 'ly'];
const HAN_WORD_LENGTHS = [2, 3, 4];

/** An ordinary English word as written in mid-sentence; a capital there begins a name. */
export const isOrdinaryWord = (word: string): boolean =>
  ENDINGS.some(
    (ending) =>
      word.endsWith(ending) &&
      ENGLISH_WORDS.has(ending === '' ? word : word.slice(0, -ending.length)),
  );

const coveredBy = (text: string, words: ReadonlySet<string>): Set<number> => {
  const covered = new Set<number>();
  for (let at = 0; at < text.length; at += 1)
    for (const length of HAN_WORD_LENGTHS)
      if (words.has(text.slice(at, at + length)))
        for (let index = at; index < at + length; index += 1) covered.add(index);
  return covered;
};

/** The offsets of a text that belong to an ordinary Chinese word of two characters or more. */
export const ordinaryHan = (text: string): Set<number> => coveredBy(text, CHINESE_WORDS);

/** The offsets that belong to Chinese talk without content. */
export const idleHan = (text: string): Set<number> => coveredBy(text, CHINESE_FILLERS);

export const isIdleWord = (word: string): boolean => ENGLISH_FILLERS.has(word);

/** Surnames that are words of a question too (周 = week), before a character that is common in given names. */
const NAME_OF_KNOWN_WORDS = /[周高方万时向][中大天和超年元起自前全平]/;

/** Two capitals in a row, a web address: what looks like a name though every word of it is known. */
export const looksNamed = (written: string, text: string): boolean => {
  if (/:\/\/|www\./i.test(written) || NAME_OF_KNOWN_WORDS.test(text)) return true;
  const shouted = written === written.toUpperCase();
  return !shouted && /\p{Lu}[\p{Ll}'’-]+ +\p{Lu}[\p{L}'’-]*/u.test(written);
};

/** A capital inside a sentence that is not all capitals. */
export const isCapitalised = (written: string, start: number): boolean =>
  start > 0 && /\p{Lu}/u.test(written[start] ?? '') && written !== written.toUpperCase();
