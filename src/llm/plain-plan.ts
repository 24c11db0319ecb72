/** The part of all plans that can be proved word by word against a question: conditions that all hold, as of today. */
import type { FieldKey } from '../query/field-keys.ts';
import type { QueryPlan, SimpleCondition } from '../query/query-plan.ts';
import type { Bound } from '../query/understand/items.ts';

const PLAIN_OPS = ['in', 'flag', 'within', 'between', 'gte', 'gt', 'lte', 'lt', 'eq'] as const;
export type PlainCondition = Extract<SimpleCondition, { op: (typeof PLAIN_OPS)[number] }>;

const PLAIN_PARTS = [
  'kind',
  'where',
  'groupBy',
  'measures',
  'show',
  'sort',
  'limit',
  'client',
] as const;
export type PlainPlan = Pick<QueryPlan, Exclude<(typeof PLAIN_PARTS)[number], 'where'>> & {
  where: PlainCondition[];
};

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

const isPlain = (condition: object & { op: string }): condition is PlainCondition =>
  PLAIN_OPS.some((op) => op === condition.op) && !('asOf' in condition) && !('period' in condition);

/** null = the plan says something that is not judged here. */
export const plainOf = ({ where, ...rest }: QueryPlan): PlainPlan | null => {
  const strange = Object.entries(rest).some(
    ([key, value]) => !PLAIN_PARTS.some((part) => part === key) && !isAbsent(value),
  );
  const plain = where.filter(isPlain);
  return strange || plain.length < where.length ? null : { ...rest, where: plain };
};

export const fieldsOf = ({ where, groupBy, measures, show, sort }: PlainPlan): Set<FieldKey> =>
  new Set([
    ...where.map(({ field }) => field),
    ...measures.map(({ field }) => field),
    ...(sort ? [sort.field] : []),
    ...groupBy,
    ...show,
  ]);

/** The limits that a condition sets; none for one that is about no amount. */
export const boundsOf = (condition: PlainCondition): Bound[] => {
  if (condition.op === 'between')
    return [
      { op: 'gte', value: condition.from },
      { op: 'lte', value: condition.to },
    ];
  return 'value' in condition ? [{ op: condition.op, value: condition.value }] : [];
};
