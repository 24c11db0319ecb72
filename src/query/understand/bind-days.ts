/** Gives a day of the past to what is asked as of it: "were dormant in March", 6月底是重点. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Condition, SimpleCondition } from '../query-plan.ts';
import { noise, placed } from './at-place.ts';
import type { Item, ItemOf } from './items.ts';

const takes = (field: FieldKey, what: 'day' | 'period'): boolean => fieldOf(field).takes === what;

const hasHistory = (condition: Condition): boolean =>
  condition.op === 'any'
    ? condition.of.every(hasHistory)
    : takes(condition.field, 'day') &&
      condition.op !== 'moved' &&
      !('asOf' in condition && condition.asOf);

const dayOf = (item: Item): string | null => {
  if (item.type === 'asOf') return item.on;
  return item.type === 'period' ? item.to : null;
};

const asOf = (condition: Condition, on: string): Condition =>
  condition.op === 'any'
    ? { op: 'any', of: condition.of.map((one) => asOf(one, on) as SimpleCondition) }
    : hasHistory(condition)
      ? ({ ...condition, asOf: on } as Condition)
      : condition;

const isHistoric = (item: Item): item is ItemOf<'condition'> =>
  item.type === 'condition' && item.conditions.every(hasHistory);

const STOPS: readonly Item['type'][] = ['now', 'period', 'asOf', 'clients'];

/** "Who were dormant in March": from "were" to the day, what has a history was so then. */
const saidBefore = (items: readonly Item[], at: number): number[] => {
  const was = items.slice(0, at).findLastIndex(({ type }) => type === 'was');
  if (was < 0) return [];
  return indices(items, was + 1, at).filter((index) => isHistoric(items[index] as Item));
};

/** 6月底是重点、现在…: from the day to the next pause, what has a history was so then. */
const saidAfter = (items: readonly Item[], at: number): number[] => {
  const rest = items.slice(at + 1);
  const stop = rest.findIndex(({ type }) => STOPS.includes(type) || type === 'pause');
  const end = stop < 0 ? items.length : at + 1 + stop;
  return indices(items, at + 1, end).filter((index) => isHistoric(items[index] as Item));
};

/** "Dormant at the end of March but active now": a day stands behind what was so then. */
const justBefore = (items: readonly Item[], at: number): number[] => {
  const before = items.slice(0, at).findLastIndex(({ type }) => type !== 'noise');
  return before >= 0 && isHistoric(items[before] as Item) ? [before] : [];
};

/** "… but active now" */
const isSaidOfNow = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1).find(({ type }) => type !== 'noise')?.type === 'now';

const indices = (items: readonly Item[], from: number, to: number): number[] =>
  items.slice(from, to).map((_, offset) => from + offset);

const isDay = (item: Item | undefined): boolean =>
  item?.type === 'asOf' || (item?.type === 'period' && item.from !== null && item.from === item.to);

/** A month or a quarter stands for its last day only where "was" or "now" makes a contrast. */
export const isThen = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  if (item?.type !== 'period' && item?.type !== 'asOf') return false;
  if (isDay(item)) return true;
  const contrast = items.some(({ type }) => type === 'was' || type === 'now');
  return item?.type === 'period' && item.to !== null && item.from !== null && contrast;
};

const isToday = (item: Item, on: BusinessDate): boolean =>
  item.type === 'period' && item.from === on.toString() && item.to === item.from && !item.ahead;

/** "Key then, premier today": beside another day, today is now. "Year end against today" compares today with then. */
export const withToday = (items: readonly Item[], on: BusinessDate): Item[] => {
  const then = items.find((item) => isPastDay(item, on));
  if (!then) return [...items];
  return items.map((item) => {
    const { start, end } = item;
    if (item.type === 'versus' && item.to === on.toString() && item.from === item.to)
      return { type: 'versus', from: dayOf(then), to: dayOf(then) ?? item.to, start, end };
    const compared = items.some((one) => one.type === 'versus' && one.to === on.toString());
    if (item === then && compared) return noise(item);
    return isToday(item, on) ? { type: 'now', start, end } : item;
  });
};

const isPastDay = (item: Item, on: BusinessDate): boolean => {
  const day = dayOf(item);
  const single = item.type === 'asOf' || (item.type === 'period' && item.from === item.to);
  return single && day !== null && day < on.toString();
};

export const bindDay = (items: readonly Item[], at: number, on: BusinessDate): Item[] => {
  const item = items[at] as Item;
  const day = dayOf(item);
  if (day === null || day > on.toString()) return [...items];
  const stated = item.type === 'asOf' && item.stated;
  const contrast = items.some(({ type }) => type === 'now');
  const before = saidBefore(items, at);
  const after = stated ? [] : saidAfter(items, at);
  const near = contrast && !stated ? justBefore(items, at) : [];
  const ofNow = near.length > 0 && after.some((index) => isSaidOfNow(items, index));
  const bound =
    before.length > 0 ? before : after.length > 0 && !ofNow && !isLatin(items, at) ? after : near;
  if (bound.length > 0 && !stated)
    return items.map((one, index) => {
      if (index === at) return noise(one);
      if (one.type !== 'condition' || !bound.includes(index)) return one;
      return placed(
        one,
        one.conditions.map((condition) => asOf(condition, day)),
      );
    });
  const { start, end } = item;
  return items.map((one, index) =>
    index === at ? { type: 'asOf', on: day, stated: true, start, end } : one,
  );
};

/** A day at the beginning of an English question holds for all of it. */
const isLatin = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1).some(({ type }) => type === 'was');
