/** What a line of the churn card is: a signal that adds points, or cannot be assessed. */
import type { Tier } from '../../domain/client.ts';
import type { ClientFacts } from '../facts.ts';
import type { Policy } from '../policy.ts';
import type { AgedFeed } from '../policy-document.ts';
import type { ReasonValue } from '../reason.ts';

export type ChurnInput = {
  facts: ClientFacts;
  policy: Policy;
  on: Temporal.PlainDate;
  inForceTier: Tier;
};

/** Points 0 = looked at, nothing found. */
export type Signal = { points: number; values: Record<string, ReasonValue> };

export const nothing: Signal = { points: 0, values: {} };

/** One entry of the card. `assess` gives null where this client's history is too short to tell. */
export type ChurnLine = {
  code: string;
  /** Each must be delivered and fresh, or the line is not assessed. */
  feeds: readonly AgedFeed[];
  assess: (input: ChurnInput) => Signal | null;
};

export type Step = { at: number; points: number };

/** Points of the last step that `met` holds for; 0 = none. Steps go from mild to grave. */
export const stepPoints = (steps: readonly Step[], met: (at: number) => boolean): number =>
  steps.findLast((step) => met(step.at))?.points ?? 0;
