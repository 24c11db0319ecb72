/** The first stages alone: numbers and words of time are joined, every other word is still itself. */
import type { BusinessDate } from '../../domain/business-date.ts';
import type { Item } from './items.ts';
import { type Rule, rewrite } from './rewrite.ts';
import { boundRules, countingRules, unitRules } from './rules/quantities.ts';
import { periodRules } from './rules/spans.ts';

export const joinQuantities = (
  items: readonly Item[],
  on: BusinessDate,
  currency: string,
): Item[] => {
  const stages: readonly (readonly Rule[])[] = [
    unitRules(currency),
    boundRules,
    countingRules,
    periodRules(on),
  ];
  return stages.reduce<Item[]>((joined, rules) => rewrite(joined, rules), [...items]);
};
