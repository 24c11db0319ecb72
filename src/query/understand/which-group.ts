/** "Which industry has the most AUM" asks for groups, not for clients; "break them down by industry" groups too. */
import { fieldCan, fieldOf } from '../catalog.ts';
import { noise } from './at-place.ts';
import type { Item } from './items.ts';

const ASKS = /^(?:which|what|哪个|哪一个|哪家|哪一家|哪类|哪种)$/;

const told = (items: readonly Item[], at: number): number =>
  items.findIndex(({ type }, index) => index > at && type !== 'noise');

const isGroup = (item: Item | undefined): boolean =>
  item?.type === 'field' &&
  fieldCan(item.field, 'group') &&
  ['code', 'text'].includes(fieldOf(item.field).type);

const ranked = (items: readonly Item[]): number =>
  items.findIndex((item) => item.type === 'rank' && item.n === null);

const PLURAL = /(?:s|ies)$/;

/** "Biggest industries by AUM": the groups with that sum; the first three of them are not known how to be told. */
const withRankedGroups = (items: readonly Item[], text: string): readonly Item[] => {
  const rank = items.findIndex(({ type }) => type === 'rank');
  const next = told(items, rank);
  const counted = items[next]?.type === 'number';
  const at = counted ? told(items, next) : next;
  const group = items[at];
  if (rank < 0 || !group || !isGroup(group) || !PLURAL.test(text.slice(group.start, group.end)))
    return items;
  return items.map((item, index) => {
    const { start, end } = item;
    if (counted && index === at) return { type: 'unknown', start, end };
    if (!counted && index === rank) return { type: 'each', start, end };
    return !counted && index > at && item.type === 'by' ? noise(item) : item;
  });
};

export const withGroupAsked = (given: readonly Item[], text: string): readonly Item[] => {
  const items = withRankedGroups(given, text);
  return items === given ? withTheMost(items, text) : items;
};

const withTheMost = (items: readonly Item[], text: string): readonly Item[] => {
  const at = items.findIndex(({ start, end }) => ASKS.test(text.slice(start, end)));
  const rank = ranked(items);
  if (at < 0 || rank < at || !isGroup(items[told(items, at)])) return items;
  return items.map((item, index) => {
    const { start, end } = item;
    if (index === at) return { type: 'each', start, end };
    return index === rank || item.type === 'has' ? noise(item) : item;
  });
};

const BROKEN = /^(?:break|split|slice|broken)$/;

export const withBreakdown = (items: readonly Item[], text: string): readonly Item[] => {
  const wordOf = ({ start, end }: Item): string => text.slice(start, end);
  const at = items.findIndex((item) => BROKEN.test(wordOf(item)));
  const by = items.findIndex(
    (item, index) => index > at && ['down by', 'by', 'up by'].includes(wordOf(item)),
  );
  if (at < 0 || by < 0) return items;
  return items.map((item, index) => {
    const { start, end } = item;
    if (index === at) return noise(item);
    return index === by ? { type: 'grouped', start, end } : item;
  });
};
