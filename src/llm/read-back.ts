/** Whether a plan is one that the grammar could have made: said in our own words, it must be understood as itself. */
import { describe } from '../query/describe.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { type UnderstandContext, understand } from '../query/understand.ts';

/** The same for two plans that differ only in the order of their parts. */
const shapeOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(shapeOf).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value).map(([key, inner]) => `${key}:${shapeOf(inner)}`);
  return `{${parts.sort().join()}}`;
};

const say = (plan: QueryPlan, currency: string): string | null => {
  try {
    return describe(plan, 'en', currency);
  } catch {
    return null;
  }
};

/** The grammar's own plan for the reading of this one; null = it says something that cannot be asked. */
export const readBack = (plan: QueryPlan, context: UnderstandContext): QueryPlan | null => {
  const sentence = say(plan, context.currency);
  if (sentence === null) return null;
  const understanding = understand(sentence, context);
  if (understanding.status !== 'plan') return null;
  return shapeOf(understanding.plan) === shapeOf(plan) ? understanding.plan : null;
};
