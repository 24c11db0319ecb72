/** What `client_state` was on an earlier date: computed again from the facts and the history of decisions. */
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';
import { loadNight } from '../db/metrics/load-night.ts';
import { readClients } from '../db/metrics/read-clients.ts';
import { clientState } from '../db/schema/index.ts';
import { asActor, type ScopedTransaction } from '../db/scope.ts';
import type { Actor } from '../domain/actor.ts';
import { assessClient } from '../tiering/assess-client.ts';
import type { Assessment, ClientFacts } from '../tiering/facts.ts';
import { freshFeeds } from '../tiering/fresh-feeds.ts';
import type { Policy } from '../tiering/policy.ts';

type State = typeof clientState.$inferInsert;

const stateOf = (facts: ClientFacts, now: Assessment, on: Temporal.PlainDate): State => ({
  clientId: now.clientId,
  businessDate: on,
  policyVersion: now.policyVersion,
  aumMinor: facts.aumMinor,
  avg3SumMinor: facts.avg3.sumMinor,
  avg3Days: facts.avg3.days,
  depositsMinor: facts.depositsMinor,
  depositsSumMinor: facts.deposits3.sumMinor,
  investmentsMinor: facts.investmentsMinor,
  loansMinor: facts.loansMinor,
  productLines: [...facts.productLines],
  lastTransactionOn: facts.lastTransactionOn,
  idleDays: facts.idleDays,
  lastContactOn: facts.lastContactOn,
  contactGapDays: facts.contactGapDays,
  computedTier: now.computedTier,
  inForceTier: now.inForceTier,
  activity: now.activity,
  lifecycle: now.lifecycle,
  churnScore: now.churnScore,
  churnBand: now.churnBand,
  churnCoveragePct: now.churnCoveragePct,
  valueAtRiskMinor: now.valueAtRiskMinor,
  nextTierGapMinor: now.nextTierGapMinor,
  monthsBelow: now.monthsBelow,
  valueScore: now.valueScore,
  transactionDays: now.transactionDays,
  gridCell: now.gridCell,
  needTier: now.needTier,
  productGap: [...now.productGap],
  contactDueOn: now.contactDueOn,
  reasons: now.reasons,
});

type OnDay = { on: Temporal.PlainDate; policy: Policy };

/**
 * The same computation as the night's, by the policy of that date; nothing is written. A client without an
 * assessment by then was not known then.
 */
const computeStates = async (
  tx: Transaction,
  clientIds: readonly string[],
  { on, policy }: OnDay,
): Promise<State[]> => {
  const { night, feeds } = await loadNight(tx, on, policy);
  const fresh = freshFeeds(feeds, policy, on);
  const states: State[] = [];
  for (const clientId of clientIds)
    for await (const metrics of readClients(tx, night, fresh, {
      first: clientId,
      last: clientId,
    })) {
      const { facts, previous, stored, rateMissing } = metrics;
      if (stored && !rateMissing)
        states.push(stateOf(facts, assessClient(facts, policy, on, previous), on));
    }
  return states;
};

const seen = (
  database: Pick<Database, 'reader'>,
  actor: Actor,
  on: Temporal.PlainDate,
): Promise<string[]> =>
  asActor(database, actor, on, async (transaction) => {
    const rows = await transaction
      .select({ clientId: clientState.clientId })
      .from(clientState)
      .orderBy(clientState.clientId);
    return rows.map(({ clientId }) => clientId);
  });

const ROWS_AT_ONCE = 500;

const fill = async (transaction: ScopedTransaction, states: readonly State[]): Promise<void> => {
  for (let at = 0; at < states.length; at += ROWS_AT_ONCE)
    await transaction.insert(clientState).values(states.slice(at, at + ROWS_AT_ONCE));
};

/**
 * As `asActor`, with `client_state` as it was on an earlier date: a temporary table of that name, which the
 * session sees before the stored one, filled for what the actor may see and gone with the transaction. The
 * transaction becomes read-only before `work` begins.
 */
export const asActorOnDay = async <T>(
  database: Pick<Database, 'service' | 'reader'>,
  actor: Actor,
  day: OnDay,
  work: (transaction: ScopedTransaction) => Promise<T>,
): Promise<T> => {
  const clientIds = await seen(database, actor, day.on);
  const states = await database.service.sql.begin('isolation level repeatable read', (tx) =>
    computeStates(tx, clientIds, day),
  );
  return database.reader.orm.transaction(async (transaction) => {
    await transaction.execute(sql`
      create temporary table client_state (like public.client_state including defaults) on commit drop`);
    await fill(transaction, states);
    await transaction.execute(
      sql`select enter_scope(${actor.managerId}, ${day.on.toString()}::date)`,
    );
    await transaction.execute(sql`set transaction read only`);
    return work(transaction);
  });
};
