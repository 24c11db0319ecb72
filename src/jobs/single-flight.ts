export type SingleFlight = {
  /** Runs the work, or once more after the run that is going on; resolves when that is done. */
  run: () => Promise<void>;
  /** Resolves when nothing is running. */
  settled: () => Promise<void>;
};

/** Keeps one run of `work` going at a time; what it throws goes to `onError`, never further. */
export const singleFlight = (
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): SingleFlight => {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = null;
  };
  const run = (): Promise<void> => {
    if (running) again = true;
    running ??= loop();
    return running;
  };
  return { run, settled: async () => running ?? undefined };
};
