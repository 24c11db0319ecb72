/** Decides which of a policy's cards gives the churn score, and what the other one says beside it. */
import type { ChurnCardName } from '../policy-document.ts';
import type { Reason } from '../reason.ts';
import { type ChurnCard, churnCard } from './card.ts';
import type { ChurnInput } from './line.ts';
import { scorecardCard } from './scorecard-card.ts';

const LINES_TOLD_MAX = 4;
const SCORECARD_LINE = /^S\d\d$/;

const secondOpinion = (card: ChurnCardName, { score, band, coveragePct, reasons }: ChurnCard) => {
  const lines = reasons
    .filter(({ code, points = 0 }) => SCORECARD_LINE.test(code) && points > 0)
    .slice(0, LINES_TOLD_MAX)
    .map(({ code, points }) => `${code} +${points}`);
  const values = { card, score, band, coveragePct, lines: lines.join(', ') };
  return { code: 'churn_second_opinion', values } satisfies Reason;
};

/** The signals stay, for alerts and for people to read; their points are no part of the score. */
const withoutPoints = (reasons: readonly Reason[]): Reason[] =>
  reasons
    .filter(({ code }) => code !== 'not_assessed')
    .map(({ code, values }) => ({ code, values }));

/** As the policy says; a scorecard speaks only of the kinds of clients that it was calibrated on. */
export const assessChurn = (input: ChurnInput): ChurnCard => {
  const { scorecard: rules, decidedBy } = input.policy.churn;
  const expert = churnCard(input);
  if (!rules?.appliesTo.includes(input.facts.kind)) return expert;
  const calibrated = scorecardCard(input, rules);
  if (decidedBy !== 'scorecard')
    return { ...expert, reasons: [...expert.reasons, secondOpinion('scorecard', calibrated)] };
  return {
    ...calibrated,
    reasons: [
      ...calibrated.reasons,
      secondOpinion('expert', expert),
      ...withoutPoints(expert.reasons),
    ],
  };
};
