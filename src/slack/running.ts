/** The answers under way in this process, by their thread, so that the stop button can end them. */
export type Running = {
  begin: (thread: string) => { signal: AbortSignal; end: () => void };
  /** Ends what runs in the thread; false when nothing does, or another process runs it. */
  stop: (thread: string) => boolean;
};

export const threadKey = (channel: string, threadTs: string): string => `${channel}:${threadTs}`;

export const createRunning = (): Running => {
  const controllers = new Map<string, AbortController>();
  return {
    begin: (thread) => {
      const controller = new AbortController();
      controllers.set(thread, controller);
      const end = (): void => {
        if (controllers.get(thread) === controller) controllers.delete(thread);
      };
      return { signal: controller.signal, end };
    },
    stop: (thread) => {
      const controller = controllers.get(thread);
      controller?.abort();
      return controller !== undefined;
    },
  };
};
