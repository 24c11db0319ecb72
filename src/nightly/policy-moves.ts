/** Decides how the moves from one policy to another are counted: by tier, by manager, and from where to where. */
import { type ChurnBand, TIERS, type Tier } from '../domain/client.ts';
import type { Assessment } from '../tiering/facts.ts';

export type Outlook = { computedTier: Tier; inForceTier: Tier; churnBand: ChurnBand };

/**
 * `computedTier` is where the policy puts the client in the end, `inForceTier` what it decides on this very
 * date: down it goes slowly, and only on a month-end.
 */
export type PolicyMove = {
  clientId: string;
  managerId: string | null;
  managerName: string | null;
  from: Outlook;
  to: Outlook;
};

export type SimulationTables = {
  moves: PolicyMove[];
  /** Every pair of computed tiers that occurs, those who stay included. */
  matrix: { from: Tier; to: Tier; count: number }[];
  byTier: { tier: Tier; before: number; after: number }[];
  byManager: { managerId: string | null; name: string | null; up: number; down: number }[];
  /** Clients whose churn band differs. */
  churnBandChanges: number;
};

export const outlookOf = ({ computedTier, inForceTier, churnBand }: Assessment): Outlook => ({
  computedTier,
  inForceTier,
  churnBand,
});

const rank = (tier: Tier): number => TIERS.indexOf(tier);

/** How many clients have each pair of computed tiers, and how many change their churn band. */
export type Tally = { pairs: Map<string, number>; churnBandChanges: number };

export const newTally = (): Tally => ({ pairs: new Map(), churnBandChanges: 0 });

export const count = (tally: Tally, from: Outlook, to: Outlook): void => {
  const pair = `${from.computedTier} ${to.computedTier}`;
  tally.pairs.set(pair, (tally.pairs.get(pair) ?? 0) + 1);
  if (from.churnBand !== to.churnBand) tally.churnBandChanges += 1;
};

type Cell = SimulationTables['matrix'][number];

const matrixOf = ({ pairs }: Tally): Cell[] =>
  TIERS.flatMap((from) =>
    TIERS.flatMap((to) => {
      const clients = pairs.get(`${from} ${to}`);
      return clients === undefined ? [] : [{ from, to, count: clients }];
    }),
  );

const byTierOf = (matrix: readonly Cell[]): SimulationTables['byTier'] =>
  TIERS.flatMap((tier) => {
    const sum = (side: 'from' | 'to') =>
      matrix.reduce((total, cell) => total + (cell[side] === tier ? cell.count : 0), 0);
    const row = { tier, before: sum('from'), after: sum('to') };
    return row.before + row.after === 0 ? [] : [row];
  });

const byManagerOf = (moves: readonly PolicyMove[]): SimulationTables['byManager'] => {
  const rows = new Map<string | null, SimulationTables['byManager'][number]>();
  for (const { managerId, managerName: name, from, to } of moves) {
    const row = rows.get(managerId) ?? { managerId, name, up: 0, down: 0 };
    const steps = rank(to.computedTier) - rank(from.computedTier);
    if (steps > 0) row.up += 1;
    if (steps < 0) row.down += 1;
    rows.set(managerId, row);
  }
  const all = [...rows.values()];
  return all.sort((a, b) => ((a.managerId ?? '\uffff') < (b.managerId ?? '\uffff') ? -1 : 1));
};

export const tablesOf = (moves: PolicyMove[], tally: Tally): SimulationTables => {
  const matrix = matrixOf(tally);
  const { churnBandChanges } = tally;
  return {
    moves,
    matrix,
    byTier: byTierOf(matrix),
    byManager: byManagerOf(moves),
    churnBandChanges,
  };
};
