/** The plan that asks for everything in scope; every other plan is this one with something said. */
import type { QueryPlan } from '../query-plan.ts';

export const EMPTY_PLAN: QueryPlan = {
  kind: 'list',
  where: [],
  groupBy: [],
  measures: [],
  show: [],
  sort: null,
  limit: null,
  client: null,
};
