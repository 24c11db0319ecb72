/** Items made in the place of others. */
import type { Condition } from '../query-plan.ts';
import type { Item } from './items.ts';

export const placed = (item: Item, conditions: Condition[]): Item => ({
  type: 'condition',
  conditions,
  start: item.start,
  end: item.end,
});

export const noise = ({ start, end }: Item): Item => ({ type: 'noise', start, end });
