/** Work that must keep an order, and work that a stop must wait for. */
export type Work = {
  /** Runs after everything given before under the same key; a failure does not hold up what follows. */
  inOrder: <T>(key: string, task: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is in hand, or after `timeoutMs`. */
  settled: (timeoutMs: number) => Promise<void>;
  track: <T>(task: Promise<T>) => Promise<T>;
};

export const createWork = (): Work => {
  const last = new Map<string, Promise<unknown>>();
  const inHand = new Set<Promise<unknown>>();

  const track = <T>(task: Promise<T>): Promise<T> => {
    const quiet = task.then(
      () => {},
      () => {},
    );
    inHand.add(quiet);
    void quiet.then(() => inHand.delete(quiet));
    return task;
  };

  const inOrder = <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const run = (last.get(key) ?? Promise.resolve()).then(task, task);
    const end = run.then(
      () => {},
      () => {},
    );
    last.set(key, end);
    void end.then(() => last.get(key) === end && last.delete(key));
    return track(run);
  };

  const settled = async (timeoutMs: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    await Promise.race([Promise.all(inHand), promise]);
    clearTimeout(timer);
  };
  return { inOrder, settled, track };
};
