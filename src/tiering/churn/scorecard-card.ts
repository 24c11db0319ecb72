/** Decides what a policy's scorecard says of a client: every line with the numbers that it read, and what they add up to. */
import type { Reason, ReasonValue } from '../reason.ts';
import { type FeatureValue, NOT_ASSESSED } from '../scorecard/facts.ts';
import { FEATURES, type FeatureName, featuresOf, topicOf } from '../scorecard/features.ts';
import type { PolicyScorecard } from '../scorecard/policy-scorecard.ts';
import { type FeatureValues, featuresRead, scoreByCard } from '../scorecard/score-by-card.ts';
import type { ScoreLine } from '../scorecard/scorecard.ts';
import { byPoints, type ChurnCard } from './card.ts';
import type { ChurnInput } from './line.ts';

const textOf = (value: FeatureValue): string => String(value);

/** The measure of a line and, where it reads another one first, that one too. */
const numbersOf = (line: ScoreLine, values: FeatureValues): Record<string, ReasonValue> => {
  const read = (name: FeatureName) => [FEATURES[name].unit, textOf(values[name])] as const;
  const [unit, value] = read(line.feature);
  const own = { about: topicOf(line.feature), feature: line.feature, unit, value };
  if (!line.within) return own;
  const [withinUnit, withinValue] = read(line.within.feature);
  return { ...own, within: line.within.feature, withinUnit, withinValue };
};

const NOTHING_KNOWN: ChurnCard = { score: 0, band: 'low', coveragePct: 0, reasons: [] };

const missingReason = (codes: readonly string[], total: number): Reason[] =>
  codes.length === 0
    ? []
    : [
        {
          code: 'not_assessed',
          values: { codes: codes.join(' '), assessed: total - codes.length, total },
        },
      ];

/**
 * Reasons: the sum, the lines that give points, most first, and what could not be assessed. A client of whom
 * no line can be assessed has no score: 0, with a coverage of 0.
 */
export const scorecardCard = ({ facts }: ChurnInput, card: PolicyScorecard): ChurnCard => {
  const names = featuresRead(card);
  const values: FeatureValues = facts.scorecard
    ? featuresOf(facts.scorecard, names)
    : (Object.fromEntries(names.map((name) => [name, NOT_ASSESSED])) as FeatureValues);
  const scored = scoreByCard(values, card);
  const missing = scored.lines.filter(({ points }) => points === null).map(({ code }) => code);
  const unassessed = missingReason(missing, card.lines.length);
  if (missing.length === card.lines.length) return { ...NOTHING_KNOWN, reasons: unassessed };
  const lines = card.lines.flatMap((line, i): Reason[] => {
    const points = scored.lines[i]?.points ?? 0;
    return points === 0 ? [] : [{ code: line.code, points, values: numbersOf(line, values) }];
  });
  const { points: score, rawPoints, band, coveragePct } = scored;
  const sum = { card: card.version, base: card.base, lines: rawPoints - card.base, score };
  return {
    score,
    band,
    coveragePct,
    reasons: [{ code: 'churn_sum', values: sum }, ...lines.sort(byPoints), ...unassessed],
  };
};
