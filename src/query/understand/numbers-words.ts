/** Reads amounts in English words: half a million, one and a half million, two hundred and fifty thousand. */
import type { Token } from './tokens.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

const unitsOf = (word: string): number | null => {
  const one = ONES.indexOf(word);
  if (one >= 0) return one;
  const ten = TENS.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : null;
};

export type WordNumber = { value: number; count: number; scaled: boolean };

type Reader = { tokens: readonly Token[]; at: number };

const wordAt = ({ tokens, at }: Reader, ahead: number): string => tokens[at + ahead]?.text ?? '';

/** "half a million", "a quarter of a million", "a million" */
const readFraction = (reader: Reader): WordNumber | null => {
  const words = [0, 1, 2].map((ahead) => wordAt(reader, ahead));
  const scale = SCALES[words[2] ?? ''];
  if (words[0] === 'half' && words[1] === 'a' && scale)
    return { value: scale / 2, count: 3, scaled: true };
  const single = SCALES[words[1] ?? ''];
  return words[0] === 'a' && single ? { value: single, count: 2, scaled: true } : null;
};

const startsHalf = (reader: Reader, ahead: number): boolean =>
  wordAt(reader, ahead) === 'and' &&
  wordAt(reader, ahead + 1) === 'a' &&
  wordAt(reader, ahead + 2) === 'half';

const startsMore = (reader: Reader, ahead: number): boolean =>
  wordAt(reader, ahead) === 'and' && unitsOf(wordAt(reader, ahead + 1)) !== null;

type Sum = { total: number; section: number; scaled: boolean; lastWasTen: boolean };

const addWord = (sum: Sum, word: string): Sum | null => {
  const units = unitsOf(word);
  if (units !== null) {
    const joins = sum.section === 0 || sum.section % 100 === 0 || (sum.lastWasTen && units < 10);
    if (!joins) return null;
    return { ...sum, section: sum.section + units, lastWasTen: units >= 20 };
  }
  const scale = SCALES[word];
  if (!scale || sum.section === 0) return null;
  if (scale === 100)
    return sum.section < 10 ? { ...sum, section: sum.section * 100, scaled: true } : null;
  return { total: sum.total + sum.section * scale, section: 0, scaled: true, lastWasTen: false };
};

/** The number that begins at token `at`, with how many tokens it takes; null = none begins there. */
export const readWords = (tokens: readonly Token[], at: number): WordNumber | null => {
  const reader = { tokens, at };
  const fraction = readFraction(reader);
  if (fraction) return fraction;
  if (unitsOf(wordAt(reader, 0)) === null) return null;
  let sum: Sum = { total: 0, section: 0, scaled: false, lastWasTen: false };
  let count = 0;
  while (true) {
    if (count > 0 && wordAt(reader, count) === '-') count += 1;
    if (startsHalf(reader, count)) {
      sum = { ...sum, section: sum.section + 0.5 };
      count += 3;
      continue;
    }
    if (sum.scaled && startsMore(reader, count)) count += 1;
    const next = addWord(sum, wordAt(reader, count));
    if (!next) break;
    sum = next;
    count += 1;
  }
  return { value: sum.total + sum.section, count, scaled: sum.scaled };
};
