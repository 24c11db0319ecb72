/** "Closest to key, first ten" are the first of that order; "closest to moving up, in quality" are of that tier. */
import type { Item, ItemType } from './items.ts';

const NEAREST: readonly ItemType[] = ['nearTo', 'closest'];
const FIRST = /^first$/;
const WITHIN = /^[ ,]*(?:with)?in (?:the )?$/;

const isTier = (item: Item | undefined): item is Item =>
  item?.type === 'code' && item.readings.some(({ field }) => field === 'tier');

/** The tier that they are in stands before the order: behind it would be the tier that they move up to. */
const withTierFirst = (items: readonly Item[], text: string): readonly Item[] => {
  const at = items.findIndex(({ type }) => type === 'closest');
  const tier = items.slice(at + 1).find(({ type }) => type !== 'noise');
  const closest = items[at];
  if (!closest || !isTier(tier) || !WITHIN.test(text.slice(closest.end, tier.start))) return items;
  return items.flatMap((item) => {
    if (item === tier) return [];
    return item === closest ? [tier, closest] : [item];
  });
};

export const withFirstOf = (items: readonly Item[], text: string): readonly Item[] => {
  if (!items.some(({ type }) => NEAREST.includes(type))) return items;
  const ranked = items.map((item, at): Item => {
    const { start, end } = item;
    const first = FIRST.test(text.slice(start, end)) && items[at + 1]?.type === 'number';
    return first ? { type: 'rank', direction: 'desc', n: null, alone: true, start, end } : item;
  });
  return withTierFirst(ranked, text);
};
