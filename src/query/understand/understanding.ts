/** What became of a question's words. */
import type { Reach } from '../../domain/actor.ts';
import type { BusinessDate } from '../../domain/business-date.ts';
import type { QueryPlan } from '../query-plan.ts';
import type { RefusedWord, VagueWord } from './items.ts';

/** `seesWholeBank`: the asker's own scope is the bank, so that "the whole bank" asks for nothing more. */
export type UnderstandContext = {
  businessDate: BusinessDate;
  currency: string;
  reach: Reach;
  seesWholeBank: boolean;
};

/** Why a choice is needed: two conditions that exclude each other, a word without a number, a field without a use. */
export type ClarifyCause = 'conflict' | 'sinceWhen' | 'totalOrEach' | VagueWord;

export type Understanding =
  | { status: 'plan'; plan: QueryPlan }
  | { status: 'clarify'; cause: ClarifyCause; choices: QueryPlan[] }
  | { status: 'not_understood'; words: string[] }
  | { status: 'refused'; reason: RefusedWord | 'too_long' };
