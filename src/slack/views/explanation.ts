/** Decides how the reasons behind one client's tier and churn risk are laid out. */
import type { KnownBlock } from '@slack/types';
import type { ExplainedAssessment, ExplainedReason } from '../../assistant/answer.ts';
import type { Locale } from '../../domain/actor.ts';
import { slackText } from '../../text/slack.ts';
import { clip, titled } from './blocks.ts';

/** A scorecard's sum, its fifteen lines and the second opinion fit. */
const REASONS_MAX = 18;
const REASON_MAX = 150;
const KEEPING_MAX = 300;

const reasonLine = ({ text, points }: ExplainedReason): string =>
  `• ${clip(text, REASON_MAX)}${points === null ? '' : ` (${points > 0 ? '+' : ''}${points})`}`;

const reasonSection = (
  title: string,
  reasons: readonly ExplainedReason[],
  further: readonly string[] = [],
): KnownBlock[] => {
  const lines = [...reasons.slice(0, REASONS_MAX).map(reasonLine), ...further];
  return lines.length === 0 ? [] : [titled(title, lines)];
};

/** What keeps a tier that is about to be lost. */
const keeping = ({ demotion }: ExplainedAssessment): string[] =>
  (demotion?.text ?? []).map((text) => `• ${clip(text, KEEPING_MAX)}`);

/** Two short lists: why this tier, and why this churn score. */
export const explanationBlocks = (of: ExplainedAssessment, locale: Locale): KnownBlock[] => {
  const words = slackText[locale];
  const { score, coverage, reasons } = of.churn;
  return [
    ...reasonSection(words.whyTier, of.reasons, keeping(of)),
    ...reasonSection(words.whyChurn(score, coverage), reasons),
  ];
};
