/** Makes the spellings of a name comparable: script variant, width, case, order of words, sound. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const simplify = Converter({ from: 't', to: 'cn' });

const SOUNDS_KEPT_MAX = 50_000;
const sounds = new Map<string, string>();

/** One spelling for 張偉 and 张伟, "Ann  LEE" and "ann lee". */
export const plainName = (name: string): string =>
  simplify(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·•.]+/g, ' ')
    .trim();

export const isHan = (text: string): boolean => /^[\p{Script=Han} ]+$/u.test(text);

/** Letters only, in which the ways to write ü are one. */
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ü|yu(?=\b)/g, 'v')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

const spoken = (name: string): string => {
  if (!/\p{Script=Han}/u.test(name)) return letters(name);
  return letters(
    pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true }).join(''),
  );
};

/** How a plain name sounds, as letters: 张伟 and "Zhang Wei" are both "zhangwei". */
export const soundOf = (name: string): string => {
  const known = sounds.get(name);
  if (known !== undefined) return known;
  const sound = spoken(name);
  if (sounds.size >= SOUNDS_KEPT_MAX) sounds.clear();
  sounds.set(name, sound);
  return sound;
};

const ORDERED_WORDS_MAX = 4;

/** The sounds that a typed name may have: "Wei Zhang" is "Zhang Wei" too. */
export const soundsTyped = (name: string): string[] => {
  const words = name.split(' ');
  if (words.length === 1 || words.length > ORDERED_WORDS_MAX) return [soundOf(name)];
  const turned = [words.at(-1), ...words.slice(0, -1)].join(' ');
  const rotated = [...words.slice(1), words[0]].join(' ');
  return [...new Set([name, turned, rotated].map(soundOf))];
};

/** True where one edit (a letter more, less, other, or two swapped) turns one text into the other. */
export const isOneEdit = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (letters: string[], from: number): string => letters.slice(from).join('');
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  if (rest(short, at + 1) === rest(long, at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && rest(short, at + 2) === rest(long, at + 2);
};
