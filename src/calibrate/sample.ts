/** Decides how clients are held while a card is calibrated: a measure of a client is the number of the fine cell it falls in. */
import { NOT_ASSESSED, type ScorecardFacts, UNKNOWN } from '../tiering/scorecard/facts.ts';
import { FEATURE_NAMES, FEATURES, type FeatureName } from '../tiering/scorecard/features.ts';
import { gridOf } from './grid.ts';

/** Cell 0 holds what is not recorded; cell k what has reached k − 1 edges of the grid. */
export type Codes = Uint8Array;

export type Sample = {
  clientIds: readonly string[];
  /** 1 where the client's money flowed out. */
  events: Uint8Array;
  /** Only measures that every client could be assessed by. */
  codes: ReadonlyMap<FeatureName, Codes>;
};

export type LabelledClient = { clientId: string; facts: ScorecardFacts; left: boolean };

const fineGrid = (name: FeatureName): bigint[] => {
  const { unit } = FEATURES[name];
  const scale = unit === 'money' || unit === 'share' ? 100 : 1;
  return gridOf(name).map((edge) => BigInt(Math.round(edge * scale)));
};

const reached = (grid: readonly bigint[], value: bigint): number => {
  let [low, high] = [0, grid.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (grid[middle] ?? 0n)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const codesOf = (name: FeatureName, clients: readonly LabelledClient[]): Codes | null => {
  const grid = fineGrid(name);
  const codes = new Uint8Array(clients.length);
  for (const [i, { facts }] of clients.entries()) {
    const value = FEATURES[name].of(facts);
    if (value === NOT_ASSESSED) return null;
    codes[i] = value === UNKNOWN ? 0 : 1 + reached(grid, value);
  }
  return codes;
};

/** Clients in the order of their ids, so that the order of the files does not matter. */
export const sampleOf = (clients: readonly LabelledClient[]): Sample => {
  const sorted = clients.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));
  const codes = new Map<FeatureName, Codes>();
  for (const name of FEATURE_NAMES) {
    const found = codesOf(name, sorted);
    if (found) codes.set(name, found);
  }
  return {
    clientIds: sorted.map((client) => client.clientId),
    events: Uint8Array.from(sorted, (client) => (client.left ? 1 : 0)),
    codes,
  };
};
