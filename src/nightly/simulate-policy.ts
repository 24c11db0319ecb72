import { findCompleteDate } from '../db/business-date.ts';
import type { Database, Transaction } from '../db/database.ts';
import { loadNight } from '../db/metrics/load-night.ts';
import type { ClientRange } from '../db/metrics/night.ts';
import { readClients } from '../db/metrics/read-clients.ts';
import { listClientRanges, planForRanges } from '../db/metrics/read-metrics.ts';
import { fail, ok, ProblemError, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { nightlyText } from '../text/nightly.ts';
import { policyText } from '../text/policy.ts';
import { assessClient } from '../tiering/assess-client.ts';
import { freshFeeds } from '../tiering/fresh-feeds.ts';
import type { Policy } from '../tiering/policy.ts';
import { missingRate } from './missing-rate.ts';
import { findNewestNight } from './newest-night.ts';
import { findPolicyInForce, findReportingCurrency } from './policy-in-force.ts';
import {
  count,
  newTally,
  type Outlook,
  outlookOf,
  type PolicyMove,
  type SimulationTables,
  tablesOf,
} from './policy-moves.ts';

export type Simulation = SimulationTables & {
  businessDate: Temporal.PlainDate;
  /** Versions of the two policies. */
  from: string;
  to: string;
  assessed: number;
};

export type SimulationSettings = {
  database: Pick<Database, 'service'>;
  progress?: (assessed: number) => void;
  rangeSize?: number;
};

const RANGE_SIZE = 20_000;

/** What a policy makes of each client of a range; nothing is written. */
const assessRangeBy = async (
  tx: Transaction,
  range: ClientRange,
  { policy, on }: { policy: Policy; on: Temporal.PlainDate },
): Promise<Map<string, Outlook>> => {
  const { night, feeds } = await loadNight(tx, on, policy);
  const fresh = freshFeeds(feeds, policy, on);
  const outlooks = new Map<string, Outlook>();
  let withoutRate: string | null = null;
  for await (const metrics of readClients(tx, night, fresh, range)) {
    const { facts, previous, rateMissing } = metrics;
    if (rateMissing) withoutRate ??= facts.clientId;
    else outlooks.set(facts.clientId, outlookOf(assessClient(facts, policy, on, previous)));
  }
  if (withoutRate !== null) throw new ProblemError(await missingRate(tx, night, withoutRate));
  return outlooks;
};

const refuseOtherCurrency = async (tx: Transaction, policies: Policy[]): Promise<void> => {
  const reporting = await findReportingCurrency(tx);
  const other = policies.find(({ currency }) => currency !== reporting);
  if (!other) return;
  throw new ProblemError(
    problem('policy_currency', policyText, (t) =>
      t.otherCurrency(other.version, other.currency, reporting),
    ),
  );
};

type Mover = Omit<PolicyMove, 'managerId' | 'managerName'>;

const withManagers = async (
  tx: Transaction,
  movers: Mover[],
  on: Temporal.PlainDate,
): Promise<PolicyMove[]> => {
  const rows = await tx<{ client_id: string; manager_id: string; name: string }[]>`
    select o.client_id, m.manager_id, m.name from coverage o join managers m using (manager_id)
     where o.superseded_at is null and o.valid_from <= ${on.toString()}::text::date
       and (o.valid_to is null or o.valid_to > ${on.toString()}::text::date)
       and o.client_id = any(${movers.map(({ clientId }) => clientId)})`;
  const managers = new Map(rows.map((row) => [row.client_id, row]));
  return movers.map((mover) => {
    const manager = managers.get(mover.clientId);
    return { ...mover, managerId: manager?.manager_id ?? null, managerName: manager?.name ?? null };
  });
};

const compareAll = async (
  tx: Transaction,
  { from, to, on }: { from: Policy; to: Policy; on: Temporal.PlainDate },
  settings: SimulationSettings,
): Promise<Simulation> => {
  await refuseOtherCurrency(tx, [from, to]);
  await planForRanges(tx);
  const movers: Mover[] = [];
  const tally = newTally();
  let assessed = 0;
  for (const range of await listClientRanges(tx, settings.rangeSize ?? RANGE_SIZE)) {
    const old = await assessRangeBy(tx, range, { policy: from, on });
    const now = await assessRangeBy(tx, range, { policy: to, on });
    for (const [clientId, to] of now) {
      const from = old.get(clientId);
      if (!from) continue;
      assessed += 1;
      count(tally, from, to);
      const moves = from.computedTier !== to.computedTier || from.inForceTier !== to.inForceTier;
      if (moves) movers.push({ clientId, from, to });
    }
    settings.progress?.(assessed);
  }
  const moves = await withManagers(tx, movers, on);
  const tables = tablesOf(moves, tally);
  return { businessDate: on, from: from.version, to: to.version, assessed, ...tables };
};

const basePolicy = async (tx: Transaction, on: Temporal.PlainDate): Promise<Policy> => {
  const found = await findPolicyInForce(tx, on);
  if (found.ok) return found.value.policy;
  throw new ProblemError(found.problem);
};

/**
 * What would become of each client on the newest night's date if `to` were in force instead of `from` (null = the policy in
 * force): the
 * same metrics and the same assessClient as a night, in a transaction that can write nothing. Problems:
 * nothing loaded, a policy in another currency, a missing exchange rate.
 */
export const simulatePolicy = async (
  settings: SimulationSettings,
  { from, to }: { from: Policy | null; to: Policy },
): Promise<Result<Simulation>> => {
  const { sql } = settings.database.service;
  const on = (await findNewestNight(sql)) ?? (await findCompleteDate(sql));
  if (!on) return fail(problem('nothing_loaded', nightlyText, (t) => t.nothingLoaded()));
  try {
    const simulation = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const base = from ?? (await basePolicy(tx, on));
      return compareAll(tx, { from: base, to, on }, settings);
    });
    return ok(simulation);
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
