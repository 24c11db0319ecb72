/** Tells the part of a share from the whole that it is a share of. */
import { inOrder } from '../condition-order.ts';
import type { Condition } from '../query-plan.ts';
import type { Item } from './items.ts';

type Sides = { part: Condition[]; among: Condition[] };

const conditionsIn = (items: readonly Item[]): Condition[] =>
  inOrder(items.flatMap((item) => (item.type === 'condition' ? item.conditions : [])));

/**
 * Which conditions make the whole must not be a guess: "key clients … who hold funds", 重点客户中持有基金的,
 * 沉睡客户占重点客户. Conditions on one side of the noun alone are the part of the whole book.
 */
export const sidesOf = (items: readonly Item[]): Sides | null => {
  const outOf = items.findIndex(({ type }) => type === 'outOf' || type === 'amongst');
  if (outOf >= 0)
    return {
      part: conditionsIn(items.slice(0, outOf)),
      among: conditionsIn(items.slice(outOf)),
    };
  const among = items.findIndex(({ type }) => type === 'among');
  const split = among >= 0 ? among : items.findIndex(({ type }) => type === 'clients');
  const [before, after] = [conditionsIn(items.slice(0, split)), conditionsIn(items.slice(split))];
  if (split < 0) return { part: conditionsIn(items), among: [] };
  if (before.length === 0 || after.length === 0) return { part: [...before, ...after], among: [] };
  return { part: after, among: before };
};
