/** "How much do my key clients have in funds" asks for the funds, not for all that those hold who have funds. */
import type { Item } from './items.ts';

const IN = /(?:^|[^a-z])in (?:the |their |any )?$/;

export const withHeldIn = (items: readonly Item[], text: string): readonly Item[] => {
  const asked = items.findIndex(({ type }) => type === 'amountOf');
  const held = items.findIndex(
    (item, at) =>
      at > asked && item.type === 'code' && IN.test(text.slice(0, item.start)) && isProduct(item),
  );
  const amount = items[asked];
  if (!amount || held < 0) return items;
  return [...items.slice(0, asked), ...items.slice(asked + 1, held), amount, ...items.slice(held)];
};

const isProduct = (item: Item): boolean =>
  item.type === 'code' && item.readings.some(({ field }) => field === 'productLines');
