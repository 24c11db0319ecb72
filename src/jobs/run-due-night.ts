import { errorFields } from '../ops/error-fields.ts';
import type { Log } from '../ops/log.ts';
import { isNightDone } from './is-night-done.ts';
import { CLAIM_RENEW_SECONDS, claimFire, finishFire, renewClaim } from './job-claims.ts';
import { lastFireAt } from './last-fire-at.ts';
import { runWholeNight, type WholeNightContext } from './run-whole-night.ts';

export type DueNightContext = WholeNightContext & {
  /** Wall time of the night, HH:MM, in `timeZone`. */
  nightlyAt: string;
  log: Log;
};

const MS = 1000;

const runNight = async (context: DueNightContext): Promise<void> => {
  const outcome = await runWholeNight(context);
  if (outcome.ok) {
    const { businessDate, ...numbers } = outcome.value;
    context.log.info({ businessDate: businessDate.toString(), ...numbers }, 'night done');
  } else context.log.warn({ code: outcome.problem.code, problem: outcome.problem.en }, 'no night');
};

/**
 * Runs the night that was planned last, unless this or another process has; a missed one is caught up so.
 * Returns whether it ran here. A night that a Problem stopped (no data yet) waits for the next plan; one
 * that an exception stopped is tried again when its claim has gone stale.
 */
export const runDueNight = async (context: DueNightContext): Promise<boolean> => {
  const { database, now, log, nightlyAt, timeZone } = context;
  const { orm } = database.service;
  const fire = { job: 'night', fireAt: lastFireAt(now(), { at: nightlyAt, timeZone }) };
  if (!(await claimFire(orm, fire, now()))) return false;
  const renewing = setInterval(() => {
    renewClaim(orm, fire, now()).catch((error) =>
      log.warn(errorFields(error), 'claim not renewed'),
    );
  }, CLAIM_RENEW_SECONDS * MS);
  try {
    const isDone = await isNightDone(orm, fire.fireAt);
    if (!isDone) await runNight(context);
    await finishFire(orm, fire, now());
    return !isDone;
  } finally {
    clearInterval(renewing);
  }
};
