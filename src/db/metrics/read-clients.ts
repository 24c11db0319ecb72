import type { AgedFeed } from '../../tiering/policy-document.ts';
import type { Transaction } from '../database.ts';
import type { ClientRange, Night } from './night.ts';
import { type ClientMetrics, parseMetricsRow } from './parse-row.ts';
import { readMetricsLines } from './read-metrics.ts';
import { readScorecardRows, scorecardFacts } from './read-scorecard.ts';

/** Everything that a night needs of each client of a range, in the order of their ids. */
export async function* readClients(
  tx: Transaction,
  night: Night,
  freshFeeds: ReadonlySet<AgedFeed>,
  range: ClientRange,
): AsyncGenerator<ClientMetrics> {
  const { scorecard: at } = night;
  const rows = at && (await readScorecardRows(tx, night, at, range));
  for await (const line of readMetricsLines(tx, night, range)) {
    const metrics = parseMetricsRow(line, night, freshFeeds);
    const row = rows?.get(metrics.facts.clientId);
    if (!at || !row) yield metrics;
    else {
      const scorecard = scorecardFacts(row, metrics.facts, at, freshFeeds);
      yield { ...metrics, facts: { ...metrics.facts, scorecard } };
    }
  }
}
