/** Finds the clients whom a reference means, among all that the asker may see and nobody else. */
import { asc } from 'drizzle-orm';
import { type FieldRow, findReferenced, type PlanRun } from '../db/run-plan.ts';
import { anyVisible } from '../db/run-plan-scope.ts';
import { clients } from '../db/schema/index.ts';
import type { FieldKey } from '../query/field-keys.ts';
import { matchNames, type NamedClient } from '../query/names/match-names.ts';

/** Names compared by sound and by slip: the books of a large branch; in a whole bank the exact name counts. */
export const NAMES_COMPARED_MAX = 20_000;

/** `near`: nobody is called so, and these come closest. `total`: how many fit, of whom some are in `rows`. */
export type Found = { near: boolean; total: number; rows: FieldRow[] };

type Run = Omit<PlanRun, 'whose'>;

const loadNames = (run: Run): Promise<NamedClient[]> =>
  run.transaction
    .select({ clientId: clients.clientId, name: clients.name })
    .from(clients)
    .where(anyVisible(run.actor))
    .orderBy(asc(clients.clientId))
    .limit(NAMES_COMPARED_MAX);

const withId = (run: Run, clientId: string): Run => ({
  ...run,
  plan: { ...run.plan, client: { by: 'id', text: clientId } },
});

/**
 * The exact name or id first, then the name by sound, by surname and title, and one slip away. Another's client
 * and one that does not exist take the same steps, so that neither words nor time tell them apart.
 */
export const findClient = async (
  run: Run,
  keys: readonly FieldKey[],
  rowsMax: number,
): Promise<Found> => {
  const exact = await findReferenced(run, keys);
  const { client } = run.plan;
  if (exact.length > 0 || client?.by !== 'name')
    return { near: false, total: exact.length, rows: exact };
  const matched = matchNames(client.text, await loadNames(run));
  if (!matched) return { near: false, total: 0, rows: [] };
  const rows: FieldRow[] = [];
  for (const { clientId } of matched.found.slice(0, rowsMax))
    rows.push(...(await findReferenced(withId(run, clientId), keys)));
  return { near: matched.how === 'near', total: matched.found.length, rows };
};
