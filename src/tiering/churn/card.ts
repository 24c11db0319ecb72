/** Decides how likely a client is to leave: a card of lines, each with its points and numbers, and how much of it could be assessed. */
import type { ChurnBand } from '../../domain/client.ts';
import type { Policy } from '../policy.ts';
import type { Reason } from '../reason.ts';
import { BALANCE_LINES } from './balance-lines.ts';
import { BEHAVIOUR_LINES } from './behaviour-lines.ts';
import type { ChurnInput, ChurnLine, Signal } from './line.ts';
import { RELATIONSHIP_LINES } from './relationship-lines.ts';

const SCORE_MAX = 100;

/** The whole card, by code. */
export const CHURN_LINES: readonly ChurnLine[] = [
  ...BALANCE_LINES,
  ...BEHAVIOUR_LINES,
  ...RELATIONSHIP_LINES,
].sort((a, b) => (a.code < b.code ? -1 : 1));

export type ChurnCard = {
  score: number;
  band: ChurnBand;
  /** Lines assessed of all lines, percent, rounded down. */
  coveragePct: number;
  /** Most points first; last, what could not be assessed. */
  reasons: Reason[];
};

const bandOf = (score: number, policy: Policy): ChurnBand =>
  policy.churn.bands.findLast((band) => score >= band.floor)?.band ?? 'low';

const assessLine = (line: ChurnLine, input: ChurnInput): Signal | null =>
  line.feeds.every((feed) => input.facts.freshFeeds.has(feed)) ? line.assess(input) : null;

/** Most points first, equal ones by their codes. */
export const byPoints = (a: Reason, b: Reason): number =>
  (b.points ?? 0) - (a.points ?? 0) || (a.code < b.code ? -1 : 1);

export const churnCard = (input: ChurnInput): ChurnCard => {
  const found: Reason[] = [];
  const missing: string[] = [];
  let sum = 0;
  for (const line of CHURN_LINES) {
    const signal = assessLine(line, input);
    if (signal === null) missing.push(line.code);
    else if (signal.points !== 0) {
      sum += signal.points;
      found.push({ code: line.code, points: signal.points, values: signal.values });
    }
  }
  const score = Math.min(SCORE_MAX, Math.max(0, sum));
  const total = CHURN_LINES.length;
  const reasons = found.sort(byPoints);
  if (missing.length > 0) {
    const assessed = total - missing.length;
    reasons.push({ code: 'not_assessed', values: { codes: missing.join(' '), assessed, total } });
  }
  return {
    score,
    band: bandOf(score, input.policy),
    coveragePct: Math.floor(((total - missing.length) * 100) / total),
    reasons,
  };
};
