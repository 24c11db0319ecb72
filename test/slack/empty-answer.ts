import type { Answer } from '../../src/assistant/answer.ts';
import { blankAnswer } from '../../src/assistant/blank-answer.ts';

/** An answer with nothing in it; tests lay over what matters to them. */
export const emptyAnswer: Answer = {
  ...blankAnswer('answered', 'en', null),
  businessDate: '2026-11-20',
  policyVersion: 'test',
  currency: 'CNY',
  receiptId: 'r-1',
};
