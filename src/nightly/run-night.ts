import { findCompleteDate } from '../db/business-date.ts';
import type { Database, Transaction } from '../db/database.ts';
import { loadNight } from '../db/metrics/load-night.ts';
import { listClientRanges, planForRanges } from '../db/metrics/read-metrics.ts';
import { compareDates, monthEndsBetween } from '../domain/business-date.ts';
import { fail, ok, ProblemError, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { nightlyText } from '../text/nightly.ts';
import { freshFeeds } from '../tiering/fresh-feeds.ts';
import { assessRange, type NightContext } from './assess-range.ts';
import { policyInForce } from './policy-in-force.ts';
import { createStaging, writeRange } from './write-range.ts';

export type NightSettings = {
  database: Pick<Database, 'service'>;
  now: () => Temporal.Instant;
  /** Told after each range: how far the night of `on` is. */
  progress?: (step: { on: Temporal.PlainDate; assessed: number; changed: number }) => void;
  /** Clients read, assessed and written at a time: what memory is bounded by. */
  rangeSize?: number;
};

export type NightOptions = {
  /** null = the newest date through which the data are complete. */
  businessDate?: Temporal.PlainDate | null;
  /** Also run each month-end from here on, oldest first. null = those missed since the newest night. */
  from?: Temporal.PlainDate | null;
};

export type NightOutcome = {
  businessDate: Temporal.PlainDate;
  policyVersion: string;
  /** Clients assessed on the business date. */
  assessed: number;
  /** Decisions appended, those of earlier month-ends of this run included. */
  changed: number;
  seconds: { assess: number; write: number; total: number };
};

const RANGE_SIZE = 20_000;

const findNewestNight = async (
  sql: Database['service']['sql'] | Transaction,
): Promise<Temporal.PlainDate | null> => {
  const [row] = await sql<{ newest: string | null }[]>`
    select max(business_date)::text as newest from nightly_runs`;
  return row?.newest ? Temporal.PlainDate.from(row.newest) : null;
};

const refuseOlder = (on: Temporal.PlainDate, newest: Temporal.PlainDate | null): void => {
  if (!newest || compareDates(on, newest) >= 0) return;
  throw new ProblemError(
    problem('night_older', nightlyText, (t) => t.olderThanNewest(`${on}`, `${newest}`)),
  );
};

const assessAll = async (
  tx: Transaction,
  context: NightContext,
  settings: NightSettings,
): Promise<Omit<NightOutcome, 'businessDate' | 'policyVersion'>> => {
  const { on } = context.night;
  const startedAt = performance.now();
  const total = { assessed: 0, changed: 0, assess: 0, write: 0 };
  await createStaging(tx);
  await planForRanges(tx);
  for (const range of await listClientRanges(tx, settings.rangeSize ?? RANGE_SIZE)) {
    const readAt = performance.now();
    const rows = await assessRange(tx, range, context);
    const writeAt = performance.now();
    await writeRange(tx, rows);
    total.assess += writeAt - readAt;
    total.write += performance.now() - writeAt;
    total.assessed += rows.states.length;
    total.changed += rows.assessments.length;
    settings.progress?.({ on, assessed: total.assessed, changed: total.changed });
  }
  const seconds = (ms: number) => Math.round(ms) / 1000;
  const times = { assess: seconds(total.assess), write: seconds(total.write) };
  const whole = seconds(performance.now() - startedAt);
  const { assessed, changed } = total;
  return { assessed, changed, seconds: { ...times, total: whole } };
};

/**
 * One date, one transaction. The lock is taken before the snapshot: whoever waits for it then sees what
 * the other machine has written, and every range of the night reads the same facts.
 */
const runDate = (settings: NightSettings, on: Temporal.PlainDate): Promise<NightOutcome> =>
  settings.database.service.sql.begin('isolation level repeatable read', async (tx) => {
    await tx.unsafe('lock table client_state in share row exclusive mode');
    refuseOlder(on, await findNewestNight(tx));
    const recordedAt = settings.now();
    const stored = await policyInForce(tx, on, recordedAt);
    if (!stored.ok) throw new ProblemError(stored.problem);
    const { policy, hash } = stored.value;
    const { night, feeds } = await loadNight(tx, on, policy);
    const fresh = freshFeeds(feeds, policy, on);
    const context = { night, policyHash: hash, freshFeeds: fresh, recordedAt };
    const outcome = await assessAll(tx, context, settings);
    await tx`
      insert into nightly_runs (business_date, policy_version, finished_at, assessed, changed)
      values (${on.toString()}::text::date, ${policy.version}, ${settings.now().toString()}::text::timestamptz,
              ${outcome.assessed}, ${outcome.changed})`;
    return { businessDate: on, policyVersion: policy.version, ...outcome };
  });

/** The month-ends before `on` that are still to be decided, oldest first, then `on` itself. */
const datesOf = (
  on: Temporal.PlainDate,
  from: Temporal.PlainDate | null,
  newest: Temporal.PlainDate | null,
): Temporal.PlainDate[] => {
  const first = from ?? newest?.add({ days: 1 }) ?? on;
  const open = (date: Temporal.PlainDate) =>
    compareDates(date, on) < 0 && (!newest || compareDates(date, newest) >= 0);
  return [...monthEndsBetween(first, on).filter(open), on];
};

/**
 * Assesses every client on the business date and on the month-ends before it that no night has decided.
 * Safe to run twice (`changed` 0), to be killed anywhere (a date is one transaction) and on two machines
 * at once (they wait for each other). Problems: nothing loaded, a date older than the newest night, no
 * policy in the reporting currency, a missing exchange rate.
 */
export const runNight = async (
  settings: NightSettings,
  options: NightOptions = {},
): Promise<Result<NightOutcome>> => {
  const { sql } = settings.database.service;
  const on = options.businessDate ?? (await findCompleteDate(sql));
  if (!on) return fail(problem('nothing_loaded', nightlyText, (t) => t.nothingLoaded()));
  const from = options.from ?? null;
  if (from && compareDates(from, on) > 0)
    return fail(problem('from_after', nightlyText, (t) => t.fromAfter(`${from}`, `${on}`)));
  try {
    const newest = await findNewestNight(sql);
    let outcome: NightOutcome | null = null;
    let changed = 0;
    for (const date of datesOf(on, from, newest)) {
      outcome = await runDate(settings, date);
      changed += outcome.changed;
    }
    if (!outcome) throw new Error('a run has at least its own date');
    return ok({ ...outcome, changed });
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
