/** Decides where an edge may lie: round numbers that a person can remember, fixed before any data are seen. */
import { FEATURES, type FeatureName, type FeatureUnit } from '../tiering/scorecard/features.ts';

const MONEY = [
  1, 10, 100, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 3e5, 5e5, 1e6, 2e6, 5e6, 1e7,
];

/** In the units of a card: whole money, percent, counts and days. Ascending. */
const ROUND: Record<FeatureUnit, readonly number[]> = {
  money: MONEY,
  share: [
    0.01, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 100, 120, 150, 200, 300, 500, 1e3,
    1e4, 1e5,
  ],
  count: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200, 300],
  days: [1, 3, 7, 14, 30, 45, 61, 91, 121, 181, 366],
};

const SIGNED: ReadonlySet<FeatureName> = new Set<FeatureName>(['net_in']);

/** Possible edges of a measure, ascending; a bin reaches from its edge to below the next. */
export const gridOf = (name: FeatureName): readonly number[] => {
  const grid = ROUND[FEATURES[name].unit];
  return SIGNED.has(name) ? [...grid.map((edge) => -edge).reverse(), ...grid] : grid;
};
