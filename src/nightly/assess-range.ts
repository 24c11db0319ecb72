import { sha256 } from '../db/canonical-json.ts';
import type { Transaction } from '../db/database.ts';
import type { ClientRange, Night } from '../db/metrics/night.ts';
import type { ClientMetrics } from '../db/metrics/parse-row.ts';
import { readClients } from '../db/metrics/read-clients.ts';
import { ProblemError } from '../domain/result.ts';
import { assessClient } from '../tiering/assess-client.ts';
import type { AgedFeed } from '../tiering/policy-document.ts';
import { copyLine } from './copy-text.ts';
import { assessmentRow, isSameDecision, revisionOn, stateRow } from './decision-rows.ts';
import { missingRate } from './missing-rate.ts';
import type { RangeRows } from './write-range.ts';

export type NightContext = {
  night: Night;
  policyHash: string;
  freshFeeds: ReadonlySet<AgedFeed>;
  recordedAt: Temporal.Instant;
  /** False for a date before the newest night: its decisions are revised, today's state is left alone. */
  isCurrent: boolean;
};

/** Amounts as decimal text, dates as ISO text, a set as a list: the same facts have the same text. */
const factText = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Set ? [...value] : value;
};

/** What the decision was made from: the same facts under the same policy have the same hash. */
const inputHash = ({ facts, previous }: ClientMetrics, { night, policyHash }: NightContext) => {
  const earlier = previous ? `${previous.validFrom}/${previous.revision}` : '-';
  return sha256([policyHash, night.on, earlier, JSON.stringify(facts, factText)].join('\n'));
};

const assessOne = (metrics: ClientMetrics, context: NightContext, rows: RangeRows): void => {
  const { night, recordedAt } = context;
  const { facts, previous, stored } = metrics;
  if (metrics.rateMissing) return;
  const now = assessClient(facts, night.policy, night.on, previous);
  rows.assessed += 1;
  if (context.isCurrent) rows.states.push(copyLine(stateRow(facts, now, night.on)));
  if (stored && isSameDecision(stored, now, night.on)) return;
  const revision = revisionOn(stored, night.on);
  const stamp = {
    on: night.on,
    revision,
    recordedAt,
    inputHash: inputHash(metrics, context),
  };
  rows.assessments.push(copyLine(assessmentRow(now, stamp)));
};

/** Reads the metrics of a range and assesses each client as it arrives. Throws the Problem of a missing rate. */
export const assessRange = async (
  tx: Transaction,
  range: ClientRange,
  context: NightContext,
): Promise<RangeRows> => {
  const rows: RangeRows = { assessed: 0, states: [], assessments: [] };
  let withoutRate: string | null = null;
  for await (const metrics of readClients(tx, context.night, context.freshFeeds, range)) {
    assessOne(metrics, context, rows);
    if (metrics.rateMissing) withoutRate ??= metrics.facts.clientId;
  }
  if (withoutRate !== null)
    throw new ProblemError(await missingRate(tx, context.night, withoutRate));
  return rows;
};
