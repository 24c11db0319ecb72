/** A cell of the grid is a tier and an activity together, however the two are parted: "key / quiet". */
import type { FieldKey } from '../field-keys.ts';
import type { Item, ItemType } from './items.ts';

const isOf = (item: Item | undefined, fields: readonly FieldKey[]): boolean =>
  item?.type === 'code' && item.readings.some(({ field }) => fields.includes(field));

const SIDES: readonly FieldKey[] = ['tier', 'activity'];
const PARTING: readonly ItemType[] = ['or', 'to'];

const partsSides = (before: Item | undefined, after: Item | undefined): boolean =>
  SIDES.some((side, at) => isOf(before, [side]) && isOf(after, SIDES.toSpliced(at, 1)));

/** Only a mark parts them: "key or quiet" says that either will do. */
export const withGridCell = (items: readonly Item[], text: string): Item[] => {
  if (!items.some((item) => item.type === 'field' && item.field === 'gridCell')) return [...items];
  return items.map((item, at) => {
    const { type, start, end } = item;
    const parts =
      PARTING.includes(type) &&
      /^[^\p{L}]+$/u.test(text.slice(start, end)) &&
      partsSides(items[at - 1], items[at + 1]);
    return parts ? { type: 'and', start, end } : item;
  });
};
