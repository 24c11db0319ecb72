import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { modelSpend } from './schema/index.ts';

export type Spent = { calls: number; tokens: number };

/** Adds to what a person used of the model on a day and answers the new totals, in one statement. */
export const addModelSpend = async (
  { service }: Pick<Database, 'service'>,
  actorKey: string,
  on: string,
  { calls, tokens }: Spent,
): Promise<Spent> => {
  const [row] = await service.orm
    .insert(modelSpend)
    .values({ actorId: actorKey, on: Temporal.PlainDate.from(on), calls, tokens })
    .onConflictDoUpdate({
      target: [modelSpend.actorId, modelSpend.on],
      set: {
        calls: sql`${modelSpend.calls} + excluded.calls`,
        tokens: sql`${modelSpend.tokens} + excluded.tokens`,
      },
    })
    .returning({ calls: modelSpend.calls, tokens: modelSpend.tokens });
  return row ?? { calls, tokens };
};
