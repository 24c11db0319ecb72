import { describe, expect, test } from 'vitest';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT, planOf, planWith } from './context.ts';
import { everyday, everydayChoices, everydayRefusals, everydayUnknown } from './data/everyday.ts';

const wordings = everyday.flatMap(({ plan, zh }) => zh.map((question) => ({ question, plan })));

describe('everyday Chinese', () => {
  test.each(wordings)('$question', ({ question, plan }) => {
    expect(planOf(question)).toEqual(planWith(plan));
  });

  test.each(everydayChoices)('%s asks: %s', (question, cause, ways) => {
    const understanding = understand(question, CONTEXT);
    expect(understanding).toMatchObject({ status: 'clarify', cause });
    expect(understanding.status === 'clarify' && understanding.choices).toHaveLength(ways);
  });

  test.each(everydayRefusals)('%s is refused as %s', (question, reason) => {
    expect(planOf(question)).toEqual({ status: 'refused', reason });
  });

  test.each(everydayUnknown)('%s names the words', (question, words) => {
    expect(planOf(question)).toEqual({ status: 'not_understood', words });
  });
});
