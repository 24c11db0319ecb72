import { findCompleteDate } from '../db/business-date.ts';
import type { Database, Transaction } from '../db/database.ts';
import { loadNight } from '../db/metrics/load-night.ts';
import { listClientRanges, planForRanges } from '../db/metrics/read-metrics.ts';
import { compareDates, monthEndsBetween } from '../domain/business-date.ts';
import { fail, ok, ProblemError, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { nightlyText } from '../text/nightly.ts';
import { freshFeeds } from '../tiering/fresh-feeds.ts';
import type { NightContext } from './assess-range.ts';
import { assessRanges } from './assess-ranges.ts';
import { findRevisions, type Revisions } from './find-revisions.ts';
import { earlierOf, findLateFacts, noteAssessed } from './late-facts.ts';
import { findNewestNight } from './newest-night.ts';
import { policyInForce } from './policy-in-force.ts';
import { rankClients } from './rank-clients.ts';
import { createStaging, writeRange } from './write-range.ts';

export type NightSettings = {
  database: Pick<Database, 'service'>;
  now: () => Temporal.Instant;
  /** Told after each range: how far the night of `on` is. */
  progress?: (step: { on: Temporal.PlainDate; assessed: number; changed: number }) => void;
  /** Clients read, assessed and written at a time: what memory is bounded by. */
  rangeSize?: number;
  /** Connections that read and assess at the same time; absent = 1, the one that writes. */
  workers?: number;
};

export type NightOptions = {
  /** null = the newest date through which the data are complete. */
  businessDate?: Temporal.PlainDate | null;
  /**
   * Also run each month-end and night from here on, oldest first. null = the month-ends missed since the
   * newest night. What imports have changed since is always run again.
   */
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

/**
 * `revised`: decisions of dates assessed before that came out differently now; the first thousand of them.
 * `lateFrom`: the oldest decided day that imports since have changed; null = none.
 */
export type NightReport = NightOutcome & Revisions & { lateFrom: Temporal.PlainDate | null };

const RANGE_SIZE = 20_000;

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
  const ranges = await listClientRanges(tx, settings.rangeSize ?? RANGE_SIZE);
  const workers = { sql: settings.database.service.sql, count: settings.workers ?? 1 };
  let readAt = performance.now();
  for await (const rows of assessRanges(tx, ranges, context, workers)) {
    const writeAt = performance.now();
    await writeRange(tx, rows);
    total.assess += writeAt - readAt;
    readAt = performance.now();
    total.write += readAt - writeAt;
    total.assessed += rows.assessed;
    total.changed += rows.assessments.length;
    settings.progress?.({ on, assessed: total.assessed, changed: total.changed });
  }
  const rankedAt = performance.now();
  if (context.isCurrent) await rankClients(tx, context.night);
  total.write += performance.now() - rankedAt;
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
const runDate = (
  settings: NightSettings,
  on: Temporal.PlainDate,
  replay: boolean,
): Promise<NightOutcome> =>
  settings.database.service.sql.begin('isolation level repeatable read', async (tx) => {
    await tx.unsafe('lock table client_state in share row exclusive mode');
    const newest = await findNewestNight(tx);
    if (!replay) refuseOlder(on, newest);
    const isCurrent = !newest || compareDates(on, newest) >= 0;
    const recordedAt = settings.now();
    const stored = await policyInForce(tx, on, recordedAt);
    if (!stored.ok) throw new ProblemError(stored.problem);
    const { policy, hash } = stored.value;
    const { night, feeds } = await loadNight(tx, on, policy);
    const fresh = freshFeeds(feeds, policy, on);
    const context = { night, policyHash: hash, freshFeeds: fresh, recordedAt, isCurrent };
    const outcome = await assessAll(tx, context, settings);
    await tx`
      insert into nightly_runs (business_date, policy_version, finished_at, assessed, changed)
      values (${on.toString()}::text::date, ${policy.version}, ${settings.now().toString()}::text::timestamptz,
              ${outcome.assessed}, ${outcome.changed})`;
    return { businessDate: on, policyVersion: policy.version, ...outcome };
  });

const listNights = async (
  sql: Database['service']['sql'],
  from: Temporal.PlainDate,
): Promise<Temporal.PlainDate[]> => {
  const rows = await sql<{ on: string }[]>`
    select distinct business_date::text as on from nightly_runs
     where business_date >= ${from.toString()}::text::date`;
  return rows.map((row) => Temporal.PlainDate.from(row.on));
};

/**
 * Oldest first, `on` last. From a first date: each month-end, and each night that was run, because its
 * decisions stand until they are revised. Else the month-ends since the newest night.
 */
const datesOf = async (
  sql: Database['service']['sql'],
  on: Temporal.PlainDate,
  from: Temporal.PlainDate | null,
): Promise<Temporal.PlainDate[]> => {
  const newest = await findNewestNight(sql);
  const first = from ?? newest?.add({ days: 1 }) ?? on;
  const nights = from ? await listNights(sql, from) : [];
  const dates = new Map(
    [...monthEndsBetween(first, on), ...nights, on].map((date) => [date.toString(), date]),
  );
  return [...dates.values()].filter((date) => compareDates(date, on) <= 0).sort(compareDates);
};

/** The outcome of the last date, with all that changed on the way to it. */
const runDates = async (
  settings: NightSettings,
  dates: readonly Temporal.PlainDate[],
): Promise<NightOutcome> => {
  let last: NightOutcome | null = null;
  let changed = 0;
  for (const [i, date] of dates.entries()) {
    last = await runDate(settings, date, i < dates.length - 1);
    changed += last.changed;
  }
  if (!last) throw new Error('a run has at least its own date');
  return { ...last, changed };
};

/**
 * Assesses every client on the business date and on the month-ends before it that no night has decided; from
 * the oldest day that a late or corrected feed has changed (or `from`) again on every date since, and says
 * which decisions came out differently.
 * Safe to run twice (`changed` 0), to be killed anywhere (a date is one transaction) and on two machines
 * at once (they wait for each other). Problems: nothing loaded, a date older than the newest night, no
 * policy in the reporting currency, a missing exchange rate.
 */
export const runNight = async (
  settings: NightSettings,
  options: NightOptions = {},
): Promise<Result<NightReport>> => {
  const { sql } = settings.database.service;
  const on = options.businessDate ?? (await findCompleteDate(sql));
  if (!on) return fail(problem('nothing_loaded', nightlyText, (t) => t.nothingLoaded()));
  const from = options.from ?? null;
  if (from && compareDates(from, on) > 0)
    return fail(problem('from_after', nightlyText, (t) => t.fromAfter(`${from}`, `${on}`)));
  try {
    refuseOlder(on, await findNewestNight(sql));
    const startedAt = settings.now();
    const late = await findLateFacts(sql);
    const dates = await datesOf(sql, on, earlierOf(from, late.from));
    const before = await listNights(sql, dates[0] ?? on);
    const outcome = await runDates(settings, dates);
    const again = before.filter((date) => compareDates(date, on) <= 0).sort(compareDates);
    const revisions = await findRevisions(sql, again, startedAt);
    await noteAssessed(sql, late, settings.now());
    return ok({ ...outcome, ...revisions, lateFrom: late.from });
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
