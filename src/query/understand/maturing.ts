/** What is asked of maturities: how much money matures, of which products, and whose KYC. */
import type { FieldKey } from '../field-keys.ts';
import type { Item, ItemOf, ItemType } from './items.ts';

const AMOUNTS: Partial<Record<FieldKey, FieldKey>> = {
  maturityCount: 'maturingAmount',
  unrenewedCount: 'unrenewedAmount',
};
const BETWEEN: readonly ItemType[] = ['noise', 'has', 'not', 'renewal'];

export const isProduct = (item: Item): boolean =>
  item.type === 'code' && item.readings.some(({ field }) => field === 'productLines');

const isMoney = (item: Item | undefined, text: string): item is ItemOf<'measure'> =>
  item?.type === 'measure' &&
  item.field === 'aum' &&
  /钱|资金|money/.test(text.slice(item.start, item.end));

/** 下个月到期多少钱 asks for what matures; of one product alone it is not known. */
export const withMaturingMoney = (items: readonly Item[], text: string): Item[] => {
  const at = items.findIndex((item) => item.type === 'event' && AMOUNTS[item.field] !== undefined);
  const event = items[at];
  if (event?.type !== 'event') return [...items];
  const rest = items.slice(at + 1);
  const index = rest.findIndex(({ type }) => !BETWEEN.includes(type));
  const money = rest[index];
  if (!isMoney(money, text)) return [...items];
  const between = rest.slice(0, index);
  const unrenewed = between.some(({ type }) => type === 'renewal');
  const field = unrenewed ? 'unrenewedAmount' : AMOUNTS[event.field];
  const { start, end } = money;
  if (!field || items.some(isProduct))
    return items.map((item) => (item === money ? { type: 'unclear', start, end } : item));
  return items.flatMap((item): Item[] => {
    if (item === event || between.includes(item)) return [];
    return item === money ? [{ type: 'measure', of: 'sum', field, start, end }] : [item];
  });
};

const MATURING: readonly string[] = ['maturingAmount', 'unrenewedAmount'];

const SPANNING: readonly ItemType[] = [
  'noise',
  'period',
  'last',
  'next',
  'number',
  'unit',
  'duration',
  'inside',
];

/** 定期到期金额: what matures is known of all products together, not of each. */
export const withMaturing = (items: readonly Item[]): Item[] => {
  const product = items.findIndex(isProduct);
  const after = items.slice(product + 1);
  const item = after.find(({ type }) => !SPANNING.includes(type));
  if (product < 0 || item?.type !== 'field' || !MATURING.includes(item.field)) return [...items];
  const { start, end } = item;
  return items.map((one) => (one === item ? { type: 'unclear', start, end } : one));
};

/** 理财有多少 may ask how much or how many; 持有理财的有多少 asks how many. */
export const withProductAmount = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const [product, has] = [items[at - 2], items[at - 1]];
    const unclear =
      item.type === 'howMuch' &&
      has?.type === 'has' &&
      product !== undefined &&
      isProduct(product) &&
      product.end === has.start;
    const { start, end } = item;
    return unclear ? { type: 'unclear', start, end } : item;
  });

/** KYC逾期或者30天内到期: what was begun with the KYC goes on with it. */
export const withKycDue = (items: readonly Item[]): Item[] => {
  const kyc = items.findIndex((item) => item.type === 'flag' && item.field === 'kycOverdue');
  const or = items.findIndex(({ type }, index) => index > kyc && type === 'or');
  if (kyc < 0 || or < 0 || items.some(isProduct)) return [...items];
  return items.map((item, at) =>
    at > or && item.type === 'event' && item.field === 'maturityCount'
      ? { ...item, field: 'kycDueOn' }
      : item,
  );
};

const NOW_IS = /^(?:现在|目前|如今|当前)(?:都|已经|已|又)?是(?:的|了)?(?:客户)?[,，。?？!！ ]*$/u;

/** 去年底不是…现在是的: what it is now is left out. */
export const withNowIs = (items: readonly Item[], text: string): Item[] =>
  items.map((item) => {
    const { type, start, end } = item;
    return type === 'now' && NOW_IS.test(text.slice(start))
      ? { type: 'unclear', start, end }
      : item;
  });
