/** Decides P(alive) of a client from the days with a transaction in the policy's window: a second opinion, never an alert. */
import type { ClientFacts } from './facts.ts';
import { pAlive } from './p-alive.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

const BPS = 10_000;
const BPS_A_PERCENT = 100;

/** Hundredths of a percent; null = not assessable: no fresh feed, or no repeat transaction in the window. */
export const pAliveBpsOf = (facts: ClientFacts, policy: Policy): number | null => {
  const { historyDays, unitDays, provenance: _, ...model } = policy.pAlive;
  if (!facts.freshFeeds.has('transactions')) return null;
  const ago = facts.transactionDaysAgo.filter((each) => each < historyDays);
  const [newest, oldest] = [ago[0], ago.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const recency = (oldest - newest) / unitDays;
  const chance = pAlive({ repeats: ago.length - 1, recency, age: oldest / unitDays }, model);
  return chance === null ? null : Math.round(chance * BPS);
};

/** What is told of it; nothing without a fresh feed. */
export const pAliveReasons = (
  { freshFeeds }: ClientFacts,
  { pAlive: { historyDays: days } }: Policy,
  bps: number | null,
): Reason[] => {
  if (!freshFeeds.has('transactions')) return [];
  if (bps === null) return [{ code: 'p_alive_not_assessable', values: { days } }];
  return [{ code: 'p_alive', values: { pct: Math.round(bps / BPS_A_PERCENT), days } }];
};
