/** Which row or which choice is meant by "#2", "the second one", 第二个. */

const ENGLISH = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const CARDINALS = 'one two three four five six seven eight nine ten'.split(' ');
const HAN = '一二三四五六七八九十';

const WORD = `${ENGLISH.join('|')}|${CARDINALS.join('|')}|last`;
/** "The second one" is a row, "the second quarter" is not. */
const NOUN = '(?:one|client|row|person|name|choice|option)';
const AFTER = "(?=\\s*(?:[?!.,;]|$)|'s\\b)";

const ROW = new RegExp(
  [
    '(?:#|\\bno\\.? ?|\\bnumber )\\s?(?<digits>\\d{1,3})\\b',
    `\\b(?:the )?(?<english>${ENGLISH.join('|')}|last)(?: ${NOUN}\\b|${AFTER})`,
    `\\b(?:the )?(?<nth>\\d{1,3})(?:st|nd|rd|th)(?: ${NOUN}\\b|${AFTER})`,
    `(?:第(?<han>[${HAN}]|\\d{1,3})|(?<lastHan>最后一))[个位名家户](?![月季年])(?:客户|人)?`,
  ].join('|'),
);

const PICK = new RegExp(
  `^(?:(?:i mean|i want|take|pick|choose|选择?|要|我要|就) ?)?(?:the )?(?:#|no\\.? ?|number |option |choice |第)? ?(?:(?<digits>\\d)|(?<word>${WORD})|(?<han>[${HAN}])|(?<lastHan>最后一))(?:st|nd|rd|th)?(?: ${NOUN})?[个位名家户项种条]?(?: please)?[吧呢]?[.!?]?$`,
);

/** 1 is the first, -1 the last. */
const numberOf = (groups: Record<string, string | undefined>): number => {
  const { digits, nth, english, word, han } = groups;
  const named = english ?? word ?? '';
  if (digits ?? nth) return Number(digits ?? nth);
  if (han) return /\d/.test(han) ? Number(han) : HAN.indexOf(han) + 1;
  const place = Math.max(ENGLISH.indexOf(named), CARDINALS.indexOf(named));
  return place < 0 ? -1 : place + 1;
};

/** The choice that the whole text picks; null = it picks none. */
export const pickOf = <T>(text: string, choices: readonly T[]): T | null => {
  const groups = PICK.exec(text)?.groups;
  if (!groups) return null;
  const n = numberOf(groups);
  return choices.at(n < 0 ? n : n - 1) ?? null;
};

export type RowReference = { n: number; start: number; end: number };

/** The row that a text speaks of; offsets are those of the text. null = of none. */
export const rowOf = (text: string): RowReference | null => {
  const match = ROW.exec(text);
  if (!match?.groups) return null;
  return { n: numberOf(match.groups), start: match.index, end: match.index + match[0].length };
};
