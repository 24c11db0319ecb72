import type { QueryPlan } from '../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';
import { type UnderstandContext, understand } from '../../src/query/understand.ts';

export const CONTEXT: UnderstandContext = {
  businessDate: Temporal.PlainDate.from('2019-09-30'),
  currency: 'CNY',
  reach: 'own',
  seesWholeBank: false,
};

/** The plan of a question, or what became of it instead. */
export const planOf = (question: string, context = CONTEXT): unknown => {
  const understanding = understand(question, context);
  return understanding.status === 'plan' ? understanding.plan : understanding;
};

export const planWith = (plan: Partial<QueryPlan>): QueryPlan => ({ ...EMPTY_PLAN, ...plan });

export const statusOf = (question: string): string => understand(question, CONTEXT).status;
