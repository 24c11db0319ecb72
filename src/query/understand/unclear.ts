/** Finds words that join more than one plan can say, or in more ways than one. */
import type { Item } from './items.ts';

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

/** How many conditions stand together on one side of the place. */
const together = (items: readonly Item[], at: number, step: -1 | 1): number => {
  let count = 0;
  for (let index = at + step; index >= 0 && index < items.length; index += step) {
    const type = items[index]?.type;
    if (type === 'condition') count += 1;
    else if (type !== 'clients' || (step === 1 && count === 0)) break;
  }
  return count;
};

/** "A and B, or C and D": a list of conditions of which one is an alternative cannot say it. */
export const withoutMixed = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => !PARTED.includes(type));
  const mixed = told.filter(({ type }, at) => {
    if (type !== 'or' && type !== 'orElse') return false;
    const pause = told[at - 1]?.type === 'pause';
    const before = together(told, pause ? at - 1 : at, -1);
    const after = together(told, at, 1);
    return pause ? before > 1 || after > 1 : before > 1 && after > 1;
  });
  return items.map((item) => {
    const { start, end } = item;
    return mixed.includes(item) ? { type: 'unknown', start, end } : item;
  });
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
