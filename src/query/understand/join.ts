/** The stages in which neighbouring items become conditions, orders, groups and measures. */
import type { BusinessDate } from '../../domain/business-date.ts';
import type { Item } from './items.ts';
import { type Rule, rewrite } from './rewrite.ts';
import {
  codeRules,
  comparisonRules,
  eventRules,
  namedCodeRules,
  negationRules,
  plainRules,
} from './rules/conditions.ts';
import { listRules, measureRules, orderRules, rankRules, shownFlagRules } from './rules/intents.ts';
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
  stages(on, currency).reduce<Item[]>((joined, rules) => rewrite(joined, rules), [...items]);
