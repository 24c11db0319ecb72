/** Decides which lines a card could have: each measure alone, and each measure within the bands of another. */
import type { FeatureName } from '../tiering/scorecard/features.ts';
import { gridOf } from './grid.ts';
import type { Codes, Sample } from './sample.ts';

/** Bands that a person would name; each edge is on the grid of its measure. */
export type Within = { feature: FeatureName; edges: readonly number[] };

const CONTEXTS: readonly Within[] = [
  { feature: 'aum', edges: [1_000, 50_000, 300_000] },
  { feature: 'term_deposits', edges: [1] },
  { feature: 'idle_days', edges: [91] },
  { feature: 'transactions', edges: [1, 5] },
  { feature: 'swing', edges: [10, 90] },
  { feature: 'loans', edges: [1] },
];

export type Candidate = {
  feature: FeatureName;
  within: Within | null;
  /** Of each client: band of the context (0 without one) times `codeCount`, plus the code of the measure. */
  cells: Uint16Array;
  /** Codes of the measure, "not recorded" included. */
  codeCount: number;
  bandCount: number;
};

type Context = { within: Within | null; bands: Codes; bandCount: number };

const candidateOf = (context: Context, feature: FeatureName, codes: Codes): Candidate => {
  const { within, bands, bandCount } = context;
  const codeCount = gridOf(feature).length + 2;
  const cells = Uint16Array.from(codes, (code, row) => (bands[row] ?? 0) * codeCount + code);
  return { feature, within, cells, codeCount, bandCount };
};

const bandsOf = (within: Within, codes: Codes): Codes => {
  const grid = gridOf(within.feature);
  const bandOfCode = Uint8Array.from({ length: grid.length + 2 }, (_, code) => {
    if (code === 0) return within.edges.length + 1;
    const low = grid[code - 2] ?? Number.NEGATIVE_INFINITY;
    return within.edges.filter((edge) => low >= edge).length;
  });
  return codes.map((code) => bandOfCode[code] ?? 0);
};

/** In a fixed order: measures alone first, then context by context. */
export const candidatesOf = (sample: Sample): Candidate[] => {
  const alone = new Uint8Array(sample.events.length);
  const contexts = CONTEXTS.flatMap((within) => {
    const codes = sample.codes.get(within.feature);
    return codes
      ? [{ within, bands: bandsOf(within, codes), bandCount: within.edges.length + 2 }]
      : [];
  });
  return [{ within: null, bands: alone, bandCount: 1 }, ...contexts].flatMap((context) =>
    [...sample.codes].map(([feature, codes]) => candidateOf(context, feature, codes)),
  );
};
