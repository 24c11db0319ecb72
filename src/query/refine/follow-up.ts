/** Reads a follow-up to a question about a set of clients: the patch it is, in the last plan. */
import { fieldName } from '../describe.ts';
import type { FieldKey } from '../field-keys.ts';
import { fieldsIn, type QueryPlan } from '../query-plan.ts';
import { conflictChoices } from '../understand/conflicts.ts';
import { EMPTY_PLAN } from '../understand/plans.ts';
import {
  CHOICES_MAX,
  type UnderstandContext,
  type Understanding,
  understand,
} from '../understand.ts';
import {
  ALL_OF_THEM,
  ASKS_WHO,
  COUNT_THEM,
  LIMIT_TO,
  LIST_THEM,
  type PatchOp,
  RESET,
  SAME_AGAIN,
  SHARE_THEM,
  THEIRS,
  THOSE,
  TURN_ROUND,
} from './cues.ts';
import { type Fragment, fragmentOf } from './fragment.ts';
import { asCount, asList, asShare, forgetting, patched } from './patch.ts';
import { inFieldOf, plansWithValue } from './slots.ts';

/** `whichCondition`: a bare value fits several of the last plan's conditions, or "drop" may mean two things. */
export type Turn =
  | Understanding
  | { status: 'clarify'; cause: 'whichCondition'; choices: QueryPlan[] };

const one = (plan: QueryPlan): Turn => ({ status: 'plan', plan });

const chosen = (choices: readonly QueryPlan[]): Turn | null => {
  const [first] = choices;
  if (!first || choices.length === 1) return first ? one(first) : null;
  return { status: 'clarify', cause: 'whichCondition', choices: choices.slice(0, CHOICES_MAX) };
};

const turnedRound = (plan: QueryPlan): QueryPlan => {
  const { field, direction } = plan.sort ?? { field: 'aum' as const, direction: 'desc' as const };
  return {
    ...plan,
    kind: 'list',
    sort: { field, direction: direction === 'asc' ? 'desc' : 'asc' },
  };
};

/** What is said in a word: "how many?", "who are they?", "what rule did you use?". */
const WHOLE: readonly [RegExp, (plan: QueryPlan) => QueryPlan | null][] = [
  [RESET, () => EMPTY_PLAN],
  [SAME_AGAIN, (plan) => plan],
  [COUNT_THEM, asCount],
  [ALL_OF_THEM, (plan) => ({ ...asList(plan), limit: null })],
  [LIST_THEM, asList],
  [SHARE_THEM, (plan) => (plan.where.length > 0 ? asShare(plan) : null)],
  [TURN_ROUND, turnedRound],
];

/** `instead`: the follow-up ended with that word. `mild`: "and the premier ones?" asks for others, or for more. */
type Reader = { plan: QueryPlan; instead: boolean; mild: boolean; context: UnderstandContext };

/** "Top five" and "ascending" name no fact: they speak of the one that the list is sorted by. */
const keepingSort = (said: QueryPlan, rest: string, { plan, context }: Reader): QueryPlan => {
  const { sort } = plan;
  if (!sort || !said.sort || said.sort.field === sort.field) return said;
  const field = fieldName(sort.field, 'en');
  const again = understand(`clients ${rest} by ${field}`, context);
  const agrees = again.status === 'plan' && again.plan.sort?.field === sort.field;
  return agrees ? { ...said, sort: again.plan.sort } : said;
};

const withSaid = (op: PatchOp, said: QueryPlan, rest: string, reader: Reader): QueryPlan | null => {
  const { plan, context } = reader;
  const sorted = keepingSort(said, rest, reader);
  const where =
    op === 'replace' ? said.where.map((one) => inFieldOf(plan, one, rest, context)) : said.where;
  return patched(op, plan, { ...sorted, where });
};

/** "Drop dormant", said of dormant clients: not them, or not only them. */
const droppedTwice = (op: PatchOp, said: QueryPlan, plan: QueryPlan): QueryPlan[] => {
  if (op !== 'exclude') return [];
  const known = new Set(plan.where.map((condition) => JSON.stringify(condition)));
  if (!said.where.some((condition) => known.has(JSON.stringify(condition)))) return [];
  const opposed = patched(op, forgetting(plan, fieldsIn(said.where)), said);
  return [forgetting(plan, fieldsIn(said.where)), ...(opposed ? [opposed] : [])];
};

/** The facts that the words only name, without saying anything of them. */
const namedOnly = (rest: string, context: UnderstandContext): FieldKey[] => {
  const read = understand(`clients their ${rest}`, context);
  if (read.status !== 'plan' || read.plan.where.length > 0) return [];
  return read.plan.kind === 'list' && !read.plan.sort ? read.plan.show : [];
};

