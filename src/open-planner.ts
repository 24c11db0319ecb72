import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { addModelSpend } from './db/model-spend.ts';
import type { Planned, Planner, PlannerFailure } from './query/planner.ts';

type Parts = {
  config: Pick<Config, 'model'>;
  database: Pick<Database, 'service'>;
  now: () => Temporal.Instant;
  /** Told of every outcome, never of a word of the question. */
  onOutcome?: (outcome: Planned['kind'] | PlannerFailure) => void;
};

/** The planner of the configured model; null = none is configured, and nothing of it is even loaded. */
export const openPlanner = async ({
  config,
  database,
  now,
  onOutcome,
}: Parts): Promise<Planner | null> => {
  if (!config.model) return null;
  const { createPlanner } = await import('./llm/plan-question.ts');
  const spend = {
    add: (actorKey: string, on: string, spent: { calls: number; tokens: number }) =>
      addModelSpend(database, actorKey, on, spent),
  };
  return createPlanner(config.model, { now, spend, ...(onOutcome ? { onOutcome } : {}) });
};
