import type { Actor } from '../../domain/actor.ts';
import { freshFeeds } from '../../tiering/fresh-feeds.ts';
import type { Policy } from '../../tiering/policy.ts';
import type { Stretch } from '../../tiering/what-if.ts';
import type { Database, Transaction } from '../database.ts';
import { partsSql, ratesSql } from './balance-sql.ts';
import { textLiteral } from './literal.ts';
import { loadNight } from './load-night.ts';
import type { ClientRange, Night } from './night.ts';
import type { ClientMetrics } from './parse-row.ts';
import { readClients } from './read-clients.ts';
import { planForRanges } from './read-metrics.ts';
import { productsSql, seenSql } from './relation-sql.ts';

export type ClientOnDate = ClientMetrics & { stretches: Stretch[] };

const loadStretches = async (
  tx: Transaction,
  night: Night,
  { first }: ClientRange,
): Promise<Stretch[]> => {
  const inRange = `client_id = ${textLiteral(first)}`;
  const rows = await tx.unsafe<
    { from_on: string; to_on: string; minor: string | null; deposit: boolean }[]
  >(`with ${[
    ratesSql(night),
    seenSql(night, inRange),
    productsSql(night, inRange),
    partsSql(night, inRange),
  ].join(',')}
    select greatest(from_on, first_on)::text as from_on, to_on::text as to_on, minor::text as minor, deposit
      from parts where asset and to_on > first_on order by from_on, to_on`);
  return rows.map((row) => ({
    fromOn: Temporal.PlainDate.from(row.from_on),
    toOn: Temporal.PlainDate.from(row.to_on),
    minor: BigInt(row.minor ?? 0),
    deposit: row.deposit,
  }));
};

/**
 * One client as the night of D finds it, with the balances behind its averages, read inside the actor's
 * scope; null = not in scope, or not known on D.
 */
export const loadClientOnDate = (
  { reader }: Pick<Database, 'reader'>,
  actor: Pick<Actor, 'managerId'>,
  { clientId, on, policy }: { clientId: string; on: Temporal.PlainDate; policy: Policy },
): Promise<ClientOnDate | null> =>
  reader.sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select enter_scope(${actor.managerId}, ${on.toString()}::text::date)`;
    await planForRanges(tx);
    const { night, feeds } = await loadNight(tx, on, policy);
    const range = { first: clientId, last: clientId };
    const found: ClientMetrics[] = [];
    const fresh = freshFeeds(feeds, policy, on);
    for await (const metrics of readClients(tx, night, fresh, range)) found.push(metrics);
    const [metrics] = found;
    if (metrics === undefined) return null;
    return { ...metrics, stretches: await loadStretches(tx, night, range) };
  });
