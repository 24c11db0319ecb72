/** "The best ten by contribution", "closest to key, best ten": beside an order, the best are the first of it. */
import { fieldOf } from '../catalog.ts';
import type { Item, ItemType } from './items.ts';

const NUMBERS: readonly ItemType[] = ['number', 'headcount'];
const NEAREST: readonly ItemType[] = ['closest', 'nearTo'];

const isMoney = (item: Item | undefined): boolean =>
  (item?.type === 'field' || item?.type === 'measure') && fieldOf(item.field).type === 'money';

/** Of money the most is the best; of risk or days who knows. */
const ordered = (told: readonly Item[]): boolean =>
  told.some(({ type }, at) => NEAREST.includes(type) || (type === 'by' && isMoney(told[at + 1])));

export const withBest = (items: readonly Item[], text: string): readonly Item[] => {
  const told = items.filter(({ type }) => type !== 'noise');
  if (!ordered(told)) return items;
  return items.map((item) => {
    const { start, end } = item;
    const best = item.type === 'vague' && /^(?:the )?best$/.test(text.slice(start, end));
    const next = told[told.indexOf(item) + 1];
    return best && next && NUMBERS.includes(next.type)
      ? { type: 'rank', direction: 'desc', n: null, alone: true, start, end }
      : item;
  });
};
