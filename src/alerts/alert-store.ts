import { and, count, gte, isNull, lt, min, sql } from 'drizzle-orm';
import { alerts } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { AlertKind } from '../domain/alert-kind.ts';
import { type BusinessDate, daysBetween } from '../domain/business-date.ts';
import type { AlertDetails, OpenAlert, Priority } from './alert.ts';
import { GUARD_MEAN_DAYS } from './alert-policy.ts';
import type { AlertHistory } from './feed-guard.ts';
import type { AlertWrite } from './reconcile.ts';

const ROWS_PER_INSERT = 1_000;

/** Open alerts by client and kind. */
export type OpenAlerts = Map<string, Map<AlertKind, OpenAlert>>;

export const readOpenAlerts = async (transaction: ScopedTransaction): Promise<OpenAlerts> => {
  const rows = await transaction.select().from(alerts).where(isNull(alerts.resolvedOn));
  const byClient: OpenAlerts = new Map();
  for (const row of rows) {
    const ofClient = byClient.get(row.clientId) ?? new Map<AlertKind, OpenAlert>();
    const details = row.details as AlertDetails;
    ofClient.set(details.fact.kind, { ...row, details, priority: row.priority as Priority });
    byClient.set(row.clientId, ofClient);
  }
  return byClient;
};

/**
 * How many alerts of each kind opened in the days before `on`, the very first night apart, whose alerts
 * had been true for long; null = none was ever opened before. `before` is the night that was alerted last.
 */
export const readAlertHistory = async (
  transaction: ScopedTransaction,
  on: BusinessDate,
  before: BusinessDate,
): Promise<AlertHistory | null> => {
  const [oldest] = await transaction
    .select({ first: sql<string | null>`${min(alerts.openedOn)}::text` })
    .from(alerts)
    .where(lt(alerts.openedOn, on));
  if (!oldest?.first) return null;
  const afterFirst = Temporal.PlainDate.from(oldest.first).add({ days: 1 });
  const earliest = on.subtract({ days: GUARD_MEAN_DAYS });
  const from = Temporal.PlainDate.compare(afterFirst, earliest) > 0 ? afterFirst : earliest;
  const rows = await transaction
    .select({ kind: alerts.kind, opened: count() })
    .from(alerts)
    .where(and(gte(alerts.openedOn, from), lt(alerts.openedOn, on)))
    .groupBy(alerts.kind);
  return {
    days: daysBetween(from, on),
    daysSinceLast: daysBetween(before, on),
    opened: new Map(rows.map((row) => [row.kind as AlertKind, Number(row.opened)])),
  };
};

const rowOf = ({ reported: _, ...write }: AlertWrite): typeof alerts.$inferInsert => ({
  ...write,
  kind: write.details.fact.kind,
});

export const writeAlerts = async (
  transaction: ScopedTransaction,
  writes: readonly AlertWrite[],
): Promise<void> => {
  for (let start = 0; start < writes.length; start += ROWS_PER_INSERT) {
    const rows = writes.slice(start, start + ROWS_PER_INSERT).map(rowOf);
    await transaction
      .insert(alerts)
      .values(rows)
      .onConflictDoUpdate({
        target: [alerts.clientId, alerts.alertId],
        set: {
          resolvedOn: sql`excluded.resolved_on`,
          priority: sql`excluded.priority`,
          points: sql`excluded.points`,
          lastReportedOn: sql`excluded.last_reported_on`,
          clearSince: sql`excluded.clear_since`,
          heldSince: sql`excluded.held_since`,
          details: sql`excluded.details`,
        },
      });
  }
};
