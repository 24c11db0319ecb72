/** Finds what is refused whatever else is asked: other books, secrets, orders, other matters. */
import { asksToAct } from './acting.ts';
import type { Item, RefusedWord } from './items.ts';
import type { UnderstandContext } from './understanding.ts';

/** When several words call for a refusal, the first of these is the reason given. */
const REFUSAL_ORDER: readonly RefusedWord[] = [
  'other_book',
  'sensitive',
  'write_request',
  'out_of_scope',
];

/** "Who looks after Wu Jie", 李娜归谁管, "Wu Jie's manager": the name is that of a client. */
const LOOKS_AFTER = /^who |谁/;
const OWNER = /(?:'s?|的) *$/;

/** "Manager David", 李经理: an unknown word right beside "manager". */
const namesManager = (items: readonly Item[], text: string): boolean => {
  const told = items.filter(({ type }) => type !== 'noise');
  return told.some(
    (item, index) =>
      item.type === 'field' &&
      item.field === 'manager' &&
      !LOOKS_AFTER.test(text.slice(item.start, item.end)) &&
      [told[index - 1], told[index + 1]].some(
        (beside) => beside?.type === 'unknown' && !OWNER.test(text.slice(beside.start, item.start)),
      ),
  );
};

const isTooWide = ({ type }: Item, { seesWholeBank, reach }: UnderstandContext): boolean =>
  (type === 'wholeBank' && !seesWholeBank) ||
  ((type === 'wholeBranch' || type === 'team') && reach === 'own');

const reasonsOf = (item: Item, context: UnderstandContext): RefusedWord[] => {
  if (item.type === 'refuse') return [item.reason];
  return isTooWide(item, context) ? ['other_book'] : [];
};

export const refusalOf = (
  items: readonly Item[],
  text: string,
  context: UnderstandContext,
): RefusedWord | null => {
  if (asksToAct(items, text)) return 'write_request';
  const named = items.flatMap((item) => reasonsOf(item, context));
  const others = context.reach === 'own' && namesManager(items, text);
  const reasons = others ? [...named, 'other_book' as const] : named;
  return REFUSAL_ORDER.find((reason) => reasons.includes(reason)) ?? null;
};
