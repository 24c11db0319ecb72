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
