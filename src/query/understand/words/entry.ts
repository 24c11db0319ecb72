/** A meaning and the words that have it; `|` parts the words so that a table stays readable. */
import type { Marker, Meaning } from '../items.ts';

export type WordEntry = { meaning: Meaning; words: readonly string[] };

const split = (words: string): string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const means = (meaning: Meaning, ...words: string[]): WordEntry => ({
  meaning,
  words: words.flatMap(split),
});

export const marks = (type: Marker, ...words: string[]): WordEntry =>
  means({ type } as Meaning, ...words);
