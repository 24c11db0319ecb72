/** Decides what a failed Slack call means for a delivery: come back later, look whether it arrived, or give up. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { PostError, type PostFailure } from '../alerts/poster.ts';

/** The person cannot be reached, or the message can never be taken: trying again changes nothing. */
const PERMANENT = new Set([
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'is_archived',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'invalid_metadata_format',
  'invalid_metadata_schema',
]);

const failureOf = (error: unknown): PostFailure | null => {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rate_limited', retryAfterSeconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    if (reason === 'ratelimited') return { kind: 'rate_limited', retryAfterSeconds: 1 };
    return { kind: PERMANENT.has(reason) ? 'permanent' : 'transient', reason };
  }
  if (error instanceof WebAPIHTTPError)
    return { kind: 'transient', reason: `http ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'transient', reason: error.message };
  return null;
};

/** The error to throw instead: a PostError where Slack or the way to it failed, else the error itself. */
export const asPostError = (error: unknown): unknown => {
  const failure = failureOf(error);
  return failure ? new PostError(failure) : error;
};
