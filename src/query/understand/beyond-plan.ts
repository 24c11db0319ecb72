/** Finds words whose meaning the plan that was read does not have: answered, it would be another question. */
import { type QueryPlan, simpleOf } from '../query-plan.ts';

type Beyond = { words: RegExp; lost: (plan: QueryPlan, text: string) => boolean };

const fieldsOf = (plan: QueryPlan): readonly string[] =>
  plan.where.flatMap(simpleOf).map(({ field }) => field);

const looksBack = (plan: QueryPlan): boolean =>
  plan.where
    .flatMap(simpleOf)
    .some((one) => one.op === 'moved' || ('asOf' in one && one.asOf !== undefined));

const ALWAYS = () => true;

/** A plan limits after it selects: those of the first twenty cannot be said. */
const selectsWithin = (plan: QueryPlan): boolean =>
  plan.kind === 'list' && plan.limit !== null && plan.where.length > 0;

const limitsWhatMatures = (plan: QueryPlan, text: string): boolean =>
  fieldsOf(plan).some((field) => /^(?:matur|unrenewed)/.test(field)) &&
  fieldsOf(plan).includes('aum') &&
  !/aum|asset|balance|worth|wealth|money|book|资产|余额|身家|钱/.test(text);

const BEYOND: readonly Beyond[] = [
  {
    words:
      /(?:of|among|out of|within) (?:my |the |our )?(?:top \w+|\w+ (?:largest|biggest|richest|wealthiest))/,
    lost: selectsWithin,
  },
  {
    words: /前[0-9一二三四五六七八九十百]+[大名位个]?(?:客户)?(?:里面?|当中|之中|中|内)/,
    lost: selectsWithin,
  },
  { words: /no longer|不再|已经?不是/, lost: (plan) => !looksBack(plan) },
  {
    words:
      /(?:dropped|drop|fell|fallen|slipped|rose|risen|climbed|grew) (?:below|under|above|over|past) /,
    lost: ALWAYS,
  },
  {
    words: /(?:over|above|under|below|more than|less than|at least) [\d.]+ ?[km]?\b/,
    lost: limitsWhatMatures,
  },
  { words: /(?:不算|不计|除外)(?=$|[，,。？?！!；;、])/, lost: ALWAYS },
];

/** The places of such words, [start, end); empty = the plan says it all. */
export const beyondPlan = (plan: QueryPlan, text: string): { start: number; end: number }[] =>
  BEYOND.flatMap(({ words, lost }) => {
    const found = lost(plan, text) ? words.exec(text) : null;
    return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
  });
