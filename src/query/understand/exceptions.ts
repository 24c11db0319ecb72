/** "Everyone except A and B" leaves out both, whatever they are of. */
import type { Item } from './items.ts';
import { turned } from './rules/holds.ts';

const EXCEPT = /^(?:except|excluding|exclude|other than|apart from|leaving out)\b/;

const toldAfter = (items: readonly Item[], at: number): number => {
  const next = items.slice(at + 1).findIndex(({ type }) => type !== 'noise');
  return next < 0 ? items.length : at + 1 + next;
};

/** The items with each condition that is joined to an exception turned round; what has no opposite is not understood. */
export const withExceptions = (given: readonly Item[], text: string): Item[] => {
  const items = [...given];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item;
    if (item.type !== 'condition' || !EXCEPT.test(text.slice(item.start, item.end))) continue;
    for (let joint = toldAfter(items, at); items[joint]?.type === 'and'; ) {
      const place = toldAfter(items, joint);
      const other = items[place];
      if (other?.type !== 'condition') break;
      const { start, end } = other;
      items[place] = { ...(turned(other) ?? { type: 'unknown' }), start, end } as Item;
      joint = toldAfter(items, place);
    }
  }
  return items;
};
