/** What a thread remembers of its last turn; a follow-up is read against it. */
import type { Locale } from '../../domain/actor.ts';
import type { QueryPlan } from '../query-plan.ts';

/** Rows beyond these are not remembered: nobody says "the 201st". */
export const REMEMBERED_ROWS_MAX = 200;

export type Memory = {
  /** The last plan that ran; null = none has yet. */
  plan: QueryPlan | null;
  /** The clients it listed, in the order shown. */
  clientIds: readonly string[];
  /** The choices of a question that waits for an answer; empty = none waits. */
  choices: readonly QueryPlan[];
  /** The language of the last turn: "2" has none of its own. */
  language: Locale;
};
