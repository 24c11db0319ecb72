/** A head asks for the clients of one manager or one branch: the words right beside "manager" or "branch" name it. */
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Item } from './items.ts';

const PLACES: readonly FieldKey[] = ['manager', 'branch'];

const isPlace = (item: Item | undefined): item is Extract<Item, { type: 'field' }> =>
  item?.type === 'field' && PLACES.includes(item.field);

/** The unbroken run of unknown items that ends (step -1) or begins (step 1) right beside a place. */
const runBeside = (items: readonly Item[], at: number, step: -1 | 1): number[] => {
  const run: number[] = [];
  for (let index = at + step; index >= 0 && index < items.length; index += step) {
    const type = items[index]?.type;
    if (type === 'unknown') run.push(index);
    else if (type !== 'noise' || run.length > 0) break;
  }
  return run.toSorted((a, b) => a - b);
};

/** The items with the name as a condition; unchanged where nothing is named. Nothing in it widens a scope. */
export const withPlace = (items: readonly Item[], written: string): readonly Item[] => {
  const at = items.findIndex(isPlace);
  const place = items[at];
  if (!isPlace(place) || fieldOf(place.field).type !== 'text') return items;
  const before = runBeside(items, at, -1);
  const run = before.length > 0 ? before : runBeside(items, at, 1);
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return items;
  const from = (items[first] as Item).start;
  const to = (items[last] as Item).end;
  const text = written.slice(from, to).trim();
  const start = Math.min(from, place.start);
  const end = Math.max(to, place.end);
  const condition: Item = {
    type: 'condition',
    conditions: [{ op: 'text', field: place.field, is: true, text }],
    start,
    end,
  };
  const [low, high] = [Math.min(first, at), Math.max(last, at)];
  return [...items.slice(0, low), condition, ...items.slice(high + 1)];
};
