/** Whether every part of the plan is in the question. What could be attached in two ways counts as not grounded. */
import { type FieldType, fieldOf } from '../query/catalog.ts';
import type { Item, ItemOf, ItemType, Reading } from '../query/understand/items.ts';
import { namedFields, readingOf } from './code-reading.ts';
import { isCodes, isWithin } from './covered.ts';
import type { Literal } from './literals.ts';
import { boundsOf, fieldsOf, type PlainCondition, type PlainPlan } from './plain-plan.ts';

type Question = { items: readonly Item[]; literals: readonly Literal[] };

const itemsOf = <T extends ItemType>({ items }: Question, type: T): ItemOf<T>[] =>
  items.filter((item): item is ItemOf<T> => item.type === type);

const has = ({ items }: Question, ...types: ItemType[]): boolean =>
  items.some(({ type }) => types.includes(type));

const readingsOf = ({ items }: Question): Reading[] => {
  const named = namedFields(items);
  return items.flatMap((item) => (item.type === 'code' ? (readingOf(item, named) ?? []) : []));
};

/** "Biggest clients" are the biggest by AUM. */
const isRankedAlone = (question: Question): boolean =>
  itemsOf(question, 'rank').some(({ alone }) => alone);

const isNamed = (question: Question, plan: PlainPlan): boolean => {
  const named = new Set(namedFields(question.items));
  const coded = new Set(readingsOf(question).map(({ field }) => field));
  const { where, ...rest } = plan;
  return (
    where.every(({ field, op }) => named.has(field) || (op === 'in' && coded.has(field))) &&
    [...fieldsOf({ ...rest, where: [], sort: null })].every((field) => named.has(field)) &&
    (rest.sort === null ||
      named.has(rest.sort.field) ||
      (rest.sort.field === 'aum' && isRankedAlone(question)))
  );
};

const isBounded = (question: Question, condition: PlainCondition): boolean => {
  const bounds = [
    ...itemsOf(question, 'bound').flatMap((item) => item.bounds),
    ...question.literals.flatMap((one) =>
      one.kind === 'duration' && one.op !== null && one.days !== null
        ? [{ op: one.op, value: one.days }]
        : [],
    ),
  ];
  return boundsOf(condition).every(({ op, value }) =>
    bounds.some((bound) => bound.op === op && bound.value === value),
  );
};

/** Whether "30 days" lie behind or ahead is the field's to say, so that a duration proves no span. */
const isPeriod = ({ kind }: Literal): boolean => kind === 'period';

const isSaid = (question: Question, condition: PlainCondition): boolean => {
  switch (condition.op) {
    case 'in':
      return condition.is && readingsOf(question).some((reading) => isCodes(condition, reading));
    case 'flag':
      return condition.is;
    case 'within':
      return (
        condition.is &&
        !fieldOf(condition.field).ahead &&
        isWithin(condition, question.literals.filter(isPeriod))
      );
    default:
      return isBounded(question, condition);
  }
};

const CLOSED: readonly FieldType[] = ['code', 'codes', 'flag'];

/**
 * False where two fields could change places (two amounts, a field to sort by and one to show), or where
 * "with deposits" could mean those who hold some.
 */
const isUnmistakable = (question: Question, plan: PlainPlan): boolean => {
  const { where, show } = plan;
  const open = [...fieldsOf(plan)].filter((field) => !CLOSED.includes(fieldOf(field).type));
  const told = fieldsOf({ ...plan, where: [] });
  return (
    where.filter((one) => boundsOf(one).length > 0 || one.op === 'within').length <= 1 &&
    open.length <= 1 &&
    told.size <= 1 &&
    !(has(question, 'has') && show.some((field) => fieldOf(field).heldLines.length > 0))
  );
};

const isOrdered = (question: Question, { sort, limit }: PlainPlan): boolean => {
  const ranks = itemsOf(question, 'rank');
  const directions = [...ranks, ...itemsOf(question, 'direction')].map((item) => item.direction);
  const numbers = [
    ...ranks.map(({ n }) => n),
    ...itemsOf(question, 'headcount').map(({ n }) => n),
    ...itemsOf(question, 'number').map(({ value }) => value),
  ];
  return (
    (sort === null || directions.includes(sort.direction)) &&
    (limit === null || numbers.includes(limit))
  );
};

const ASKING: ItemType[] = [
  'howMany',
  'why',
  'brief',
  'share',
  'sum',
  'average',
  'howMuch',
  'each',
];

const isAskedFor = (question: Question, { kind, measures }: PlainPlan): boolean => {
  const measured = measures.every(({ of }) =>
    of === 'average' ? has(question, 'average') : of === 'sum' && has(question, 'sum', 'howMuch'),
  );
  const words: Partial<Record<PlainPlan['kind'], () => boolean>> = {
    list: () => !has(question, ...ASKING, 'grouped'),
    count: () => has(question, 'howMany'),
    aggregate: () => measures.length > 0,
    groups: () => has(question, 'each', 'grouped', 'by'),
    client: () => has(question, 'reference'),
    explain: () => has(question, 'why'),
  };
  return measured && (words[kind]?.() ?? false);
};

export const isGrounded = (
  plan: PlainPlan,
  items: readonly Item[],
  literals: readonly Literal[],
): boolean => {
  const question = { items, literals };
  return (
    isNamed(question, plan) &&
    plan.where.every((condition) => isSaid(question, condition)) &&
    isUnmistakable(question, plan) &&
    isOrdered(question, plan) &&
    isAskedFor(question, plan)
  );
};
