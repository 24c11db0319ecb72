/** "Households above 2m": an amount said of a household is what its members hold together, never a client's own. */
import { noise } from './at-place.ts';
import type { Item, ItemType } from './items.ts';

const SUBJECT = /(?:households|whose household|(?:which|what) household|家庭)$/;
const OF_MEMBERS = /^(?:in a |in )?households?\b/;
const PASSED: readonly ItemType[] = ['noise', 'clients', 'has', 'inTotal', 'together', 'sum'];
const LIMITS: readonly ItemType[] = ['compare', 'between', 'money'];
const GROUPED: readonly ItemType[] = ['each', 'grouped', 'by', 'howMany', 'share', 'average'];

const isAmount = (item: Item | undefined): boolean =>
  item !== undefined && (LIMITS.includes(item.type) || (item.type === 'number' && item.scaled));

const isOwnAmount = (item: Item): boolean => item.type === 'field' && item.field === 'aum';

/** How many of the words lead to the amount: "… that have total assets of more than 2m"; -1 = there is none. */
const leadTo = (items: readonly Item[]): number => {
  const at = items.findIndex((item) => !PASSED.includes(item.type) && !isOwnAmount(item));
  return isAmount(items[at]) ? at : -1;
};

const isSubject = (items: readonly Item[], at: number, text: string): boolean => {
  const item = items[at];
  if (item?.type !== 'field') return false;
  if (item.field === 'householdAum') return OF_MEMBERS.test(text.slice(item.start, item.end));
  const grouped = items.slice(0, at).some(({ type }) => GROUPED.includes(type));
  return item.field === 'household' && !grouped && SUBJECT.test(text.slice(0, item.end));
};

/** "The biggest households", 200万以上的家庭: a figure of each client is no figure of a household. */
const isUnclear = (items: readonly Item[], at: number): boolean =>
  items.some(({ type }) => type === 'rank') ||
  isAmount(items.slice(0, at).findLast(({ type }) => type !== 'noise'));

export const withHouseholds = (items: readonly Item[], text: string): readonly Item[] => {
  const at = items.findIndex((_, index) => isSubject(items, index, text));
  const item = items[at];
  if (item?.type !== 'field') return items;
  const { start, end } = item;
  const lead = leadTo(items.slice(at + 1));
  if (lead >= 0) {
    const rest = items.slice(at + 1).map((word, index) => (index < lead ? noise(word) : word));
    return [...items.slice(0, at), { type: 'field', field: 'householdAum', start, end }, ...rest];
  }
  return item.field === 'household' && isUnclear(items, at)
    ? items.with(at, { type: 'unclear', start, end })
    : items;
};
