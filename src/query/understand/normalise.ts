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
    .replace(
      / (?:[\u2014\u2015]+|--+) | (?:[\u2013\u2014-]) (?=\p{Script=Latin}{4,}(?!\d))(?<=\p{Script=Latin}{4,} . )/gu,
      ' , ',
    )
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?<=\d) (?=[百千万亿萬億])/g, '')
    .replace(
      /(?<=(?:than|least|most|exactly|between|and|below|above|under|over|于|过|到|在) ?)-(?=\d)/gi,
      '负',
    )
    .trim();

/** null = too long. A script conversion that changes the length keeps its own text as the written one. */
export const normalise = (raw: string): Normalised | null => {
  if (raw.length > QUESTION_LENGTH_MAX * 4 || [...raw.trim()].length > QUESTION_LENGTH_MAX)
    return null;
  const written = clean(raw);
  if (written.length > QUESTION_LENGTH_MAX * 2) return null;
  const text = simplify(written)
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})著(?![名作者称述])/gu, '着')
    .replace(/(?<=[a-z0-9])-(?=[a-z])/g, ' ')
    .replace(/(?<=[\d\p{Script=Han}])'s(?![a-z])/gu, '  ');
  return { text, written: text.length === written.length ? written : text };
};

const HAN_PER_WORD = 2;

/** Words that shape a question and are never a name: 有限公司 has a 有 and is one. */
const SHAPING_ZH =
  /的|了|吗|嗎|呢|哪|些|谁|誰|几|幾|多少|有(?!限)|沒|没|前(?=[十百\d一二三四五六七八九])|客户|客戶|请|請|帮|幫/g;
const SHAPING_EN =
  /\b(?:the|of|my|me|with|without|and|or|who|whose|which|is|are|show|list|have|has|in|by|for|how|what|than|not|to|on|that|clients?)\b/gi;

/** The language of its grammar, else of most of its words. null = it has none. */
export const languageOf = (text: string): 'en' | 'zh-CN' | null => {
  const shaping = (text.match(SHAPING_ZH)?.length ?? 0) - (text.match(SHAPING_EN)?.length ?? 0);
  if (shaping !== 0) return shaping > 0 ? 'zh-CN' : 'en';
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words + han === 0) return null;
  return words > han / HAN_PER_WORD ? 'en' : 'zh-CN';
};
