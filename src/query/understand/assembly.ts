/** What becomes of the parts of a question: a plan, what was left over, or a sum that may be a column. */
import type { FieldKey } from '../field-keys.ts';
import { CONDITIONS_MAX, type QueryPlan, queryPlanSchema } from '../query-plan.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';

/** `left` names what could not be used; `totalOrEach`: a sum or a column, the words allow both. */
export type Assembly =
  | { status: 'plan'; plan: QueryPlan }
  | { status: 'left'; left: Item[] }
  | { status: 'totalOrEach'; field: FieldKey; plan: QueryPlan };

export const left = (...items: Item[]): Assembly => ({ status: 'left', left: items });

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

export const checked = (plan: QueryPlan, items: readonly Item[]): Assembly => {
  if (plan.where.length > CONDITIONS_MAX || !queryPlanSchema.safeParse(plan).success)
    return left(...items.filter(({ type }) => type !== 'noise'));
  return { status: 'plan', plan };
};

/** What orders, limits, groups or sums. */
export const itemsOf = (parts: Parts): Item[] => [
  ...parts.groups,
  ...parts.measures,
  ...parts.sorts,
  ...parts.ranks,
  ...parts.directions,
  ...parts.headcounts,
  ...parts.climbs,
];
