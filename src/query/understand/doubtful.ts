/** Finds words that would be read as something else than they say: answered or refused, both would be untrue. */
import { fieldOf } from '../catalog.ts';
import type { Item, ItemType } from './items.ts';

const TIMES: readonly ItemType[] = [
  'period',
  'unit',
  'preceding',
  'last',
  'next',
  'since',
  'dateEdge',
  'endOf',
  'startOf',
];
const JOINTS: readonly ItemType[] = ['and', 'or', 'also', 'not'];

/** No number on file, or no call: of a span, and beside visits, only calls make sense. */
const NOT_REACHED =
  /^(?:(?:no|without(?: an?)?|not have an?) (?:phone|e ?-?mail)|(?:没有?|无)(?:电话|邮件))s?$/;

const isContact = (item: Item | undefined): boolean =>
  (item?.type === 'event' || item?.type === 'field') &&
  fieldOf(item.field).feeds.includes('contacts');

const isNoRecord = (items: readonly Item[], at: number, text: string): boolean => {
  const { type, start, end } = items[at] as Item;
  const word = text.slice(start, end);
  if (type !== 'condition' || !NOT_REACHED.test(word)) return false;
  if (/\p{Script=Han}/u.test(word) && items.some((item) => TIMES.includes(item.type))) return true;
  const [next, after] = items.slice(at + 1).filter((item) => item.type !== 'noise');
  if (!next) return false;
  return TIMES.includes(next.type) || (JOINTS.includes(next.type) && isContact(after));
};

const TO_US_AFTER =
  /^\s*(?:(?:me|us)\b|(?:an?|the|our|my|any) (?:branch|branches|bank|office)\b|给?(?:我行|网点|支行|我们?(?!的?名下|管|手)))/;
const TO_US_BEFORE = /(?:给|向|跟|来)(?:我们?|我行|网点|支行)\s*$/;

/** A contact does not say who began it, and nobody notes who came to a branch. */
const towardsUs = (item: Item, text: string): Item[] => {
  if (item.type !== 'event' || !isContact(item)) return [];
  const after = TO_US_AFTER.exec(text.slice(item.end))?.[0].length ?? 0;
  const before = TO_US_BEFORE.exec(text.slice(0, item.start))?.[0].length ?? 0;
  const said = { start: item.start - before, end: item.end + after };
  return after + before > 0 ? [{ ...item, ...said }] : [];
};

/** "Whose birthday is next week" asks for clients, not for a birthday. */
const isBirthdayWithin = (items: readonly Item[], at: number, text: string): boolean => {
  const { type, start, end } = items[at] as Item;
  if (type !== 'refuse' || !/^(?:birthdays?|生日|date of birth)$/.test(text.slice(start, end)))
    return false;
  return items.some((item) => TIMES.includes(item.type));
};

const isLine = (item: Item): boolean =>
  item.type === 'code' && item.readings.some(({ field }) => field === 'productLines');

/** "How much is maturing in funds" asks for what matures of one line, and not of those who hold it. */
const maturesInLine = (items: readonly Item[], at: number, text: string): boolean => {
  const item = items[at] as Item;
  const asked = items.some(({ type, start, end }) => {
    const words = text.slice(start, end);
    return type === 'field' && /^how much /.test(words);
  });
  return asked && isLine(item) && /\b(?:in|of|from) $/.test(text.slice(0, item.start));
};

const PROFITABLE = /(?:most|least) profitable$/;

/** "The most profitable products": of clients alone it is known what they bring. */
const earnsOther = (items: readonly Item[], at: number, text: string): boolean => {
  const { type, start, end } = items[at] as Item;
  if (type !== 'field' || !PROFITABLE.test(text.slice(start, end))) return false;
  return items.slice(at + 1).find((item) => item.type !== 'noise')?.type === 'field';
};

export const doubtful = (items: readonly Item[], text: string): Item[] =>
  items.flatMap((item, at) =>
    isNoRecord(items, at, text) ||
    earnsOther(items, at, text) ||
    isBirthdayWithin(items, at, text) ||
    maturesInLine(items, at, text)
      ? [item]
      : towardsUs(item, text),
  );

const ADDRESS = /^e ?-?mails?$/;
const ASKED_FOR = /(?:^|\b(?:please|you|to|and|then) )$/;

/** "Wu Jie's email" asks for an address; "email Wu Jie" for one to be sent. */
export const withAddresses = (items: readonly Item[], text: string): readonly Item[] =>
  items.map((item) => {
    const { type, start, end } = item;
    const sent = /\b(?:send|write|drop)\b/.test(text.slice(0, start));
    const address = type === 'refuse' && !sent && ADDRESS.test(text.slice(start, end));
    const asked = address && !ASKED_FOR.test(text.slice(0, start));
    return asked ? { type: 'refuse', reason: 'sensitive', start, end } : item;
  });

const EVERYONE = /^(?:everyone|everybody)$/;
const SET_OF =
  /^ (?:except|with|without|who|whose|that|but|having|other than|apart from|sitting on|holding|owning|younger|older|aged|over|under|above|below|not|in my|of mine|i)\b/;
/** "List everyone over 60": what is asked for, and not whose it is. */
const LISTED =
  /^(?:(?:please|can you|could you|i want|i want to see|i need|and|so|now|show|show me|list|find|find me|get|get me|give me|tell me|pull up|display|bring up|fetch|see),? )*$/;
const OF_THE_BANK =
  /^(?:'|s\b| (?:else|here|at|manages?|looks?|covers?|owns?|sees?|has|can|in (?:the|this|our|other|every|any|all)|on (?:the|my|our))\b)/;
const ASKS_WHETHER = /^(?:and |so )?(?:does|do|did|is|are|was|were|has|have|had|can|will) $/;

/** "Everyone except …" and "everyone over 60" are the asker's clients; "everyone's clients" are not. */
export const withEveryone = (items: readonly Item[], text: string): Item[] =>
  items.map((item) => {
    const { type, start, end } = item;
    if (type !== 'refuse' || !EVERYONE.test(text.slice(start, end))) return item;
    const [before, after] = [text.slice(0, start), text.slice(end)];
    if (ASKS_WHETHER.test(before)) return { type: 'unknown', start, end };
    const listed = LISTED.test(before) && !OF_THE_BANK.test(after);
    return listed || SET_OF.test(after) ? { type: 'clients', start, end } : item;
  });
