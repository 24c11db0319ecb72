/** From a question's words to a plan, a choice, a refusal or the words that were not understood; never a guess. */

import type { QueryPlan } from './query-plan.ts';
import { assemble } from './understand/assemble.ts';
import type { Assembly } from './understand/assembly.ts';
import { withGrown } from './understand/bare-trends.ts';
import { withBest } from './understand/best.ts';
import { beyondPlan } from './understand/beyond-plan.ts';
import {
  allReadingsOf,
  periodsOf,
  sizesOf,
  spansOf,
  withVagueCodes,
} from './understand/choices.ts';
import { colloquial } from './understand/colloquial.ts';
import { bothChoices, conflictChoices } from './understand/conflicts.ts';
import { withComplaints, withContactNouns } from './understand/contact-nouns.ts';
import { cut } from './understand/cut.ts';
import { doubtful, withAddresses, withEveryone } from './understand/doubtful.ts';
import { withExceptions, withUnclearNone, withUnclearOr } from './understand/exceptions.ts';
import { withFirstOf } from './understand/first-of.ts';
import { withGridCells } from './understand/grid-cells.ts';
import { withHeldIn } from './understand/held-in.ts';
import { withHouseholds } from './understand/households.ts';
import type { Item, VagueWord } from './understand/items.ts';
import { join } from './understand/join.ts';
import { asTyped, withName } from './understand/names.ts';
import { type Normalised, normalise } from './understand/normalise.ts';
import { withPlace } from './understand/places.ts';
import { withProductTrends } from './understand/product-trends.ts';
import { refusalOf } from './understand/refusal.ts';
import { withSoon } from './understand/soon.ts';
import { withImpliedLimit } from './understand/the-one.ts';
import { tokenise } from './understand/tokens.ts';
import type { ClarifyCause, UnderstandContext, Understanding } from './understand/understanding.ts';
import { withBreakdown, withGroupAsked } from './understand/which-group.ts';

export { languageOf, type Normalised, normalise } from './understand/normalise.ts';
export type { ClarifyCause, UnderstandContext, Understanding } from './understand/understanding.ts';

export const CHOICES_MAX = 4;

const withoutWholeBank = (items: readonly Item[]): Item[] =>
  items.map((item) =>
    item.type === 'wholeBank' || item.type === 'wholeBranch' || item.type === 'team'
      ? { type: 'noise', start: item.start, end: item.end }
      : item,
  );

type Question = Normalised & { context: UnderstandContext };

const read = (items: readonly Item[], { text, written, context }: Question): Assembly => {
  const { businessDate, currency, reach } = context;
  const placed = (joined: readonly Item[]): readonly Item[] =>
    reach === 'own' ? joined : withPlace(joined, written);
  const joined = placed(asTyped(join(items, businessDate, currency), written));
  const assembly = assemble(withName(joined, text, written), businessDate);
  return assembly.status === 'plan'
    ? { ...assembly, plan: withImpliedLimit(assembly.plan, items, text) }
    : assembly;
};

const plansOf = (variants: readonly Item[][], question: Question): QueryPlan[] => {
  const plans = variants.flatMap((items) => {
    const assembly = read(items, question);
    return assembly.status === 'plan' ? [assembly.plan] : [];
  });
  return [...new Map(plans.map((plan) => [JSON.stringify(plan), plan])).values()].slice(
    0,
    CHOICES_MAX,
  );
};

const SPANS_OFFERED = 2;

/** What is vague may lack its span too: the question once for each of the first spans. */
const spannedWays = (items: Item[], question: Question): Item[][] => {
  const assembly = read(items, question);
  if (assembly.status !== 'left') return [items];
  return spansOf(items, assembly.left, question.context.businessDate).slice(0, SPANS_OFFERED);
};

const clarify = (cause: ClarifyCause, choices: QueryPlan[]): Understanding => ({
  status: 'clarify',
  cause,
  choices: choices.slice(0, CHOICES_MAX),
});

/** The left words as the asker wrote them; neighbours that make one Chinese word stay together. */
const wordsOf = (left: readonly Item[], written: string): string[] => {
  const places = [...left].sort((a, b) => a.start - b.start);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans
    .map(({ start, end }) => written.slice(start, end))
    .filter((word) => word.trim() !== '');
};

