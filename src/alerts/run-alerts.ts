import { and, between, count, eq, lt, max, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { findBusinessDate } from '../db/find-business-date.ts';
import { clientState, deliveries, nightlyRuns, settings } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { type BusinessDate, compareDates } from '../domain/business-date.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { alertsText } from '../text/alerts.ts';
import { problem } from '../text/catalog.ts';
import type { Night } from './alert.ts';
import { FIRST_LOOK_BACK_DAYS, SCORE_RISE_DAYS, SCORE_RISE_SLACK_DAYS } from './alert-policy.ts';
import { detectAlerts } from './detect-alerts.ts';
import { queueDigests } from './queue-digests.ts';
import { reportHeld } from './report-held.ts';

export type AlertContext = {
  database: Database;
  now: () => Temporal.Instant;
  /** Wall time of the digest, HH:MM, where the manager is; `timeZone` where that is not known. */
  digestAt: string;
  timeZone: string;
};

/** `alerts`: reported tonight, opened or told again; 0 for a night that was done before. */
export type AlertsOutcome = {
  alerts: number;
  digestsQueued: number;
  seconds: { alerts: number; digests: number };
};

const DEFAULT_CURRENCY = 'CNY';
/** One run at a time. Any number that nothing else locks on. */
const ALERTS_LOCK = 7_204_119;

/** The night whose digests were made last, before `on`; month-ends caught up in between are not seen yet. */
const findLastAlerted = async (
  transaction: ScopedTransaction,
  on: BusinessDate,
): Promise<BusinessDate | null> => {
  const [last] = await transaction
    .select({ on: max(deliveries.businessDate) })
    .from(deliveries)
    .where(and(eq(deliveries.kind, 'digest'), lt(deliveries.businessDate, on)));
  return last?.on ?? null;
};

/** The night that counts as a week ago; null = none ran about then. */
const findWeekAgo = async (
  transaction: ScopedTransaction,
  on: BusinessDate,
): Promise<BusinessDate | null> => {
  const latest = on.subtract({ days: SCORE_RISE_DAYS });
  const earliest = latest.subtract({ days: SCORE_RISE_SLACK_DAYS });
  const [run] = await transaction
    .select({ on: max(nightlyRuns.businessDate) })
    .from(nightlyRuns)
    .where(between(nightlyRuns.businessDate, earliest, latest));
  return run?.on ?? null;
};

const loadNight = async (transaction: ScopedTransaction, on: BusinessDate): Promise<Night> => {
  const before = await findLastAlerted(transaction, on);
  const [currency] = await transaction
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'reporting_currency'));
  const [base] = await transaction.select({ clients: count() }).from(clientState);
  return {
    on,
    weekAgo: await findWeekAgo(transaction, on),
    before: before ?? on.subtract({ days: FIRST_LOOK_BACK_DAYS }),
    currency: currency?.value ?? DEFAULT_CURRENCY,
    base: Number(base?.clients ?? 0),
  };
};

/**
 * Detects the alerts of a night that is done and queues its digests, all in one transaction. A date before
 * the newest night is history: nobody is alerted of it. The Problem is that the night has not run.
 */
export const runAlerts = async (
  context: AlertContext,
  { businessDate }: { businessDate: BusinessDate },
): Promise<Result<AlertsOutcome>> => {
  const { orm } = context.database.service;
  const newest = await findBusinessDate(orm);
  if (!newest || compareDates(newest, businessDate) < 0)
    return fail(problem('night_missing', alertsText, (t) => t.nightMissing(`${businessDate}`)));
  if (compareDates(newest, businessDate) > 0)
    return ok({ alerts: 0, digestsQueued: 0, seconds: { alerts: 0, digests: 0 } });
  const startedAt = context.now();
  const secondsSince = (at: Temporal.Instant) => at.until(context.now()).total('seconds');
  return orm.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${ALERTS_LOCK})`);
    const night = await loadNight(transaction, businessDate);
    const { reported, held } = await detectAlerts(transaction, night);
    await reportHeld(transaction, held, night, startedAt);
    const detectedAt = context.now();
    const { digestAt, timeZone } = context;
    const digestsQueued = await queueDigests(transaction, businessDate, {
      queuedAt: startedAt,
      digestAt,
      timeZone,
      currency: night.currency,
    });
    const alerts = startedAt.until(detectedAt).total('seconds');
    return ok({
      alerts: reported,
      digestsQueued,
      seconds: { alerts, digests: secondsSince(detectedAt) },
    });
  });
};
