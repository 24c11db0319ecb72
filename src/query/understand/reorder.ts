/** Puts words that an adjective parts next to each other: "total corporate deposits", "five key clients". */
import type { Item, ItemType } from './items.ts';

const FIGURES: readonly ItemType[] = [
  'sum',
  'average',
  'median',
  'max',
  'min',
  'howMuch',
  'amountOf',
];
const ADJECTIVES: readonly ItemType[] = ['code', 'flag'];
const DAYS: readonly ItemType[] = [
  'period',
  'endOf',
  'between',
  'startOf',
  'asAt',
  'last',
  'preceding',
];
const LINKS: readonly ItemType[] = ['has', 'to', 'and'];

/** The place of the first item after `at` that is neither noise nor an adjective; -1 = no adjective between. */
const afterAdjectives = (items: readonly Item[], at: number): number => {
  let adjectives = 0;
  for (let index = at + 1; index < items.length; index += 1) {
    const { type } = items[index] as Item;
    if (ADJECTIVES.includes(type)) adjectives += 1;
    else if (type !== 'noise') return adjectives > 0 ? index : -1;
  }
  return -1;
};

const moved = (items: readonly Item[], from: number, to: number): Item[] => {
  const item = items[from] as Item;
  return [...items.slice(0, from), ...items.slice(from + 1, to), item, ...items.slice(to)];
};

const isCount = (item: Item): boolean =>
  item.type === 'number' && !item.scaled && Number.isInteger(item.value) && item.value <= 1_000;

const COUNTED_BY: readonly ItemType[] = [
  'compare',
  'between',
  'to',
  'and',
  'rank',
  'clients',
  'ageCompare',
  'front',
  'thisClient',
];

/** A figure or a number stands right before what it is of. */
const gathered = (items: readonly Item[]): Item[] => {
  for (let at = items.length - 2; at >= 0; at -= 1) {
    const item = items[at] as Item;
    const next = afterAdjectives(items, at);
    const noun = items[next]?.type;
    if (next < 0) continue;
    if (FIGURES.includes(item.type) && noun === 'field') return gathered(moved(items, at, next));
    const before = items.slice(0, at).findLast(({ type }) => type !== 'noise')?.type;
    const counts = isCount(item) && noun === 'clients' && !COUNTED_BY.includes(before ?? 'noise');
    if (counts) return gathered(moved(items, at, next));
  }
  return [...items];
};

/** "Compare deposits with …" says the comparison at the beginning. */
const comparing = (items: readonly Item[]): Item[] => {
  const at = items.findIndex(({ type }) => type === 'versusWord');
  const link = items.findIndex(
    ({ type }, index) =>
      index > at + 1 &&
      LINKS.includes(type) &&
      DAYS.includes(items[nextTold(items, index)]?.type ?? 'noise'),
  );
  if (at < 0 || link < 0 || DAYS.includes(items[nextTold(items, at)]?.type ?? 'noise'))
    return [...items];
  return items.map((item, index) => {
    const { start, end } = item;
    if (index === at) return { type: 'noise', start, end };
    return index === link ? { type: 'versusWord', start, end } : item;
  });
};

const nextTold = (items: readonly Item[], at: number): number =>
  items.findIndex(({ type }, index) => index > at && type !== 'noise');

export const reordered = (items: readonly Item[]): Item[] => gathered(comparing(items));
