import { createHmac } from 'node:crypto';
import { isRecord, parseJson } from '../json.ts';
import { secondsNow } from '../timestamps.ts';
import type { SlackApp } from '../types.ts';
import type { Answer, Attempt, Envelope, Transport } from './transport.ts';

const formOf = (envelope: Envelope): string =>
  envelope.type === 'slash_commands'
    ? new URLSearchParams(
        Object.entries(envelope.payload).map(([name, value]) => [name, String(value)]),
      ).toString()
    : new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString();

const signed = (body: string, secret: string): Record<string, string> => {
  const timestamp = String(secondsNow());
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
};

const retryHeaders = ({ number, reason }: Attempt): Record<string, string> =>
  number === 0
    ? {}
    : { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': `http_${reason}` };

const readResponse = (text: string): unknown => {
  if (text === '') return {};
  const parsed = parseJson(text);
  return isRecord(parsed) ? parsed : { text };
};

/** POSTs to the app's request URL, signed with the v0 HMAC. */
export const httpTransport = (app: SlackApp, requestUrl: string, ackMs: number): Transport => ({
  ready: async () => {},
  async send(envelope, attempt): Promise<Answer> {
    const isEvent = envelope.type === 'events_api';
    const body = isEvent ? JSON.stringify(envelope.payload) : formOf(envelope);
    const startedAt = performance.now();
    const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
    try {
      const response = await fetch(requestUrl, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          ...signed(body, app.signingSecret),
          ...retryHeaders(attempt),
        },
        signal: AbortSignal.timeout(ackMs),
      });
      const text = await response.text();
      const tookMs = performance.now() - startedAt;
      if (response.ok) return { outcome: 'acked', response: readResponse(text), tookMs };
      return { outcome: 'unreachable', reason: `HTTP ${response.status}` };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return timedOut
        ? { outcome: 'timed_out' }
        : { outcome: 'unreachable', reason: String(error) };
    }
  },
});
