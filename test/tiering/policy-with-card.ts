/** The shipped policy with a small scorecard of its own, and its text to be spoilt line by line. */
import { type Policy, parsePolicyText, policyOf } from '../../src/tiering/policy.ts';
import { policyText } from './facts-of.ts';

export const CARD_TEXT = `
  decided_by: scorecard
  scorecard:
    version: test-card-1
    currency: CNY
    applies_to: [individual]
    predicts: money flows out
    base: 30
    scale: { even: 70, doubling: 10 }
    lines:
      - code: S01
        feature: aum
        cells:
          - { edges: [1000, 50000], points: [45, 10, -20] }
      - code: S02
        feature: fall_from_peak
        within: { feature: idle_days, edges: [91] }
        cells:
          - { edges: [50], points: [0, 7] }
          - { edges: [], points: [3] }
          - { edges: [0.5], points: [1, 2] }
      - code: S03
        feature: idle_days
        cells:
          - { edges: [30], points: [0, 5], unknown: -9 }
    bands:
      - { band: low, floor: 0, below: 20, predicted_pct: 2, observed_pct: 2 }
      - { band: watch, floor: 20, below: 40, predicted_pct: 6, observed_pct: 6 }
      - { band: medium, floor: 40, below: 70, predicted_pct: 20, observed_pct: 21 }
      - { band: high, floor: 70, predicted_pct: 70, observed_pct: 69 }
    provenance:
      data: made up
      method: by hand
      calibrated_on: 2026-11-21
      data_sha256: ${'0a'.repeat(32)}
`;

export const textWithCard = policyText + CARD_TEXT;

export const policyWithCard = (changes: Partial<Policy['churn']> = {}): Policy => {
  const document = parsePolicyText(textWithCard);
  if (!document.ok) throw new Error(document.problem.en);
  const policy = policyOf(document.value);
  return { ...policy, churn: { ...policy.churn, ...changes } };
};
