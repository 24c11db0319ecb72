/** Finds words that join more than one plan can say, or in more ways than one. */
import type { Condition } from '../query-plan.ts';
import type { Item, ItemOf } from './items.ts';

/** "… clients and … clients" asks two questions; one plan would answer neither. */
export const secondQuestion = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => type !== 'noise');
  return told.filter(
    ({ type }, index) =>
      type === 'and' &&
      told[index - 1]?.type === 'clients' &&
      told.slice(index + 1).some((later) => later.type === 'clients') &&
      told.slice(0, index).some((earlier) => earlier.type === 'condition'),
  );
};

const PARTED: readonly Item['type'][] = ['noise', 'has', 'was'];

/** The conditions that stand together on one side of the place, nearest first. */
const together = (items: readonly Item[], at: number, step: -1 | 1): ItemOf<'condition'>[] => {
  const found: ItemOf<'condition'>[] = [];
  for (let index = at + step; index >= 0 && index < items.length; index += step) {
    const item = items[index];
    if (item?.type === 'condition') found.push(item);
    else if (item?.type !== 'clients' || (step === 1 && found.length === 0)) break;
  }
  return found;
};

/** (a and b) or (c and d) holds where each of a, b is an alternative to each of c, d. */
const alternatives = (
  before: readonly ItemOf<'condition'>[],
  after: readonly ItemOf<'condition'>[],
): Condition[] | null => {
  const [some, others] = [before, after].map((side) => side.flatMap((item) => item.conditions));
  const pairs = (some ?? []).flatMap((one) => (others ?? []).map((other) => [one, other]));
  const of = pairs.map((pair) => pair.flatMap((one) => (one.op === 'any' ? [] : [one])));
  return of.some((pair) => pair.length < 2) ? null : of.map((pair) => ({ op: 'any', of: pair }));
};

/** "A and B, or C and D" is either both or both; "A, or B and C" could be read in two ways. */
export const withoutMixed = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => !PARTED.includes(type));
  const at = told.findIndex(({ type }) => type === 'or' || type === 'orElse');
  const joint = told[at];
  if (!joint) return [...items];
  const pause = told[at - 1]?.type === 'pause';
  const before = together(told, pause ? at - 1 : at, -1);
  const after = together(told, at, 1);
  const sides = [before.length > 1, after.length > 1];
  const { start, end } = joint;
  const spoiled = (): Item[] =>
    items.map((item) => (item === joint ? { type: 'unclear', start, end } : item));
  if (sides[0] !== sides[1]) return pause ? spoiled() : [...items];
  if (!sides[0]) return [...items];
  const conditions = alternatives(before, after);
  if (!conditions) return spoiled();
  const used: readonly Item[] = [...before, ...after];
  const rest = items.filter((item) => !used.includes(item) && item !== joint);
  return [...rest, { type: 'condition', conditions, start, end }];
};

const movedIn = (
  items: readonly Item[],
  direction: 'up' | 'down',
): (ItemOf<'condition'> & Item)[] =>
  items.filter(
    (item): item is ItemOf<'condition'> =>
      item.type === 'condition' &&
      item.conditions.some((one) => one.op === 'moved' && one.is && one.direction === direction),
  );

/** 上季度升级、又掉下来: whether the second move fell into the span too is not said. */
export const oppositeMoves = (items: readonly Item[]): Item[] => {
  const [up, down] = [movedIn(items, 'up'), movedIn(items, 'down')];
  return up.length > 0 && down.length > 0 ? down : [];
};

const isEither = (item: Item | undefined): boolean =>
  item?.type === 'condition' && item.conditions.some(({ op }) => op === 'any');

/** "A and B or C": which belong together is not said. */
export const tangled = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => type !== 'noise' && type !== 'has');
  return told.filter(
    ({ type }, index) =>
      (type === 'and' || type === 'also') &&
      [told[index - 1], told[index + 1]].some(isEither) &&
      [told[index - 1], told[index + 1]].every((item) => item?.type === 'condition'),
  );
};

/** "How many were promoted and how many demoted" asks for two numbers; one plan counts who is both. */
export const secondCount = (items: readonly Item[]): Item[] =>
  items.filter(({ type }) => type === 'howMany').slice(1);
