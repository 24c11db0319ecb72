/** Puts what a follow-up says into the last plan; null where the two have no sense together. */
import { inOrder } from '../condition-order.ts';
import type { FieldKey } from '../field-keys.ts';
import {
  CONDITIONS_MAX,
  type Condition,
  fieldsIn,
  GROUPS_MAX,
  type QueryPlan,
  queryPlanSchema,
} from '../query-plan.ts';

import type { PatchOp } from './cues.ts';

const TURNED = { gte: 'lt', gt: 'lte', lte: 'gt', lt: 'gte' } as const;

/** The opposite of a condition; null = there is no plain one. */
const opposite = (condition: Condition): Condition | null => {
  if ('is' in condition) return { ...condition, is: !condition.is };
  if (condition.op === 'any' || condition.op === 'eq') return null;
  return { ...condition, op: TURNED[condition.op] };
};

/** Facts that say the same thing in several ways: a new word for one takes the place of the others. */
const FAMILIES: readonly (readonly FieldKey[])[] = [
  ['activity', 'idleDays', 'lastTransactionOn'],
  ['lastContactOn', 'contactGapDays'],
  ['churnBand', 'churnScore'],
];

const familyOf = (key: FieldKey): readonly FieldKey[] =>
  FAMILIES.find((family) => family.includes(key)) ?? [key];

const without = (where: readonly Condition[], keys: readonly FieldKey[]): Condition[] => {
  const gone = keys.flatMap(familyOf);
  return where.filter((condition) => !fieldsIn([condition]).some((key) => gone.includes(key)));
};

const excluded = (plan: QueryPlan, said: readonly Condition[]): Condition[] | null => {
  const turned = said.map(opposite);
  const [first] = turned;
  if (!first || turned.some((one) => one === null)) return null;
  if (turned.length === 1) return [...plan.where, first];
  const of = turned.flatMap((one) => (one && one.op !== 'any' ? [one] : []));
  return of.length === turned.length ? [...plan.where, { op: 'any', of }] : null;
};

/** "Include premier" widens what was said of the tier. */
const widened = (plan: QueryPlan, said: readonly Condition[]): Condition[] | null => {
  const where = [...plan.where];
  for (const condition of said) {
    if (condition.op !== 'in' || !condition.is) return null;
    const at = where.findIndex((one) => one.op === 'in' && one.field === condition.field && one.is);
    const known = where[at];
    if (known?.op !== 'in') return null;
    where[at] = { ...known, codes: [...new Set([...known.codes, ...condition.codes])] };
  }
  return where;
};

const conditionsOf = (op: PatchOp, plan: QueryPlan, said: QueryPlan): Condition[] | null => {
  if (said.where.length === 0) return plan.where;
  switch (op) {
    case 'add':
      return [...plan.where, ...said.where];
    case 'replace':
      return [...without(plan.where, fieldsIn(said.where)), ...said.where];
    case 'exclude':
      return excluded(plan, said.where);
    case 'include':
      return widened(plan, said.where);
    case 'forget':
      return without(plan.where, fieldsIn(said.where));
  }
};

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

type Shape = Omit<QueryPlan, 'where' | 'client'>;

const AS_LIST: Pick<QueryPlan, 'kind' | 'groupBy' | 'measures'> = {
  kind: 'list',
  groupBy: [],
  measures: [],
};

const listShape = (plan: QueryPlan, said: QueryPlan): Shape | null => {
  const says = said.sort !== null || said.limit !== null || said.show.length > 0;
  if (!says) return plan;
  if (plan.kind === 'groups') return null;
  return {
    ...plan,
    ...AS_LIST,
    show: unique([...plan.show, ...said.show]),
    sort: said.sort ?? plan.sort,
    limit: said.limit ?? plan.limit,
  };
};

const UNORDERED: Pick<QueryPlan, 'show' | 'sort' | 'limit'> = { show: [], sort: null, limit: null };

const groupShape = (op: PatchOp, plan: QueryPlan, said: QueryPlan): Shape => {
  const both = plan.kind === 'groups' && (op === 'include' || op === 'add');
  return {
    ...plan,
    ...UNORDERED,
    kind: said.kind === 'share' || plan.kind === 'share' ? 'share' : 'groups',
    groupBy: unique([...(both ? plan.groupBy : []), ...said.groupBy]).slice(0, GROUPS_MAX),
    measures: said.measures.length > 0 ? said.measures : plan.measures,
  };
};

/** What kind of answer is wanted now. "By branch" after "by tier" takes its place; "and by branch" is a second. */
const shapeOf = (op: PatchOp, plan: QueryPlan, said: QueryPlan): Shape | null => {
  switch (said.kind) {
    case 'list':
      return listShape(plan, said);
    case 'groups':
      return groupShape(op, plan, said);
    case 'count':
      return { ...plan, ...UNORDERED, kind: 'count', groupBy: [], measures: [] };
    case 'aggregate':
      if (plan.kind === 'groups')
        return { ...plan, measures: unique([...plan.measures, ...said.measures]) };
      return { ...plan, ...UNORDERED, kind: 'aggregate', groupBy: [], measures: said.measures };
    default:
      return null;
  }
};

const whenOf = (plan: QueryPlan, said: QueryPlan): Partial<QueryPlan> => {
  const { asOf = plan.asOf, period = plan.period, versus = plan.versus } = said;
  return { ...(asOf && { asOf }), ...(period && { period }), ...(versus && { versus }) };
};

const checked = (plan: QueryPlan): QueryPlan | null =>
  plan.where.length <= CONDITIONS_MAX && queryPlanSchema.safeParse(plan).success ? plan : null;

/** `said` is the plan of the follow-up's own words; what it does not speak of stays. */
export const patched = (op: PatchOp, plan: QueryPlan, said: QueryPlan): QueryPlan | null => {
  const where = conditionsOf(op, plan, said);
  const shape = shapeOf(op, plan, said);
  if (!where || !shape) return null;
  return checked({ ...shape, ...whenOf(plan, said), where: inOrder(where), client: null });
};

/** Without what was said of these facts: their conditions, their columns, the order by them. */
export const forgetting = (plan: QueryPlan, keys: readonly FieldKey[]): QueryPlan => ({
  ...plan,
  where: without(plan.where, keys),
  show: plan.show.filter((key) => !keys.includes(key)),
  sort: plan.sort && keys.includes(plan.sort.field) ? null : plan.sort,
});

/** Those whom the last plan found, each by name. */
export const asList = (plan: QueryPlan): QueryPlan => ({ ...plan, ...AS_LIST });

export const asCount = (plan: QueryPlan): QueryPlan => ({
  ...plan,
  ...UNORDERED,
  kind: 'count',
  groupBy: [],
  measures: [],
});

export const asShare = (plan: QueryPlan): QueryPlan => ({ ...asCount(plan), kind: 'share' });
