import { expect, test } from 'vitest';
import { answerView } from '../../../src/slack/views/answer.ts';
import { emptyAnswer } from '../empty-answer.ts';

test('an answer that nobody matches offers the nearest questions that somebody matches', () => {
  const answer = {
    ...emptyAnswer,
    interpretation: 'Clients idle for 181 days or more',
    total: 0,
    prompt: 'Nobody matches. Nearest:',
    choices: [{ label: 'idle for 91 days or more: 7', plan: null, question: 'idle 91 days' }],
  };
  const { blocks } = answerView(answer, { masked: false, tables: true });
  const text = JSON.stringify(blocks);
  expect(text).toContain('Nobody matches. Nearest:');
  expect(text).toContain('"value":"idle 91 days"');
});
