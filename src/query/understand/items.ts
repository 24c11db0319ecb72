/** What a question is cut into: first by the lexicon, then by rules that join neighbours into larger meanings. */
import type { FieldKey } from '../field-keys.ts';
import type { Condition, Measure, Move, Series, Span } from '../query-plan.ts';

/** Words whose only content is what they are. */
export const MARKERS = [
  'noise',
  'pause',
  'clients',
  'counter',
  'points',
  'great',
  'front',
  'thisClient',
  'among',
  'wholeBank',
  'moved',
  'not',
  'never',
  'and',
  'or',
  'to',
  'between',
  'by',
  'sortBy',
  'sorted',
  'each',
  'grouped',
  'has',
  'their',
  'ago',
  'last',
  'inside',
  'since',
  'howMany',
  'howMuch',
  'amountOf',
  'sum',
  'average',
  'share',
  'why',
  'brief',
  'closest',
  'nearTo',
  'was',
  'only',
  'ever',
  'now',
  'next',
  'withinWord',
  'endOf',
  'endAfter',
  'startAfter',
  'startOf',
  'asAt',
  'allAsAt',
  'overPeriod',
  'then',
  'orElse',
  'median',
  'max',
  'min',
  'make',
  'versusWord',
  'changed',
  'dropped',
  'lost',
  'outside',
  'which',
  'whole',
  'wholeBranch',
  'both',
  'also',
  'amongst',
  'negative',
  'firstWord',
  'outOf',
  'became',
  'renewal',
  'yearsOld',
  'percentSign',
  'times',
  'recorded',
  'baseOf',
  'sinceEver',
  'unclear',
  'kycWord',
  'moreThan',
  'lastTime',
  'because',
  'apart',
  'eitherOr',
  'perfect',
  'inStep',
  'complete',
  'together',
  'holders',
  'went',
  'differs',
  'team',
  'inTotal',
  'whatDo',
  'theOne',
  'unknown',
] as const;
export type Marker = (typeof MARKERS)[number];

export type CompareOp = 'gte' | 'gt' | 'lte' | 'lt' | 'eq';
export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Reading = { field: FieldKey; codes: readonly string[]; needsField: boolean };
export type Bound = { op: CompareOp; value: number };
export type Direction = 'asc' | 'desc';
export type VagueWord =
  | 'recently'
  | 'longTime'
  | 'large'
  | 'small'
  | 'inactive'
  | 'highRisk'
  | 'riskGrade'
  | 'about'
  | 'lostTouch'
  | 'hardly'
  | 'churnRisk'
  | 'important'
  | 'young'
  | 'old'
  | 'unhappy'
  | 'oldest'
  | 'callFirst';
export type RefusedWord = 'other_book' | 'write_request' | 'sensitive' | 'out_of_scope';

type Meanings = {
  field: { field: FieldKey };
  code: { readings: readonly Reading[]; joined: 'none' | 'or' | 'and' };
  /** `readings`: the word is a code too, beside its field's name ("churn risk: watch"). */
  flag: { field: FieldKey; readings: readonly Reading[] };
  event: { field: FieldKey };
  /** `unit`: the magnitude that was written last. */
  number: { value: number; scaled: boolean; unit?: number };
  money: { value: number };
  percent: { value: number };
  years: { value: number };
  ageCompare: { op: CompareOp };
  /** The unit of time before the one that is asked about. */
  preceding: { unit: TimeUnit };
  currency: { currency: string };
  unit: { unit: TimeUnit };
  duration: { n: number; unit: TimeUnit };
  headcount: { n: number };
  compare: { op: CompareOp; side: 'before' | 'after' };
  /** Limits of a quantity; a duration's limits are kept apart from those of an amount. */
  bound: { bounds: readonly Bound[]; money: boolean; percent?: boolean; age?: boolean };
  lapse: { op: CompareOp; n: number; unit: TimeUnit };
  /**
   * A span of days, both ends included; null = open. `ahead`: the span of what is still to come; `point`: it
   * was said to begin with that very day; `closing`: with its close of business, so that what happens
   * begins on the next.
   */
  period: {
    from: string | null;
    to: string | null;
    ahead?: Span;
    point?: boolean;
    closing?: boolean;
  };
  /** The day as of which something is asked; `stated`: the words say that all of it is. */
  asOf: { on: string; stated: boolean };
  /** What a figure is compared with. */
  versus: { from: string | null; to: string };
  /** The span of everything that is asked over a span. */
  over: { from: string | null; to: string };
  /** Each month or quarter; `every`: in each of them without exception, which only a figure can be. */
  step: { unit: Series['unit']; every: boolean };
  series: Series & { every: boolean };
  /** A balance that fell (-1) or rose (1). */
  trend: { sign: -1 | 1; relative: boolean; field: FieldKey | null };
  /** A change of tier, to be joined with where from, where to and when. */
  move: {
    is: boolean;
    direction: Move;
    from: readonly string[] | null;
    to: readonly string[] | null;
  };
  /** Above (1) or below (-1) where it was: "lower now". */
  relative: { sign: -1 | 1 };
  /** Above (1), below (-1) nothing. */
  signed: { sign: -1 | 1 };
  /** What the asker put in quotation marks. */
  quoted: { text: string };
  dateEdge: { edge: 'before' | 'after' | 'since'; side: 'before' | 'after' };
  /** `alone`: needs no field beside it ("biggest clients" are the biggest by AUM). */
  rank: { direction: Direction; n: number | null; alone: boolean };
  direction: { direction: Direction };
  sort: { field: FieldKey; direction: Direction | null; n: number | null };
  /** Those of a tier who are to move up, nearest first. */
  climb: { tier: string };
  group: { fields: readonly FieldKey[] };
  measure: { of: Measure['of']; field: FieldKey };
  /** The conditions of the clients of whom a share is asked. */
  base: { conditions: readonly Condition[] };
  shown: { fields: readonly FieldKey[] };
  condition: { conditions: readonly Condition[] };
  identifier: { text: string };
  reference: { by: 'id' | 'name'; text: string };
  vague: { vague: VagueWord };
  refuse: { reason: RefusedWord };
};

/** Offsets in the normalised text, [start, end). */
type Place = { start: number; end: number };
export type ItemType = Marker | keyof Meanings;
export type Item = (
  | { [M in Marker]: { type: M } }[Marker]
  | { [K in keyof Meanings]: { type: K } & Meanings[K] }[keyof Meanings]
) &
  Place;
export type ItemOf<T extends ItemType> = Extract<Item, { type: T }>;

/** What a word of the lexicon means, before it has a place in a question. */
type Unplaced<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
export type Meaning = Unplaced<Item>;
