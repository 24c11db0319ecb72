/** "Which five grew most": what grew where nothing is named is the AUM, as what is biggest is. */
import type { Item, ItemType } from './items.ts';

const NAMED: readonly ItemType[] = ['field', 'event', 'flag', 'measure', 'versusWord', 'changed'];

/** Words that say how much or in which order; without them a fall may be one of the tier. */
const MEASURED: readonly ItemType[] = ['rank', 'percentSign', 'currency', 'percent'];

const isMeasured = (item: Item): boolean =>
  MEASURED.includes(item.type) || (item.type === 'number' && item.scaled);

const namesFact = (item: Item): boolean =>
  NAMED.includes(item.type) || (item.type === 'code' && item.readings[0]?.needsField === true);

/** Tier codes right behind say a move: "fell from premier to key". */
const isMove = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1, at + 4).some(({ type }) => type === 'code');

export const withGrown = (items: readonly Item[]): readonly Item[] => {
  const at = items.findIndex((item) => item.type === 'trend' && item.field === null);
  const trend = items[at];
  if (!trend || items.some(namesFact) || !items.some(isMeasured) || isMove(items, at)) return items;
  const { start } = trend;
  return [
    ...items.slice(0, at),
    { type: 'field', field: 'aum', start, end: start },
    ...items.slice(at),
  ];
};
