import { setTimeout as wait } from 'node:timers/promises';
import type { Sleep } from './pacer.ts';

/** The real one; ends quietly, and at once, when `signal` aborts. */
export const sleep: Sleep = async (milliseconds, signal) => {
  if (signal.aborted) return;
  await wait(milliseconds, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
};
