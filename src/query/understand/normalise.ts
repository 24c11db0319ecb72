/** Makes one text of the many ways to type it: width, case, script variant, invisible characters, white space. */
import { Converter } from 'opencc-js/t2cn';

/** Longer questions are refused before anything looks at them. */
export const QUESTION_LENGTH_MAX = 400;

const simplify = Converter({ from: 't', to: 'cn' });

/** `text` is matched; `written` is what the asker wrote, character by character at the same offsets. */
export type Normalised = { text: string; written: string };

const clean = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Mn}|\p{Emoji_Presentation}|\uFE0F/gu, '')
    .replace(/[\u2018\u2019\u201b`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?<=\d) (?=[百千万亿萬億])/g, '')
    .trim();

/** null = too long. A script conversion that changes the length keeps its own text as the written one. */
export const normalise = (raw: string): Normalised | null => {
  if (raw.length > QUESTION_LENGTH_MAX * 4 || [...raw.trim()].length > QUESTION_LENGTH_MAX)
    return null;
  const written = clean(raw);
  if (written.length > QUESTION_LENGTH_MAX * 2) return null;
  const text = simplify(written)
    .toLowerCase()
    .replace(/(?<=[a-z0-9])-(?=[a-z])/g, ' ')
    .replace(/(?<=\d)'s(?![a-z])/g, '  ');
  return { text, written: text.length === written.length ? written : text };
};

/** Chinese characters in a question make its language Chinese; null = it has no words of either. */
export const languageOf = (text: string): 'en' | 'zh-CN' | null => {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /\p{Script=Latin}/u.test(text) ? 'en' : null;
};
