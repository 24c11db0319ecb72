import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { asRecord, asText, parseJson } from '../json.ts';
import type { Answer, Attempt, Envelope } from './transport.ts';

/** Envelopes on their way whose acknowledgement is still to come. */
export type AwaitedAcks = {
  send(socket: WebSocket, envelope: Envelope, attempt: Attempt): Promise<Answer>;
  onMessage(data: string): void;
  onClose(socket: WebSocket): void;
};

const envelopeJson = (id: string, envelope: Envelope, attempt: Attempt): string =>
  JSON.stringify({
    envelope_id: id,
    type: envelope.type,
    payload: envelope.payload,
    accepts_response_payload: envelope.type !== 'events_api',
    ...(envelope.type === 'events_api'
      ? { retry_attempt: attempt.number, retry_reason: attempt.reason }
      : {}),
  });

type Awaited = { socket: WebSocket; sentAt: number; settle: (answer: Answer) => void };

export const awaitAcks = (ackMs: number): AwaitedAcks => {
  const awaited = new Map<string, Awaited>();
  return {
    send(socket, envelope, attempt) {
      const id = randomUUID();
      return new Promise((resolve) => {
        const settle = (answer: Answer) => {
          clearTimeout(timer);
          awaited.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => settle({ outcome: 'timed_out' }), ackMs);
        awaited.set(id, { socket, sentAt: performance.now(), settle });
        socket.send(envelopeJson(id, envelope, attempt));
      });
    },
    onMessage(data) {
      const ack = asRecord(parseJson(data));
      const one = awaited.get(asText(ack.envelope_id));
      const tookMs = one ? performance.now() - one.sentAt : 0;
      one?.settle({ outcome: 'acked', response: ack.payload ?? {}, tookMs });
    },
    onClose(socket) {
      for (const one of [...awaited.values()].filter((waiting) => waiting.socket === socket)) {
        one.settle({ outcome: 'unreachable', reason: 'the connection closed' });
      }
    },
  };
};
