/** Asks a planner about a small book. */

import { createPlanner } from '../../src/llm/plan-question.ts';
import type { ModelSettings } from '../../src/llm/settings.ts';
import type { SpendStore } from '../../src/llm/spend.ts';
import type { Planned, Planner, PlannerRequest } from '../../src/query/planner.ts';
import { CONTEXT } from '../query/context.ts';
import { createMemorySpend } from './memory-spend.ts';

/** Clients of the asker; their names, ids, phones and numbers must never leave. */
export const BOOK = ['Zhang Wei', '王丽丽', '苏州恒达贸易有限公司', 'Gold Key Ltd.', 'Li'];

/** What a database does: every name that occurs in the text, whatever its case. */
const findNames = async (text: string): Promise<string[]> =>
  BOOK.filter((name) => text.toLowerCase().includes(name.toLowerCase()));

export const settingsFor = (url: string, more: Partial<ModelSettings> = {}): ModelSettings => ({
  url,
  key: 'k',
  name: 'planner',
  timeoutMs: 2_000,
  callsPerDayMax: 1_000,
  tokensPerDayMax: 100_000_000,
  ...more,
});

export const requestOf = (
  question: string,
  more: Partial<PlannerRequest> = {},
): PlannerRequest => ({
  question,
  locale: 'en',
  context: CONTEXT,
  actorKey: 'RM001',
  findNames,
  ...more,
});

/** Time that only a test moves. */
export const clockAt = (text: string) => {
  let at = Temporal.Instant.from(text);
  return {
    now: () => at,
    add: (seconds: number) => {
      at = at.add({ seconds });
    },
  };
};

export const plannerAt = (
  url: string,
  more: Partial<ModelSettings> = {},
  parts: { spend?: SpendStore; now?: () => Temporal.Instant } = {},
): Planner => {
  const planner = createPlanner(settingsFor(url, more), {
    now: parts.now ?? clockAt('2026-11-21T08:00:00Z').now,
    spend: parts.spend ?? createMemorySpend(),
  });
  if (!planner) throw new Error('The planner is configured and must be there.');
  return planner;
};

export const askAt = (
  url: string,
  question: string,
  more: Partial<ModelSettings> = {},
): Promise<Planned> => plannerAt(url, more)(requestOf(question));
