/** Decides the day and the span over which a fact of a plan is shown, sorted and measured. */
import type { FieldKey } from '../query/field-keys.ts';
import { type QueryPlan, type SimpleCondition, type Span, simpleOf } from '../query/query-plan.ts';

export type ColumnTime = { asOf?: string; period?: Span };

const dayOf = (condition: SimpleCondition): string | undefined =>
  'asOf' in condition ? condition.asOf : undefined;

const spanOf = (condition: SimpleCondition): Span | undefined =>
  'period' in condition ? condition.period : undefined;

/** Asked for itself, not only as a condition: then the plan's own day and span are meant. */
const isNamed = ({ show, sort, groupBy, measures }: QueryPlan, key: FieldKey): boolean =>
  [...show, ...groupBy, sort?.field, ...measures.map(({ field }) => field)].includes(key);

/**
 * What a column takes from the conditions on its fact, so that a row shows what selected it; empty = the plan's
 * day and span. Of several spans it is the first. A condition of no day is about the plan's, and so is the column.
 */
export const columnTime = (plan: QueryPlan, key: FieldKey): ColumnTime => {
  const conditions = plan.where.flatMap(simpleOf).filter(({ field }) => field === key);
  const period = conditions.map(spanOf).find((span) => span !== undefined);
  if (isNamed(plan, key)) return period && !plan.period ? { period } : {};
  const days = conditions.map(dayOf);
  const asOf = days.includes(undefined) ? undefined : days[0];
  return { ...(asOf && { asOf }), ...(period && { period }) };
};
