/** All archetypes, those first that a small book must have before others. */
import type { Archetype } from './archetype.ts';
import { CHURN } from './churn.ts';
import { COMMON } from './common.ts';
import { LIFE } from './life.ts';
import { RECORD } from './record.ts';
import { THRESHOLDS } from './thresholds.ts';
import { TIER_MOVES } from './tier-moves.ts';

export const SPECIAL: readonly Archetype[] = [
  ...LIFE,
  ...TIER_MOVES,
  ...THRESHOLDS,
  ...CHURN,
  ...RECORD,
];

export const ARCHETYPES: readonly Archetype[] = [...SPECIAL, ...COMMON];