const notUnderstood = (left: readonly Item[], written: string): Understanding => {
  const words = wordsOf(left, written);
  return { status: 'not_understood', words: words.length > 0 ? words : [written] };
};

const settle = (
  plan: QueryPlan,
  items: readonly Item[],
  { text, written }: Question,
): Understanding => {
  const lost = beyondPlan(plan, text);
  if (lost.length > 0)
    return {
      status: 'not_understood',
      words: lost.map((at) => written.slice(at.start, at.end).trim()),
    };
  const both = items.some(({ type }) => type === 'both');
  const choices = [...conflictChoices(plan), ...(both ? bothChoices(plan) : [])];
  return choices.length > 0 ? clarify('conflict', choices) : { status: 'plan', plan };
};

const totalOrEach = ({
  field,
  plan,
}: Extract<Assembly, { status: 'totalOrEach' }>): Understanding => {
  const total: QueryPlan = {
    ...plan,
    kind: 'aggregate',
    measures: [{ of: 'sum', field }],
    show: [],
    limit: null,
  };
  const conflicts = conflictChoices(plan);
  return conflicts.length > 0
    ? clarify('conflict', conflicts)
    : clarify('totalOrEach', [total, plan]);
};

const RISKS: readonly VagueWord[] = ['highRisk', 'churnRisk'];

/** "Is Wu Jie at risk?" asks how high the risk of one client is, for which no number is needed. */
const askedOfOne = (items: readonly Item[]): Item[] =>
  items.map((item) => {
    const { type, start, end } = item;
    const risk = type === 'vague' && RISKS.includes(item.vague);
    return risk ? { type: 'field', field: 'churnBand', start, end } : item;
  });

const understandItems = (items: readonly Item[], question: Question): Understanding => {
  const { context, written } = question;
  const vague = items.find((item) => item.type === 'vague');
  if (vague?.type === 'vague') {
    const asked = read(askedOfOne(items), question);
    if (asked.status === 'plan' && asked.plan.client) return settle(asked.plan, items, question);
    const on = context.businessDate;
    const ways = allReadingsOf(items, on).flatMap((way) => spannedWays(way, question));
    const choices = plansOf(ways, question);
    return choices.length > 1 ? clarify(vague.vague, choices) : notUnderstood([vague], written);
  }
  const assembly = read(items, question);
  if (assembly.status === 'plan') return settle(assembly.plan, items, question);
  if (assembly.status === 'totalOrEach') return totalOrEach(assembly);
  const on = context.businessDate;
  const sizes = sizesOf(items, assembly.left, on);
  const sized = plansOf(sizes?.variants ?? [], question);
  if (sizes && sized.length > 1) return clarify(sizes.cause, sized);
  const spans = plansOf(spansOf(items, assembly.left, on), question);
  if (spans.length > 1) return clarify('sinceWhen', spans);
  const periods = plansOf(periodsOf(items, assembly.left, on), question);
  return periods.length > 1 ? clarify('sinceWhen', periods) : notUnderstood(assembly.left, written);
};

/** The items of words that mean something else beside others. */
const readable = (words: readonly Item[], text: string): readonly Item[] =>
  [
    withEveryone,
    withAddresses,
    withContactNouns,
    withComplaints,
    withUnclearNone,
    withExceptions,
    withUnclearOr,
    withHeldIn,
    withHouseholds,
    withGroupAsked,
    withBreakdown,
    withVagueCodes,
    withProductTrends,
    withGrown,
    withBest,
    withSoon,
    withFirstOf,
  ].reduce<readonly Item[]>((items, change) => change(items, text), words);

/** Reads a question. Pure, linear in its length, and independent of anything but its arguments. */
export const understand = (question: string, context: UnderstandContext): Understanding => {
  const normalised = normalise(question);
  if (!normalised) return { status: 'refused', reason: 'too_long' };
  const { text, written } = normalised;
  const words = cut(text, tokenise(text), context.businessDate);
  const items = colloquial(readable(withGridCells(words, written), text), text);
  const refused = refusalOf(items, text, context);
  const doubts = doubtful(items, text);
  if (doubts.length > 0 && (!refused || refused === 'sensitive'))
    return notUnderstood(doubts, written);
  if (refused) return { status: 'refused', reason: refused };
  return understandItems(withoutWholeBank(items), { ...normalised, context });
};
