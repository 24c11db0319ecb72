/** What a plan about a set of clients is run with, and the parts of an answer that it gives. */
import type { PlanRun } from '../db/run-plan.ts';
import type { Locale } from '../domain/actor.ts';
import type { Answer } from './answer.ts';

export type SetAnswer = Pick<
  Answer,
  'total' | 'columns' | 'rows' | 'coverRows' | 'groups' | 'value' | 'valueColumn'
>;

export const EMPTY_SET: SetAnswer = {
  total: null,
  columns: [],
  rows: [],
  coverRows: [],
  groups: [],
  value: null,
  valueColumn: null,
};

/** Clients of colleagues in the asker's care are listed apart; `coveredManagers` empty = there are none. */
export type SetRun = { run: PlanRun; coveredManagers: string[]; locale: Locale };
