/** The stages in which neighbouring items become conditions, orders, groups and measures. */
import type { BusinessDate } from '../../domain/business-date.ts';
import type { Item } from './items.ts';
import { type Rule, rewrite, rewriteBackwards } from './rewrite.ts';
import { codeRules, namedCodeRules } from './rules/codes.ts';
import { comparisonRules } from './rules/comparisons.ts';
import { eventRules } from './rules/events.ts';
import { listRules, measureRules, orderRules, rankRules, shownFlagRules } from './rules/intents.ts';
import { negationRules, plainRules } from './rules/negations.ts';
import { boundRules, countingRules, periodRules, unitRules } from './rules/quantities.ts';

/** The order is the precedence: quantities, time, what is wanted, what happened, what is compared, what is not. */
const stages = (on: BusinessDate, currency: string): readonly (readonly Rule[])[] => [
  unitRules(currency),
  boundRules,
  countingRules,
  periodRules(on),
  rankRules,
  measureRules,
  orderRules,
  eventRules(on),
  comparisonRules,
  codeRules,
  namedCodeRules,
  shownFlagRules,
  negationRules,
  plainRules,
  listRules,
];

export const join = (items: readonly Item[], on: BusinessDate, currency: string): Item[] =>
  stages(on, currency).reduce<Item[]>(
    (joined, rules) =>
      rules === codeRules ? rewriteBackwards(joined, rules) : rewrite(joined, rules),
    [...items],
  );
