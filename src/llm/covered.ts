/** Whether every word of the question is in the plan. What cannot be told counts as missing. */
import type { FieldKey } from '../query/field-keys.ts';
import type { Bound, Item, ItemOf, ItemType, Reading } from '../query/understand/items.ts';
import { namedFields, readingOf } from './code-reading.ts';
import type { Literal } from './literals.ts';
import { boundsOf, fieldsOf, type PlainCondition, type PlainPlan } from './plain-plan.ts';

/** Words that a plan has no counterpart for, because they ask for nothing. */
const GLUE: ReadonlySet<ItemType> = new Set<ItemType>([
  'noise',
  'pause',
  'clients',
  'counter',
  'points',
  'and',
  'has',
  'thisClient',
]);

/** All the codes of the word, and no other. */
export const isCodes = (condition: PlainCondition, { field, codes }: Reading): boolean =>
  condition.op === 'in' &&
  condition.field === field &&
  condition.codes.length === codes.length &&
  codes.every((code) => condition.codes.includes(code));

const holdsCode = (plan: PlainPlan, reading: Reading | null): boolean =>
  reading !== null && plan.where.some((condition) => isCodes(condition, reading));

const holdsBounds = (plan: PlainPlan, bounds: readonly Bound[]): boolean =>
  plan.where.some((condition) => {
    const own = boundsOf(condition);
    return bounds.every(({ op, value }) =>
      own.some((bound) => bound.op === op && bound.value === value),
    );
  });

const holdsNumber = (plan: PlainPlan, value: number): boolean =>
  plan.limit === value || plan.where.some((one) => boundsOf(one).some((b) => b.value === value));

type Spanning = Extract<Literal, { kind: 'period' | 'duration' }>;

export const isWithin = (condition: PlainCondition, literals: readonly Literal[]): boolean =>
  condition.op === 'within' &&
  literals.some(
    (one) =>
      (one.kind === 'period' || one.kind === 'duration') &&
      one.from === condition.from &&
      one.to === condition.to,
  );

const holdsPeriod = (plan: PlainPlan, literal: Spanning): boolean =>
  plan.where.some((condition) => isWithin(condition, [literal]));

const holdsDuration = (plan: PlainPlan, literal: Spanning): boolean =>
  holdsPeriod(plan, literal) ||
  (literal.kind === 'duration' &&
    literal.days !== null &&
    literal.op !== null &&
    holdsBounds(plan, [{ op: literal.op, value: literal.days }]));

const holdsRank = (plan: PlainPlan, { direction, n }: ItemOf<'rank'>): boolean =>
  plan.sort?.direction === direction && (n === null || plan.limit === n);

const measures = (plan: PlainPlan, of: 'sum' | 'average'): boolean =>
  plan.measures.some((measure) => measure.of === of);

/** One word of the question, literals aside. */
const holds = (plan: PlainPlan, item: Item, named: readonly FieldKey[]): boolean => {
  switch (item.type) {
    case 'field':
      return fieldsOf(plan).has(item.field);
    case 'flag':
    case 'event':
      return plan.where.some(({ field }) => field === item.field);
    case 'code':
      return holdsCode(plan, readingOf(item, named));
    case 'number':
    case 'money':
      return holdsNumber(plan, item.value);
    case 'headcount':
      return plan.limit === item.n;
    case 'bound':
      return holdsBounds(plan, item.bounds);
    case 'rank':
      return holdsRank(plan, item);
    case 'direction':
      return plan.sort?.direction === item.direction;
    case 'reference':
      return plan.client?.text === item.text;
    case 'howMany':
      return plan.kind === 'count' || plan.kind === 'groups';
    case 'each':
    case 'grouped':
      return plan.groupBy.length > 0;
    case 'by':
      return plan.groupBy.length > 0 || plan.sort !== null;
    case 'sortBy':
    case 'sorted':
      return plan.sort !== null;
    case 'sum':
    case 'howMuch':
      return measures(plan, 'sum');
    case 'average':
      return measures(plan, 'average');
    case 'their':
      return plan.show.length > 0;
    case 'why':
      return plan.kind === 'explain';
    case 'brief':
      return plan.kind === 'client';
    default:
      return GLUE.has(item.type);
  }
};

const TIMES: ReadonlySet<ItemType> = new Set<ItemType>(['period', 'duration', 'lapse']);

export const isCovered = (
  plan: PlainPlan,
  items: readonly Item[],
  literals: readonly Literal[],
): boolean =>
  items.every((item) => TIMES.has(item.type) || holds(plan, item, namedFields(items))) &&
  literals.every(
    (literal) =>
      (literal.kind !== 'period' && literal.kind !== 'duration') || holdsDuration(plan, literal),
  );
