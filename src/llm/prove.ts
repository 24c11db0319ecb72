/** Whether a plan is the question's, word for word; only then may it run without being asked about. */
import type { QueryPlan } from '../query/query-plan.ts';
import { isCovered } from './covered.ts';
import { isGrounded } from './grounded.ts';
import { plainOf } from './plain-plan.ts';
import type { Redacted } from './redact.ts';

/** False also where it cannot be told: a word that may mean anything, a plan with parts that are not judged. */
export const isProven = (plan: QueryPlan, { items, literals, strange }: Redacted): boolean => {
  const plain = strange ? null : plainOf(plan);
  return plain !== null && isCovered(plain, items, literals) && isGrounded(plain, items, literals);
};
