/** What a planner is: it turns a question that the grammar could not read into a plan, or says that it cannot. */
import type { Locale } from '../domain/actor.ts';
import type { QueryPlan } from './query-plan.ts';
import type { UnderstandContext } from './understand/understanding.ts';

export type PlannerRequest = {
  /** As the asker wrote it. */
  question: string;
  locale: Locale;
  context: UnderstandContext;
  /** Whose daily limits the call counts against. */
  actorKey: string;
  /** The names, of clients that the asker may see, that occur in a text; they never leave. */
  findNames: (text: string) => Promise<readonly string[]>;
  signal?: AbortSignal;
};

/**
 * - private: something in the question might be a name, so nobody was asked
 * - limit: the person's calls or tokens of the day are used up; resting: it failed too often just now
 * - the rest: what went wrong with the endpoint or its reply
 */
export type PlannerFailure =
  | 'private'
  | 'limit'
  | 'resting'
  | 'timeout'
  | 'cancelled'
  | 'failing'
  | 'rejected'
  | 'too_large'
  | 'unreadable';

/**
 * - plan: every word of the question is in the plan and every part of the plan in the question: it may be run
 * - reading: a usable plan of which that cannot be proved: it is described and asked about, never run unasked
 */
export type Planned =
  | { kind: 'plan'; plan: QueryPlan }
  | { kind: 'reading'; plan: QueryPlan }
  | { kind: 'unsupported' }
  | { kind: 'unavailable'; why: PlannerFailure };

export type Planner = (request: PlannerRequest) => Promise<Planned>;
