import type { Json } from '../json.ts';
import type { Delivery } from '../types.ts';

export type Envelope = { type: Delivery['type']; name: string; payload: Json };
export type Attempt = { number: number; reason: string };
export type Answer =
  | { outcome: 'acked'; response: unknown; tookMs: number }
  | { outcome: 'timed_out' }
  | { outcome: 'unreachable'; reason: string };

/** One way to reach the app: Socket Mode or signed HTTP requests. */
export type Transport = {
  send(envelope: Envelope, attempt: Attempt): Promise<Answer>;
  /** Resolves when the app can be reached; rejects when the signal is aborted. */
  ready(signal: AbortSignal): Promise<void>;
};
