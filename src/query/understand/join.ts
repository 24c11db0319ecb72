/** The stages in which neighbouring items become conditions, orders, groups and measures. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { withToday } from './bind-days.ts';
import { bindTimes } from './bind-times.ts';
import { withContrast } from './contrast.ts';
import type { Item } from './items.ts';
import { withMeasureRanked } from './measure-ranked.ts';
import { withRenewals } from './renewals.ts';
import { reordered } from './reorder.ts';
import { type Rule, rewrite, rewriteBackwards } from './rewrite.ts';
import { codeRules, namedCodeRules } from './rules/codes.ts';
import { comparisonRules } from './rules/comparisons.ts';
import { countedRules, eventRules } from './rules/events.ts';
import { endingRules, idiomRules, oftenestRules } from './rules/idioms.ts';
import { listRules, measureRules, orderRules, rankRules, shownFlagRules } from './rules/intents.ts';
import { ladderRules } from './rules/ladders.ts';
import { maturityRules } from './rules/maturities.ts';
import { moveRules } from './rules/moves.ts';
import { eitherRules, negationRules, plainRules } from './rules/negations.ts';
import { boundRules, countingRules, unitRules } from './rules/quantities.ts';
import { periodRules, versusRules } from './rules/spans.ts';
import { againstRules, flowRules, trendRules } from './rules/trends.ts';
import { withoutMixed } from './unclear.ts';

/** The order is the precedence: quantities, time, what is wanted, what happened, what is compared, what is not. */
const stages = (on: BusinessDate, currency: string): readonly (readonly Rule[])[] => [
  unitRules(currency),
  boundRules,
  countingRules,
  periodRules(on),
  periodRules(on),
  versusRules,
  againstRules(on),
  trendRules,
  rankRules,
  measureRules,
  orderRules,
  oftenestRules,
  idiomRules(on),
  maturityRules(on),
  eventRules(on),
  comparisonRules,
  endingRules,
  flowRules,
  codeRules,
  moveRules,
  ladderRules,
  namedCodeRules,
  ladderRules,
  shownFlagRules,
  negationRules,
  countedRules,
  plainRules,
  eitherRules,
  listRules,
];

/** 存款本月减少, 净流入本月前三: a span between a figure and its trend or rank stands before both. */
const spansFirst = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => type !== 'noise');
  return told.reduce<Item[]>(
    (given, span, at) => {
      const [balance, trend] = [told[at - 1], told[at + 1]];
      const between =
        span.type === 'period' &&
        balance?.type === 'field' &&
        (trend?.type === 'trend' || trend?.type === 'rank');
      if (!between) return given;
      const rest = given.filter((item) => item !== span);
      return rest.toSpliced(rest.indexOf(balance), 0, span);
    },
    [...items],
  );
};

export const join = (items: readonly Item[], on: BusinessDate, currency: string): Item[] => {
  const joined = stages(on, currency).reduce<Item[]>((given, rules) => {
    if (rules === codeRules) return rewriteBackwards(given, rules);
    if (rules === eitherRules) return rewrite(withoutMixed(given), rules);
    return rewrite(rules === trendRules ? spansFirst(withMeasureRanked(given)) : given, rules);
  }, reordered(items));
  return bindTimes(withToday(withContrast(withRenewals(joined)), on), on);
};
