/** Counts from which tier to which the clients of a question about moves went. */
import { sql } from 'drizzle-orm';
import { conditions, joined, type PlanRun } from './run-plan.ts';
import { lastMove } from './run-plan-where.ts';

/** Of several moves of one client the last counts; null = the question is not about moves. */
export const runMoves = async (
  run: PlanRun,
): Promise<{ from: string; to: string; count: number }[] | null> => {
  const asked = run.plan.where.find((condition) => condition.op === 'moved' && condition.is);
  if (asked?.op !== 'moved') return null;
  const move = lastMove(asked);
  const found = await joined(run, { move, n: sql<number>`count(*)::int` })
    .where(conditions(run, run.plan.where))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return found.map(({ move: steps, n }) => {
    const [from = '', to = ''] = String(steps).split('>');
    return { from, to, count: Number(n) };
  });
};
