/** An answer as data: what the terminal prints as JSON and what Slack renders. Nothing in it needs the database. */

import type { Locale } from '../domain/actor.ts';
import type { FieldType } from '../query/catalog/field.ts';
import type { QueryPlan } from '../query/query-plan.ts';

export type AnswerStatus = 'answered' | 'clarify' | 'not_understood' | 'refused';

export const REFUSAL_REASONS = [
  'other_book',
  'write_request',
  'out_of_scope',
  'sensitive',
  'too_long',
  'unknown_person',
  'rate_limited',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * Money is a number of reporting-currency units, a percentage 43.2 for 43.2 %, a date ISO text, a code the
 * catalog's code (`key`), null = unknown or never.
 */
export type Cell = string | number | boolean | string[] | null;

/** A column is shown as the catalog's field of that type is. */
export type ColumnKind = FieldType;

/** `labels`: code → name in the answer's language. `whenNull`: what an empty cell says ("never", "–"). */
export type Column = {
  key: string;
  heading: string;
  kind: ColumnKind;
  labels: Record<string, string> | null;
  whenNull: string;
};

/** Catalog key → value; `clientId` always, the rest as the columns say. */
export type Row = { clientId: string; [key: string]: Cell };

/** `key`: the group's code, null = none; for two group-bys `key` is "a/b" and `keys` holds each. */
export type Group = {
  key: string | null;
  name: string;
  count: number;
  keys?: (string | null)[];
  [key: string]: Cell | (string | null)[] | undefined;
};

/** How many clients went from one tier to another; of several moves of a client the last counts. */
export type TierMoves = { from: string; to: string; count: number };

/** Picking a choice runs `plan`; without one it asks `question`. */
export type Choice = { label: string; plan: QueryPlan | null; question: string | null };

/** A reason in words with its points; null points = states a fact, scores nothing. */
export type ExplainedReason = {
  code: string;
  points: number | null;
  text: string;
  /** How it may be said to the client; null or absent = not for the client. */
  clientText?: string | null;
};

/** What would keep a tier that is about to be lost; amounts in reporting-currency units, dates ISO text. */
export type ExplainedDemotion = {
  tier: string;
  below: string;
  /** Month-ends below the floor so far, and how many lead to a demotion. */
  months: number;
  needed: number;
  average: number;
  floor: number;
  /** What the average lacks for the floor, and for the share of it from which nobody is moved down. */
  lacking: number;
  bufferLacking: number;
  earliestOn: string;
  heldUntil: string | null;
  text: string[];
  clientText: string;
};

export type ExplainedAssessment = {
  clientId: string;
  name: string;
  computedTier: string;
  inForceTier: string;
  lifecycle: string;
  activity: string;
  reasons: ExplainedReason[];
  /** Reporting-currency units that avg3 lacks; null = no tier above. */
  nextTierGap: number | null;
  /** Consecutive decision dates below the floor; 0 = the clock is not running. */
  demotionClock: number;
  /** null or absent = no tier is about to be lost. */
  demotion?: ExplainedDemotion | null;
  churn: { score: number; band: string; reasons: ExplainedReason[]; coverage: number };
};

export type Answer = {
  status: AnswerStatus;
  language: Locale;
  plan: QueryPlan | null;
  plannedBy: 'grammar' | 'model';
  /** How the question was read, one sentence in `language`; null when nothing was. */
  interpretation: string | null;
  /** The definitions that the answer used, a line each. */
  rules: string[];
  /** ISO date of the data; null = refused before any data were looked at. */
  businessDate: string | null;
  policyVersion: string | null;
  currency: string | null;
  receiptId: string | null;
  /** "your 142 clients", "the 1,204 clients of branch Xuhui". */
  scope: string | null;
  /** What matches, before any limit; null = not a question about a set. */
  total: number | null;
  columns: Column[];
  rows: Row[];
  /** Clients of colleagues whom the asker stands in for; not in `rows` nor `total`. */
  coverRows: Row[];
  groups: Group[];
  /** Of a question about clients whose tier moved; absent = not such a question. */
  moves?: TierMoves[];
  /** One number (or one fact of one client); `valueColumn` says what it is. */
  value: Cell;
  valueColumn: Column | null;
  /** Of one client: tier, churn and lifecycle with their reasons. */
  assessment: ExplainedAssessment | null;
  /** clarify: what to decide, and at most four ways. */
  prompt: string | null;
  choices: Choice[];
  /** The words that could not be used, as the asker wrote them, and questions near by that can be asked. */
  notUnderstood: string[];
  suggestions: string[];
  /** refused: why, as a code and as a sentence. */
  reason: RefusalReason | null;
  reasonText: string | null;
};
