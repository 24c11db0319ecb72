/** A delay that ends early when `signal` aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export type Pacer = {
  /** Waits for one's turn. */
  turn: () => Promise<void>;
  /** Nobody gets a turn for so long: Slack said so. */
  pause: (seconds: number) => void;
};

/** Hands out turns, at most `perSecond`; by the monotonic clock, which nobody sets back. */
export const createPacer = (perSecond: number, sleep: Sleep, signal: AbortSignal): Pacer => {
  let nextAt = 0;
  let pausedUntil = 0;
  const waitUntil = async (at: number): Promise<void> => {
    const milliseconds = at - performance.now();
    if (milliseconds > 0) await sleep(milliseconds, signal);
  };
  return {
    turn: async () => {
      const at = Math.max(nextAt, performance.now());
      nextAt = at + 1000 / perSecond;
      await waitUntil(at);
      while (performance.now() < pausedUntil && !signal.aborted) await waitUntil(pausedUntil);
    },
    pause: (seconds) => {
      pausedUntil = Math.max(pausedUntil, performance.now() + seconds * 1000);
    },
  };
};
