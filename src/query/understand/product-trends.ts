/** "Whose funds grew most": how a single product grew is not known, and is not how all that its holders have grew. */
import type { Item } from './items.ts';

const AUXILIARY = /^ *(?:(?:has|have|had) *)?$/;

const isProduct = (item: Item | undefined): item is Item =>
  item?.type === 'code' && item.readings.some(({ field }) => field === 'productLines');

export const withProductTrends = (items: readonly Item[], text: string): readonly Item[] =>
  items.map((item, at) => {
    const { start, end } = item;
    const before = items.slice(0, at).findLast(({ type }) => type !== 'has');
    const grows =
      item.type === 'trend' &&
      item.field === null &&
      isProduct(before) &&
      AUXILIARY.test(text.slice(before.end, start));
    return grows ? { type: 'unclear', start, end } : item;
  });
