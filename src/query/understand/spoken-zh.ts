/** Chinese words that mean something else beside others: 对公客户的股东, 6月底和现在, 还是, 老客户. */
import { noise } from './at-place.ts';
import type { Item, ItemType } from './items.ts';

const isTold = ({ type }: Item): boolean => type !== 'noise';

const OF_COMPANIES: readonly string[] = ['owner_of', 'executive_of', 'payroll_employee_of'];

const isCorporate = (item: Item | undefined): boolean =>
  item?.type === 'code' &&
  item.readings.some(({ field, codes }) => field === 'kind' && codes.join() === 'corporate');

/** Those whom only a company has. */
const isOfCompany = (item: Item | undefined): boolean =>
  item?.type === 'code' &&
  item.readings.some(
    ({ field, codes }) =>
      field === 'relations' && codes.every((code) => OF_COMPANIES.includes(code)),
  );

const OF = /^(?:客户|企业|公司)?(?:的|名下的|里的|中的)$/;

/** 对公客户的股东 are people, each of a company that is a client. */
const withPeopleOfCompanies = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    if (!isCorporate(item)) return item;
    const people = items.findIndex((one, index) => index > at && isOfCompany(one));
    const link = people < 0 ? '' : text.slice(item.end, items[people]?.start);
    const before = items.slice(0, at).findLast(isTold);
    return OF.test(link) && before?.type !== 'code' ? noise(item) : item;
  });

const DAYS: readonly ItemType[] = [
  'period',
  'endOf',
  'endAfter',
  'startAfter',
  'startOf',
  'duration',
  'number',
  'unit',
  'ago',
  'front',
];

/** Where the words of a day begin that end right before `at`; -1 = there are none. */
const dayBefore = (items: readonly Item[], at: number): number => {
  let first = at;
  while (DAYS.includes(items[first - 1]?.type ?? 'noise')) first -= 1;
  return first === at ? -1 : first;
};

const versusAt = ({ start, end }: Item): Item => ({ type: 'versusWord', start, end });

/** 6月底和现在的存款对比: the day is what now is compared with; 6月底和现在都是高端 says two days of one fact. */
const withThenAndNow = (items: readonly Item[]): Item[] => {
  const at = items.findIndex(({ type }, index) => type === 'and' && isNow(items, index));
  if (at < 0) return [...items];
  const nowFirst = items[at - 1]?.type === 'now';
  const day = nowFirst ? at + 1 : dayBefore(items, at);
  const word = items.findLastIndex(({ type }) => type === 'versusWord');
  const [and, first] = [items[at] as Item, items[day]];
  if (!first || !DAYS.includes(first.type)) return [...items];
  const now = items[nowFirst ? at - 1 : at + 1] as Item;
  if (word < 0)
    return items.map((item) =>
      item === now ? { type: 'unknown', start: item.start, end: item.end } : item,
    );
  const rest = items.filter((item) => item !== now && item !== and && item !== items[word]);
  return rest.toSpliced(rest.indexOf(first), 0, versusAt({ ...and, end: and.start }));
};

const isNow = (items: readonly Item[], and: number): boolean =>
  items[and - 1]?.type === 'now' || items[and + 1]?.type === 'now';

const TIMES: readonly ItemType[] = ['period', 'then', 'dateEdge', 'ago', 'last', 'versusWord'];

/** 等级还是重点: it still is, where no other day is spoken of. */
const withStill = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const still = item.type === 'was' && text.slice(item.start, item.end) === '还是';
    const ofField = items[at - 1]?.type === 'field' && items[at + 1]?.type === 'code';
    return still && ofField && !items.some(({ type }) => TIMES.includes(type)) ? noise(item) : item;
  });

/** 2020年之前开户的老客户: the day says how old. */
const withOldClients = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const old = item.type === 'unknown' && text.slice(item.start, item.end) === '老';
    const since = items.some((one) => one.type === 'event' && one.field === 'onboardedOn');
    const before = items.some((one) => one.type === 'dateEdge' && one.edge === 'before');
    return old && since && before && items[at + 1]?.type === 'clients' ? noise(item) : item;
  });

const ENDS: readonly (ItemType | undefined)[] = ['clients', 'pause', undefined];

const isProduct = (item: Item | undefined): boolean =>
  item?.type === 'code' && item.readings.some(({ field }) => field === 'productLines');

/** 理财和保险都没有的客户: what they do not hold is said before that they do not. */
const withLateNot = (items: readonly Item[]): Item[] => {
  const told = items.filter(isTold);
  const at = told.findIndex(
    ({ type }, index) =>
      type === 'not' && isProduct(told[index - 1]) && ENDS.includes(told[index + 1]?.type),
  );
  const not = told[at];
  if (!not) return [...items];
  let first = at - 1;
  while (told[first - 1]?.type === 'and' && isProduct(told[first - 2])) first -= 2;
  const product = told[first] as Item;
  if (['not', 'has', 'only'].includes(told[first - 1]?.type ?? 'noise')) return [...items];
  const rest = items.filter((item) => item !== not);
  return rest.toSpliced(rest.indexOf(product), 0, not);
};

/** 有多少理财客户 counts clients, 有多少理财 what they hold. */
const withHowManyClients = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const { type, start, end } = item;
    const [next, after] = items.slice(at + 1).filter(isTold);
    const counts = type === 'howMuch' && next?.type === 'code' && after?.type === 'clients';
    return counts ? { type: 'howMany', start, end } : item;
  });

/** 介于10万和40万之间 says twice that it is between. */
const withBetweenOnce = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const again =
      item.type === 'between' && /^(?:之间|区间)$/.test(text.slice(item.start, item.end));
    const opened = items.slice(Math.max(0, at - 8), at).some(({ type }) => type === 'between');
    return again && opened ? noise(item) : item;
  });

const AMOUNTS: readonly ItemType[] = ['number', 'currency', 'percentSign', 'unit', ...DAYS];

/** 在吗~ draws a word out; 10~20万 is a range. */
const withDrawl = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const drawl = item.type === 'to' && text.slice(item.start, item.end) === '~';
    const before = items[at - 1];
    const amount = before && AMOUNTS.includes(before.type) && items[at + 1];
    return drawl && !amount ? noise(item) : item;
  });

export const spokenChinese = (items: readonly Item[], text: string): Item[] =>
  [
    withPeopleOfCompanies,
    withThenAndNow,
    withStill,
    withOldClients,
    withLateNot,
    withHowManyClients,
    withBetweenOnce,
    withDrawl,
  ].reduce<Item[]>((given, step) => step(given, text), [...items]);
