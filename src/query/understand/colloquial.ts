/** Gives words of everyday speech the meaning that the words beside them give: 大客户, 谁最多, 最近没联系, 涨了多少. */
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import { withSameGrade } from './grades.ts';
import type { Item, ItemType } from './items.ts';
import {
  withKycDue,
  withMaturing,
  withMaturingMoney,
  withNowIs,
  withProductAmount,
} from './maturing.ts';
import { withOnlyBehind } from './only-behind.ts';
import { spokenChinese } from './spoken-zh.ts';

const isTold = ({ type }: Item): boolean => type !== 'noise';

const nextOf = (items: readonly Item[], at: number): Item | undefined =>
  items.slice(at + 1).find(isTold);

const lastOf = (items: readonly Item[], at: number): Item | undefined =>
  items.slice(0, at).findLast(isTold);

const noise = ({ start, end }: Item): Item => ({ type: 'noise', start, end });

const COUNTED: readonly (ItemType | undefined)[] = ['number', 'front', 'rank', 'which'];

/** 大客户 without a number has no size; 前十大客户 is a rank. */
const withGreat = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const vague =
      item.type === 'great' &&
      nextOf(items, at)?.type === 'clients' &&
      !COUNTED.includes(lastOf(items, at)?.type);
    const { start, end } = item;
    return vague ? { type: 'vague', vague: 'large', start, end } : item;
  });

const SPAN_WORDS: readonly (ItemType | undefined)[] = ['duration', 'unit', 'number', 'period'];

/** "Recently" without a length, of what happened; of what is still to come it says nothing. */
const withRecently = (items: readonly Item[]): Item[] => {
  const event = items.find((item) => item.type === 'event');
  if (event?.type !== 'event') return [...items];
  const { ahead } = fieldOf(event.field);
  return items.map((item, at) => {
    const { type, start, end } = item;
    const bare = type === 'last' && !SPAN_WORDS.includes(nextOf(items, at)?.type);
    if (!bare && !(type === 'vague' && item.vague === 'recently')) return item;
    return ahead ? noise(item) : { type: 'vague', vague: 'recently', start, end };
  });
};

const HAPPENS: readonly (ItemType | undefined)[] = ['event', 'move', 'trend'];

/** 刚开户; alone it is a syllable of names. */
const withJust = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const { type, start, end } = item;
    const just =
      type === 'unknown' &&
      text.slice(start, end) === '刚' &&
      HAPPENS.includes(items[at + 1]?.type);
    return just ? { type: 'vague', vague: 'recently', start, end } : item;
  });

/** 最近没怎么联系: how recently is asked, which is one question enough. */
const withHardly = (items: readonly Item[]): Item[] => {
  const recent = items.some((item) => item.type === 'vague' && item.vague === 'recently');
  return items.map((item) => {
    const { start, end } = item;
    const hardly = item.type === 'vague' && item.vague === 'hardly';
    return recent && hardly ? { type: 'not', start, end } : item;
  });
};

/** 涨了多少 asks for a change, not for those who rose. */
const withChange = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const { start, end } = item;
    const asked = item.type === 'trend' && item.field === null && !item.relative;
    const next = nextOf(items, at);
    const change = asked && next?.type === 'howMuch';
    return change ? { type: 'changed', start, end } : item;
  });

/** 本月…环比上月: the month before is what a change over this month is measured from anyway. */
const withInStep = (items: readonly Item[]): Item[] => {
  const at = items.findIndex(({ type }) => type === 'inStep');
  const earlier = nextOf(items, at);
  if (at < 0 || earlier?.type !== 'period' || earlier.to === null) return [...items];
  const next = Temporal.PlainDate.from(earlier.to).add({ days: 1 }).toString();
  const said = items.slice(0, at).some((item) => item.type === 'period' && item.from === next);
  return said ? items.map((item) => (item === earlier ? noise(item) : item)) : [...items];
};

/** 为什么…这么高 asks for no amount. */
const withWhy = (items: readonly Item[]): Item[] => {
  if (!items.some(({ type }) => type === 'why')) return [...items];
  return items.map((item) => {
    const sized = item.type === 'vague' && (item.vague === 'large' || item.vague === 'small');
    return sized ? noise(item) : item;
  });
};

/** 上次contact: the day of the last one; 最近一次满意度 is the satisfaction, which is the last. */
const withLastTime = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    const { start, end } = item;
    if (item.type === 'event' && lastOf(items, at)?.type === 'lastTime' && isLastDay(item.field))
      return { type: 'field', field: item.field, start, end };
    const next = item.type === 'lastTime' ? nextOf(items, at) : undefined;
    const said =
      (next?.type === 'event' && isLastDay(next.field)) ||
      (next?.type === 'field' && next.field === 'csat');
    return said ? noise(item) : item;
  });

