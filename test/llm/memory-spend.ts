/** A spend store for the life of a test. */
import type { SpendStore, Spent } from '../../src/llm/spend.ts';

export const createMemorySpend = (): SpendStore => {
  const totals = new Map<string, Spent>();
  return {
    add: async (actorKey, on, { calls, tokens }) => {
      const key = `${on} ${actorKey}`;
      const before = totals.get(key) ?? { calls: 0, tokens: 0 };
      const after = { calls: before.calls + calls, tokens: before.tokens + tokens };
      totals.set(key, after);
      return after;
    },
  };
};
