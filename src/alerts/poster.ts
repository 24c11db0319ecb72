/** What delivering asks of Slack, and the ways in which it can fail. */
import type { Locale } from '../domain/actor.ts';

/** The event type and payload key under which a posted message carries its delivery id: never client data. */
export const DELIVERY_EVENT_TYPE = 'bellwether_delivery';

/** `null` locale, timezone or slackUserId: not known. */
export type Recipient = {
  managerId: string;
  name: string;
  email: string;
  slackUserId: string | null;
  locale: Locale | null;
  timezone: string | null;
};

export type Delivery = {
  deliveryId: string;
  kind: 'digest' | 'notice';
  recipient: Recipient;
  businessDate: Temporal.PlainDate;
  /** A digest's body is a `Digest`. */
  body: Record<string, unknown>;
};

export type Posted = { channelId: string; messageTs: string };

/**
 * Both throw a PostError; any other error counts as transient. `post` settles within
 * `POST_TIME_MAX_SECONDS`. `find` looks for a message that carries the delivery's id in its metadata and
 * returns null only when it is certainly not there.
 */
export type Poster = {
  post: (delivery: Delivery) => Promise<Posted>;
  find: (delivery: Delivery) => Promise<Posted | null>;
};

/**
 * rate_limited: refused, not stored, come back after `retryAfterSeconds`. permanent: it can never arrive
 * (unknown person). transient: anything else; the message may have been stored all the same.
 */
export type PostFailure =
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  | { kind: 'transient'; reason: string }
  | { kind: 'permanent'; reason: string };

export class PostError extends Error {
  readonly failure: PostFailure;
  constructor(failure: PostFailure) {
    super(failure.kind === 'rate_limited' ? 'rate_limited' : failure.reason);
    this.name = 'PostError';
    this.failure = failure;
  }
}
