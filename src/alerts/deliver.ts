import type { Database } from '../db/database.ts';
import { type DeliveryOutcome, deliverOne } from './deliver-one.ts';
import { LANES, POSTS_PER_SECOND } from './delivery-policy.ts';
import { type Claimed, claimNext, findNextLease, markFailed } from './delivery-store.ts';
import { createPacer, type Pacer, type Sleep } from './pacer.ts';
import type { Poster } from './poster.ts';

export type DeliverContext = {
  database: Database;
  now: () => Temporal.Instant;
  sleep: Sleep;
  poster: Poster;
};

export type DeliverOptions = {
  /** true: what is due; false: everything that is queued. */
  onlyDue: boolean;
  /** How long to wait for deliveries that another process, perhaps a dead one, has in hand. */
  waitSeconds?: number;
  perSecond?: number;
  /** Ends it after what is in hand. */
  signal?: AbortSignal;
};

/** Deliveries that this run sent, put off, and gave up. */
export type DeliverResult = { sent: number; skipped: number; failed: number };

type Run = DeliverContext & {
  options: DeliverOptions;
  signal: AbortSignal;
  pacer: Pacer;
  /** The last word on each delivery. */
  outcomes: Map<string, DeliveryOutcome>;
};

const NEVER = new AbortController().signal;

const attempt = async (run: Run, claimed: Claimed): Promise<DeliveryOutcome> => {
  const { database, recipient } = { database: run.database, recipient: claimed.recipient };
  const { orm } = database.service;
  if (!recipient) {
    await markFailed(orm, claimed, 'unknown_manager');
    return 'failed';
  }
  return deliverOne({ ...run, orm, claimed, delivery: { ...claimed.delivery, recipient } });
};

const runLane = async (run: Run): Promise<void> => {
  for (;;) {
    await run.pacer.turn();
    if (run.signal.aborted) return;
    const claimed = await claimNext(run.database.service.orm, run.now(), run.options.onlyDue);
    if (!claimed) return;
    run.outcomes.set(claimed.delivery.deliveryId, await attempt(run, claimed));
  }
};

/** Waits for the next lease to run out, if that is before `until`; false = nothing more to wait for. */
const waitForLease = async (run: Run, until: Temporal.Instant): Promise<boolean> => {
  const next = await findNextLease(run.database.service.orm);
  if (!next || Temporal.Instant.compare(next, until) > 0) return false;
  const milliseconds = run.now().until(next).total('milliseconds');
  await run.sleep(Math.max(1, milliseconds), run.signal);
  return !run.signal.aborted;
};

const tally = (outcomes: ReadonlyMap<string, DeliveryOutcome>): DeliverResult => {
  const result = { sent: 0, skipped: 0, failed: 0 };
  for (const outcome of outcomes.values()) result[outcome] += 1;
  return result;
};

/**
 * Sends what is queued, each delivery once: several processes may do so at the same time, and any of them
 * may be killed at any moment. Throws only when the database fails; then nothing is lost either.
 */
export const deliver = async (
  context: DeliverContext,
  options: DeliverOptions,
): Promise<DeliverResult> => {
  const signal = options.signal ?? NEVER;
  const pacer = createPacer(options.perSecond ?? POSTS_PER_SECOND, context.sleep, signal);
  const run: Run = { ...context, options, signal, pacer, outcomes: new Map() };
  const until = context.now().add({ seconds: options.waitSeconds ?? 0 });
  do {
    await Promise.all(Array.from({ length: LANES }, () => runLane(run)));
  } while (await waitForLease(run, until));
  return tally(run.outcomes);
};
