/** Decides when activity states are a span of idle days: that is a number that people want to change. */
import { ACTIVITY_STATES } from '../../domain/client.ts';
import type { Condition } from '../../query/query-plan.ts';

/** The policy's edges between active, quiet, dormant and long inactive. */
export type IdleEdges = { activeMaxDays: number; quietMaxDays: number; dormantMaxDays: number };

/** Both ends included; `to` null = open. */
export type IdleSpan = { from: number; to: number | null };

/** The idle days that neighbouring activity states stand for; null = they are no single span. */
export const idleSpan = (codes: readonly string[], edges: IdleEdges): IdleSpan | null => {
  const { activeMaxDays, quietMaxDays, dormantMaxDays } = edges;
  const spans: IdleSpan[] = [
    { from: 0, to: activeMaxDays },
    { from: activeMaxDays + 1, to: quietMaxDays },
    { from: quietMaxDays + 1, to: dormantMaxDays },
    { from: dormantMaxDays + 1, to: null },
  ];
  const ranks = codes
    .map((code) => ACTIVITY_STATES.indexOf(code as (typeof ACTIVITY_STATES)[number]))
    .sort((a, b) => a - b);
  const [first, last] = [ranks[0], ranks.at(-1)];
  if (first === undefined || last === undefined || first < 0 || !spans[last]) return null;
  if (ranks.length !== last - first + 1) return null;
  return { from: spans[first]?.from ?? 0, to: spans[last].to };
};

/** The condition as a span of idle days, where it means one; `edges` null = the policy is not at hand. */
export const idleOf = (condition: Condition, edges: IdleEdges | null): IdleSpan | null =>
  condition.op === 'in' &&
  condition.field === 'activity' &&
  condition.is &&
  !condition.asOf &&
  edges
    ? idleSpan(condition.codes, edges)
    : null;
