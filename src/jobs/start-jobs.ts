import cron from 'node-cron';
import { deliver } from '../alerts/deliver.ts';
import type { Poster } from '../alerts/poster.ts';
import { sleep } from '../alerts/sleep.ts';
import { lapseRequests } from '../coverage/lapse-requests.ts';
import { pruneSeenEvents } from '../identity/seen-events.ts';
import { errorFields } from '../ops/error-fields.ts';
import type { Log } from '../ops/log.ts';
import { type DueNightContext, runDueNight } from './run-due-night.ts';
import { singleFlight } from './single-flight.ts';

export type JobsContext = DueNightContext & { poster: Poster };

export type Jobs = {
  /** Sends what is due now instead of at the next minute: after a command has told somebody something. */
  deliverSoon: () => Promise<void>;
  /** No further runs; resolves when what is in hand is done. */
  stop: () => Promise<void>;
};

const EVERY_MINUTE = '* * * * *';
const HOURLY = '17 * * * *';

const cronLog = (log: Log) => ({
  info: (message: string) => log.debug(message),
  warn: (message: string) => log.warn(message),
  error: (message: string | Error) => log.error(message),
  debug: (message: string | Error) => log.debug(message),
});

/**
 * Looks every minute, and at once at start, for a night that should have run and for deliveries that are
 * due. What is due is decided by the database and the clock, not by which minute it is: a missed minute,
 * a change of clocks or a second process makes no difference. Errors are logged, never thrown.
 */
export const startJobs = (context: JobsContext): Jobs => {
  const { log } = context;
  const stopping = new AbortController();
  const failed = (job: string) => (error: unknown) =>
    log.error({ ...errorFields(error), job }, 'job failed');
  const night = singleFlight(async () => {
    await runDueNight(context);
  }, failed('night'));
  const delivery = singleFlight(async () => {
    const result = await deliver({ ...context, sleep }, { onlyDue: true, signal: stopping.signal });
    if (result.sent + result.skipped + result.failed > 0) log.info(result, 'delivered');
  }, failed('deliver'));
  const housekeeping = singleFlight(async () => {
    const lapsed = await lapseRequests(context);
    await pruneSeenEvents(context);
    if (lapsed > 0) log.info({ lapsed }, 'requests lapsed');
  }, failed('housekeeping'));
  const options = { noOverlap: true, suppressMissedWarning: true, logger: cronLog(log) };
  const tasks = [
    cron.schedule(EVERY_MINUTE, night.run, options),
    cron.schedule(EVERY_MINUTE, delivery.run, options),
    cron.schedule(HOURLY, housekeeping.run, options),
  ];
  // A night that was missed first: its digests take the place of older ones that still wait.
  void night.run().then(() => (stopping.signal.aborted ? undefined : delivery.run()));
  return {
    deliverSoon: delivery.run,
    stop: async () => {
      stopping.abort();
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all([night, delivery, housekeeping].map(({ settled }) => settled()));
    },
  };
};
