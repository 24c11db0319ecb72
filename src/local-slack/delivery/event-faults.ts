import { newId } from '../ids.ts';
import type { Envelope } from './transport.ts';

/** Events sent twice or held back and reversed, on request. */
export type EventFaults = {
  pass(envelope: Envelope): void;
  duplicate(count: number, ids: 'same' | 'different'): void;
  reverse(count: number): void;
  held(): number;
  /** Ends every fault; what is held goes out. */
  clear(): void;
};

export const createEventFaults = (send: (envelope: Envelope) => void): EventFaults => {
  let duplicates = { left: 0, ids: 'same' };
  let toHold = 0;
  let held: Envelope[] = [];
  const again = (envelope: Envelope): Envelope =>
    duplicates.ids === 'same'
      ? envelope
      : { ...envelope, payload: { ...envelope.payload, event_id: newId('Ev') } };
  const release = () => {
    for (const envelope of held.toReversed()) send(envelope);
    held = [];
    toHold = 0;
  };
  return {
    pass(envelope) {
      if (toHold > 0) {
        held.push(envelope);
        if (held.length >= toHold) release();
        return;
      }
      send(envelope);
      if (duplicates.left === 0) return;
      duplicates.left -= 1;
      send(again(envelope));
    },
    duplicate(count, ids) {
      duplicates = { left: count, ids };
    },
    reverse(count) {
      toHold = count;
    },
    held: () => held.length,
    clear() {
      duplicates = { left: 0, ids: 'same' };
      release();
    },
  };
};
