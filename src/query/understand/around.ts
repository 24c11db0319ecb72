/** 50万左右: an amount that need not be met exactly is within a tenth, a fifth or three tenths of it. */
import type { Item } from './items.ts';

const SPREADS = [0.1, 0.2, 0.3];

const cents = (value: number): number => Math.round(value * 100) / 100;

const BETWEEN: readonly Item['type'][] = ['number', 'currency', 'noise'];

/** The place of the number that the word at `at` is said of: behind it, else before it. */
const numberAt = (items: readonly Item[], at: number): number => {
  const before = items.slice(0, at).findLastIndex(({ type }) => !BETWEEN.includes(type));
  const behind = items.findIndex(({ type }, index) => index > before && type === 'number');
  return behind >= 0 && behind < at ? behind : at + 1;
};

/** The question once for each range; empty = nothing beside the word is a number. */
export const aroundOf = (items: readonly Item[], at: number): Item[][] => {
  const { start, end } = items[at] as Item;
  const index = numberAt(items, at);
  const number = items[index];
  if (number?.type !== 'number') return [];
  return SPREADS.map((spread) => {
    const low: Item = { ...number, value: cents(number.value * (1 - spread)) };
    const high: Item = { ...number, value: cents(number.value * (1 + spread)) };
    return items.flatMap((item, place): Item[] => {
      if (place === index) return [low, { type: 'to', start: low.end, end: low.end }, high];
      return place === at ? [{ type: 'noise', start, end }] : [item];
    });
  });
};