const isLastDay = (field: FieldKey): boolean =>
  fieldOf(field).type === 'date' && fieldOf(field).whenNull === 'never';

/** "contact过": the aspect of an English verb. */
const withPerfect = (items: readonly Item[]): Item[] =>
  items.map((item, at) =>
    item.type === 'perfect' && items[at - 1]?.type === 'event' ? noise(item) : item,
  );

const isTier = (item: Item | undefined): boolean =>
  item?.type === 'code' && item.readings.some(({ field }) => field === 'tier');

/** 离高端最近: those next to move up. */
const withClosest = (items: readonly Item[]): Item[] => {
  const at = items.findIndex(({ type }) => type === 'apart');
  const told = items.slice(at + 1).filter((item) => isTold(item) && item.type !== 'move');
  const [tier, near] = told;
  if (at < 0 || !isTier(tier) || near?.type !== 'last') return [...items];
  return items.flatMap((item, index): Item[] => {
    const { start, end } = item;
    if (index === at) return [{ type: 'closest', start, end }];
    return item === near || (item.type === 'move' && index > at) ? [] : [item];
  });
};

/** 分支行看: by branch; 5分 are points. */
const withBy = (items: readonly Item[], text: string): Item[] =>
  items.map((item, at) => {
    const { type, start, end } = item;
    const next = items[at + 1];
    const by =
      type === 'points' &&
      text.slice(start, end) === '分' &&
      lastOf(items, at)?.type !== 'number' &&
      next?.type === 'field' &&
      fieldOf(next.field).can.includes('group');
    return by ? { type: 'by', start, end } : item;
  });

const WHOLE_FAMILY = /^(?:一家人|全家人|一家子|全家|家里|家里人|家中)$/;

/** 一家人…多少资产 names the one figure twice; so does the owner of 名下企业资产. */
const withFamily = (items: readonly Item[], text: string): Item[] => {
  const family = items.some(({ start, end }) => WHOLE_FAMILY.test(text.slice(start, end)));
  const owned = items.some((item) => item.type === 'field' && item.field === 'ownedCompaniesAum');
  return items.map((item) => {
    const { type, start, end } = item;
    if (family && (type === 'field' || type === 'measure') && item.field === 'aum')
      return noise(item);
    const owner = owned && type === 'code' && text.slice(start, end) === '企业主';
    return owner ? { type: 'clients', start, end } : item;
  });
};

const ONE = /^(?:谁|是谁|哪个|哪位|哪家|哪户|哪一个|哪一位|哪一家|哪一户)$/;
const ORDERED: readonly ItemType[] = [
  'number',
  'sorted',
  'sortBy',
  'by',
  'direction',
  'howMany',
  'grouped',
  'each',
  'share',
  'max',
  'min',
  'which',
];

const isSuperlative = (item: Item): boolean =>
  (item.type === 'rank' && item.n === null) ||
  (item.type === 'sort' && item.n === null && item.direction !== null);

/** 哪个行业最多 asks for a group, not for a client. */
const asksForGroup = (items: readonly Item[], at: number): boolean => {
  const next = nextOf(items, at);
  return next?.type === 'field' && fieldOf(next.field).can.includes('group');
};

/** 谁的资产最多: one client, where nothing says how many or in which order. */
const withOne = (items: readonly Item[], text: string): Item[] => {
  const at = items.findIndex(
    ({ type, start, end }) => type === 'noise' && ONE.test(text.slice(start, end)),
  );
  const one =
    at >= 0 &&
    !asksForGroup(items, at) &&
    items.filter(isSuperlative).length === 1 &&
    !items.some(({ type }) => ORDERED.includes(type));
  return one ? [{ type: 'headcount', n: 1, start: 0, end: 0 }, ...items] : [...items];
};

export const colloquial = (items: readonly Item[], text: string): Item[] => {
  const steps: readonly ((given: readonly Item[], text: string) => Item[])[] = [
    withGreat,
    withLastTime,
    withPerfect,
    withJust,
    withRecently,
    withHardly,
    withChange,
    withInStep,
    withMaturing,
    withMaturingMoney,
    withProductAmount,
    withKycDue,
    withNowIs,
    withWhy,
    withClosest,
    withBy,
    withFamily,
    withSameGrade,
    spokenChinese,
    withOnlyBehind,
    withOne,
  ];
  return steps.reduce<Item[]>((given, step) => step(given, text), [...items]);
};
