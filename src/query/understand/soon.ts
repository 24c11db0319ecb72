/** "Maturing soon": of what is still to come, soon says no more than that it is to come. */
import { fieldOf } from '../catalog.ts';
import type { Item } from './items.ts';

const SOON = /^(?:soon|shortly|imminently)$/;

const isAhead = (item: Item): boolean => item.type === 'event' && fieldOf(item.field).ahead;

export const withSoon = (items: readonly Item[], text: string): readonly Item[] => {
  if (!items.some(isAhead)) return items;
  return items.map((item) => {
    const { type, start, end } = item;
    const soon = type === 'unknown' && SOON.test(text.slice(start, end));
    return soon ? { type: 'noise', start, end } : item;
  });
};
