/** Whether the endpoint is asked at all: after several failures in a row it rests, then one question tries it. */
const FAILURES_MAX = 3;
const REST_SECONDS = 60;

export type Circuit = {
  /** False while it rests. After the rest, the one that is let through holds the others back. */
  mayAsk: (now: Temporal.Instant) => boolean;
  succeeded: () => void;
  failed: (now: Temporal.Instant) => void;
};

export const createCircuit = (): Circuit => {
  let failures = 0;
  let restsUntil: Temporal.Instant | null = null;
  const restFrom = (now: Temporal.Instant): void => {
    restsUntil = now.add({ seconds: REST_SECONDS });
  };
  return {
    mayAsk: (now) => {
      if (failures < FAILURES_MAX || !restsUntil) return true;
      if (Temporal.Instant.compare(now, restsUntil) < 0) return false;
      restFrom(now);
      return true;
    },
    succeeded: () => {
      failures = 0;
      restsUntil = null;
    },
    failed: (now) => {
      failures += 1;
      if (failures >= FAILURES_MAX) restFrom(now);
    },
  };
};
