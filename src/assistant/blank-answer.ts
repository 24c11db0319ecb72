/** An answer in which nothing has been said yet; every answer is this one with its own parts. */
import type { Locale } from '../domain/actor.ts';
import type { Answer, AnswerStatus } from './answer.ts';
import type { Standing } from './standing.ts';

export const blankAnswer = (
  status: AnswerStatus,
  language: Locale,
  standing: Standing | null,
): Answer => ({
  status,
  language,
  plan: null,
  plannedBy: 'grammar',
  interpretation: null,
  rules: [],
  businessDate: standing?.businessDate.toString() ?? null,
  policyVersion: standing?.policyVersion ?? null,
  currency: standing?.currency ?? null,
  receiptId: null,
  scope: null,
  total: null,
  columns: [],
  rows: [],
  coverRows: [],
  groups: [],
  value: null,
  valueColumn: null,
  assessment: null,
  prompt: null,
  choices: [],
  notUnderstood: [],
  suggestions: [],
  reason: null,
  reasonText: null,
});
