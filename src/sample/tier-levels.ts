/** Where the AUM of an ordinary client of each tier lies: well inside the band, so that a salary or a drift does not leave it. */
import type { Tier } from '../domain/client.ts';

const yuan = (amount: number): bigint => BigInt(amount) * 100n;

export type TierLevel = { floorMinor: bigint; lowMinor: bigint; highMinor: bigint };

/** Floors are those of the shipped policy (rules.md, individual tiers and corporate classes). */
export const TIER_LEVELS: Record<Tier, TierLevel> = {
  mass: { floorMinor: 0n, lowMinor: yuan(200), highMinor: yuan(5_000) },
  potential: { floorMinor: yuan(10_000), lowMinor: yuan(12_000), highMinor: yuan(38_000) },
  quality: { floorMinor: yuan(50_000), lowMinor: yuan(58_000), highMinor: yuan(230_000) },
  key: { floorMinor: yuan(300_000), lowMinor: yuan(340_000), highMinor: yuan(800_000) },
  premier: { floorMinor: yuan(1_000_000), lowMinor: yuan(1_180_000), highMinor: yuan(9_000_000) },
  class_3: { floorMinor: 0n, lowMinor: yuan(150_000), highMinor: yuan(30_000_000) },
  class_2: {
    floorMinor: yuan(50_000_000),
    lowMinor: yuan(62_000_000),
    highMinor: yuan(170_000_000),
  },
  class_1: {
    floorMinor: yuan(200_000_000),
    lowMinor: yuan(240_000_000),
    highMinor: yuan(900_000_000),
  },
};

/** Most days between two-way contacts, by tier (rules.md, contact cadence); class_3 as an outlet manager keeps it. */
export const CADENCE_DAYS: Record<Tier, number> = {
  mass: 365,
  potential: 180,
  quality: 90,
  key: 30,
  premier: 30,
  class_3: 30,
  class_2: 10,
  class_1: 10,
};
