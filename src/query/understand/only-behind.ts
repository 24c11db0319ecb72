/** "Funds only", "deposits and funds only": the word stands before what it is said of. */
import { fieldOf } from '../catalog.ts';
import type { Item, ItemType } from './items.ts';
import { isProduct } from './maturing.ts';

const isHeld = (item: Item | undefined): boolean =>
  item !== undefined &&
  (isProduct(item) || (item.type === 'field' && fieldOf(item.field).heldLines.length > 0));

const JOINED: readonly (ItemType | undefined)[] = ['and', 'pause'];
const ENDING: readonly (ItemType | undefined)[] = [undefined, 'pause', 'clients', 'and', 'or'];

/** Where the list of products begins that ends at `at`. */
const firstOf = (items: readonly Item[], at: number): number =>
  JOINED.includes(items[at - 1]?.type) && isHeld(items[at - 2]) ? firstOf(items, at - 2) : at;

export const withOnlyBehind = (items: readonly Item[], text: string): Item[] => {
  const at = items.findIndex(
    ({ type, start, end }) => type === 'only' && text.slice(start, end) === 'only',
  );
  const only = items[at];
  const before = items[at + 1]?.type !== 'clients' && isHeld(items[at + 2]);
  const behind = isHeld(items[at - 1]) && !before;
  if (!only || !behind || !ENDING.includes(items[at + 1]?.type)) return [...items];
  return items.toSpliced(at, 1).toSpliced(firstOf(items, at - 1), 0, only);
};
