/** How much of the model a person has used on a day, and whether more is left. */
import type { ModelSettings } from './settings.ts';

export type Spent = { calls: number; tokens: number };

/** Adds and answers the new totals in one step, so that two processes cannot both take the last call. */
export type SpendStore = {
  add: (actorKey: string, on: string, spent: Spent) => Promise<Spent>;
};

type Purse = {
  /** False where the day's calls or tokens are used up; the call is counted before it is made. */
  takeCall: () => Promise<boolean>;
  payTokens: (tokens: number) => Promise<void>;
};

/** One person's purse on one day (UTC). */
export const openPurse = (
  store: SpendStore,
  settings: Pick<ModelSettings, 'callsPerDayMax' | 'tokensPerDayMax'>,
  actorKey: string,
  now: Temporal.Instant,
): Purse => {
  const on = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return {
    takeCall: async () => {
      const { calls, tokens } = await store.add(actorKey, on, { calls: 1, tokens: 0 });
      return calls <= settings.callsPerDayMax && tokens < settings.tokensPerDayMax;
    },
    payTokens: async (tokens) => {
      await store.add(actorKey, on, { calls: 0, tokens });
    },
  };
};
