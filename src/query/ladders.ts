/** Codes that lie one above the other, so that "or above" and "nearest" mean something. */
import {
  ACTIVITY_STATES,
  CHURN_BANDS,
  CORPORATE_TIERS,
  INDIVIDUAL_TIERS,
  RISK_LEVELS,
} from '../domain/client.ts';
import type { FieldKey } from './field-keys.ts';

type Ladder = readonly string[];

const TIERS: readonly Ladder[] = [INDIVIDUAL_TIERS, CORPORATE_TIERS];
const GRADES: readonly Ladder[] = [RISK_LEVELS];

const LADDERS: Partial<Record<FieldKey, readonly Ladder[]>> = {
  tier: TIERS,
  computedTier: TIERS,
  churnBand: [CHURN_BANDS.toReversed()],
  activity: [ACTIVITY_STATES.filter((state) => state !== 'unknown')],
  creditRisk: GRADES,
  amlRisk: GRADES,
  operationalRisk: GRADES,
};

/** The ladder, lowest first, that holds all the codes; null = the field has none. */
export const ladderOf = (field: FieldKey, codes: readonly string[]): Ladder | null =>
  LADDERS[field]?.find((rungs) => codes.every((code) => rungs.includes(code))) ?? null;
