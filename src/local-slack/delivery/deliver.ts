import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../json.ts';
import type { AckOutcome, Delivery } from '../types.ts';
import { createEventFaults, type EventFaults } from './event-faults.ts';
import type { Answer, Attempt, Envelope, Transport } from './transport.ts';

export type Deliverer = {
  /** Retried until acknowledged or given up; the order of arrival is not promised. */
  event(name: string, body: Json): void;
  /** Commands and interactions: once, and the person sees the outcome. */
  interaction(envelope: Envelope): Promise<AckOutcome>;
  faults: EventFaults;
  deliveries: Delivery[];
  pending(): number;
  close(): void;
};

const rememberedMax = 5_000;

/** What the person saw of an answer. */
const outcomeOf = (answer: Answer): AckOutcome => {
  if (answer.outcome === 'acked') {
    return { status: 'ok', response: answer.response, tookMs: answer.tookMs };
  }
  return answer.outcome === 'timed_out'
    ? { status: 'timed_out' }
    : { status: 'unreachable', reason: answer.reason };
};

type Send = (envelope: Envelope, attempt: Attempt) => Promise<Answer>;

/** Sends and keeps a record of each attempt. */
const recorded =
  (transport: Transport, deliveries: Delivery[], changed: () => void): Send =>
  async (envelope, attempt) => {
    const entry: Delivery = {
      ...envelope,
      ...{ attempt: attempt.number, at: Date.now(), outcome: 'pending', tookMs: null },
    };
    if (deliveries.push(entry) > rememberedMax) deliveries.shift();
    const answer = await transport.send(envelope, attempt);
    entry.outcome = answer.outcome;
    entry.tookMs = answer.outcome === 'acked' ? answer.tookMs : null;
    changed();
    return answer;
  };

export const createDeliverer = (
  transport: Transport,
  retryMs: number[],
  changed: () => void,
): Deliverer => {
  const deliveries: Delivery[] = [];
  const send = recorded(transport, deliveries, changed);
  const closed = new AbortController();
  let pending = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    pending += 1;
    return work.finally(() => {
      pending -= 1;
      changed();
    });
  };
  const sendWithRetries = async (envelope: Envelope): Promise<void> => {
    let reason = '';
    for (let number = 0; number <= retryMs.length; number += 1) {
      if (number > 0) await pause(retryMs[number - 1], null, { signal: closed.signal });
      await transport.ready(closed.signal);
      const answer = await send(envelope, { number, reason });
      if (answer.outcome === 'acked') return;
      reason = answer.outcome === 'timed_out' ? 'timeout' : 'error';
    }
  };
  const faults = createEventFaults((envelope) => {
    counted(sendWithRetries(envelope)).catch((error) => {
      if (!closed.signal.aborted) throw error;
    });
  });
  return {
    event: (name, payload) => faults.pass({ type: 'events_api', name, payload }),
    interaction: async (envelope) =>
      outcomeOf(await counted(send(envelope, { number: 0, reason: '' }))),
    faults,
    deliveries,
    pending: () => pending + faults.held(),
    close: () => closed.abort(),
  };
};