const speaksOf = (plan: QueryPlan, keys: readonly FieldKey[]): boolean =>
  JSON.stringify(forgetting(plan, keys)) !== JSON.stringify(plan);

/** "Drop the tier", "regardless of branch": what was said of the fact no longer holds. */
const forgotten = ({ op, rest }: Fragment, reader: Reader): Turn | null => {
  const { plan, context } = reader;
  if (op !== 'forget' && op !== 'exclude') return null;
  const keys = namedOnly(rest, context);
  if (keys.length > 0 && speaksOf(plan, keys)) return one(forgetting(plan, keys));
  if (op === 'exclude') return null;
  const said = understand(`clients ${rest}`, context);
  const told = said.status === 'plan' ? fieldsIn(said.plan.where) : [];
  return told.length > 0 && speaksOf(plan, told) ? one(forgetting(plan, told)) : null;
};

/** A flag is a condition by its name: "only those on watch" asks for no column. */
const isCondition = (rest: string, context: UnderstandContext): boolean => {
  const read = understand(`clients ${rest}`, context);
  return read.status === 'plan' && read.plan.where.length > 0;
};

const shown = ({ op, column, rest }: Fragment, { plan, context }: Reader): Turn | null => {
  if (op !== 'include' && op !== 'add' && !column) return null;
  if (!column && isCondition(rest, context)) return null;
  const keys = namedOnly(rest.replace(/^their /, ''), context);
  if (keys.length === 0 || plan.kind !== 'list') return null;
  const patch = patched('add', plan, { ...EMPTY_PLAN, show: keys });
  return patch && one(patch);
};

/** "Their total AUM" is no column of theirs. */
const understood = (rest: string, context: UnderstandContext): Understanding => {
  const said = understand(`clients ${rest}`, context);
  const bare = rest.replace(THEIRS, ' ');
  return said.status === 'not_understood' && bare !== rest
    ? understand(`clients ${bare}`, context)
    : said;
};

/** "Thanks" says nothing of clients. */
const isEmpty = (plan: QueryPlan): boolean => JSON.stringify(plan) === JSON.stringify(EMPTY_PLAN);

type Said = { op: PatchOp; rest: string; reader: Reader };

const withPlan = (plan: QueryPlan, { op, rest, reader }: Said): Turn | null => {
  if (plan.client || isEmpty(plan)) return null;
  const twice = droppedTwice(op, plan, reader.plan);
  if (twice.length > 0) return chosen(twice);
  const added = withSaid(op, plan, rest, reader);
  const contradicts = reader.mild && added !== null && conflictChoices(added).length > 0;
  const patch = contradicts ? withSaid('replace', plan, rest, reader) : added;
  const asksWho = patch?.kind === 'count' && plan.kind === 'list' && ASKS_WHO.test(rest);
  return patch && one(asksWho ? asList(patch) : patch);
};

const withChoices = (
  clarify: Extract<Understanding, { status: 'clarify' }>,
  { op, rest, reader }: Said,
): Turn | null => {
  if (op === 'exclude' && clarify.cause === 'totalOrEach') return null;
  const choices = clarify.choices.flatMap((choice) => withSaid(op, choice, rest, reader) ?? []);
  return choices.length > 1 ? { ...clarify, choices } : null;
};

const read = (op: PatchOp, rest: string, reader: Reader): Turn | null => {
  const said = understood(rest, reader.context);
  switch (said.status) {
    case 'refused':
      return said;
    case 'not_understood':
      return null;
    case 'clarify':
      return withChoices(said, { op, rest, reader });
    case 'plan':
      return withPlan(said.plan, { op, rest, reader });
  }
};

const TAKES_VALUE: readonly (PatchOp | null)[] = ['replace', 'add', null];

/** "How much do they hold" is a phrase of its own: without "they" it would ask something else. */
const speaksOfThose = (text: string): boolean => text.search(THOSE) >= 0;

/** null = not a follow-up, or not one that can be read. */
export const readFollowUp = (text: string, reader: Reader): Turn | null => {
  const whole = WHOLE.find(([words]) => words.test(text));
  const plan = whole?.[1](reader.plan);
  if (plan) return one(plan);
  const limit = Number(LIMIT_TO.exec(text)?.groups?.n ?? 0);
  if (limit > 0) return one({ ...asList(reader.plan), limit });
  const fragment = fragmentOf(text, reader.instead);
  if (!fragment || fragment.rest === '') return null;
  const { op, rest } = fragment;
  const valued = TAKES_VALUE.includes(op) ? plansWithValue(reader.plan, rest, reader.context) : [];
  return (
    chosen(valued) ??
    forgotten(fragment, reader) ??
    shown(fragment, reader) ??
    (speaksOfThose(text) ? read('add', text, reader) : null) ??
    (op === 'forget' ? null : read(op ?? 'add', rest, reader)) ??
    read('add', text, reader)
  );
};
