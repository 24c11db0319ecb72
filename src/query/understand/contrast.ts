/** Takes the fact of what is so now from what was said of then: "low churn risk in June, high now", "key then, lower now". */
import type { FieldKey } from '../field-keys.ts';
import { ladderOf } from '../ladders.ts';
import type { Condition } from '../query-plan.ts';
import { placed } from './at-place.ts';
import type { Item, ItemOf } from './items.ts';

type Coded = Extract<Condition, { op: 'in' }>;

const codedIn = (item: Item): Coded[] =>
  item.type === 'condition'
    ? item.conditions.filter((one): one is Coded => one.op === 'in' && one.is)
    : [];

const isTold = ({ type }: Item): boolean => type !== 'noise' && type !== 'has';

const isBesideNow = (items: readonly Item[], at: number): boolean => {
  const after = items.slice(at + 1).find(isTold);
  const before = items.slice(0, at).findLast(isTold);
  return after?.type === 'now' || before?.type === 'now';
};

/** 变成中或高, "high or medium": grades of the fact that was named before. */
const sameFact = (code: ItemOf<'code'>, then: Coded): Condition | null => {
  const reading = code.readings.find(({ field }) => field === then.field);
  return reading ? { op: 'in', field: then.field, is: true, codes: [...reading.codes] } : null;
};

/** "Lower now": the codes of the ladder below the one that was. */
const beyond = ({ sign }: ItemOf<'relative'>, { field, codes }: Coded): Condition | null => {
  const ladder = ladderOf(field, codes);
  const [code, ...others] = codes;
  if (!ladder || code === undefined || others.length > 0) return null;
  const at = ladder.indexOf(code);
  const found = sign === 1 ? ladder.slice(at + 1) : ladder.slice(0, at);
  return found.length > 0 ? { op: 'in', field, is: true, codes: [...found] } : null;
};

const NOW: readonly FieldKey[] = ['tier', 'churnBand', 'activity', 'lifecycle'];

const ofNow = (item: Item, then: Coded): Condition | null => {
  if (item.type === 'code' && item.readings.every(({ needsField }) => needsField))
    return sameFact(item, then);
  return item.type === 'relative' ? beyond(item, then) : null;
};

export const withContrast = (items: readonly Item[]): Item[] =>
  items.map((item, at) => {
    if ((item.type !== 'code' && item.type !== 'relative') || !isBesideNow(items, at)) return item;
    const then = items
      .slice(0, at)
      .flatMap(codedIn)
      .findLast(({ field }) => NOW.includes(field));
    const condition = then ? ofNow(item, then) : null;
    return condition ? placed(item, [condition]) : item;
  });
