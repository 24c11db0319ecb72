/** "Net inflow this month, top 3" orders by that measure, unless another order or a second measure is named. */
import { fieldOf } from '../catalog.ts';
import type { Item, ItemType } from './items.ts';

const OTHERWISE: readonly ItemType[] = ['by', 'sortBy', 'and'];

const isOverSpan = (item: Item | undefined): boolean =>
  item?.type === 'field' && fieldOf(item.field).takes === 'period';

/** The span stands before the measure, so that the rank stands right behind it. */
export const withMeasureRanked = (items: readonly Item[]): readonly Item[] => {
  if (items.some(({ type }) => OTHERWISE.includes(type))) return items;
  const told = items.filter(({ type }) => type !== 'noise');
  const at = told.findIndex(({ type }, index) => type === 'period' && isOverSpan(told[index - 1]));
  const [measure, span, next] = [told[at - 1], told[at], told[at + 1]];
  const rank = next?.type === 'pause' ? told[at + 2] : next;
  if (!measure || !span || rank?.type !== 'rank') return items;
  return [...told.slice(0, at - 1), span, measure, ...told.slice(told.indexOf(rank))];
};
