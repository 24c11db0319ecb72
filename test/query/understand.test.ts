import { describe, expect, test } from 'vitest';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT, planOf, planWith } from './context.ts';
import { choices, refusals, unknownWords } from './data/declined.ts';
import { figures, orders, persons } from './data/orders.ts';
import { sayings } from './data/sayings.ts';
import { contrasts, lastings } from './data/sayings-of-time.ts';
import { type Asked, conditions, periods } from './data/sets.ts';
import { times } from './data/times.ts';

const wordings = (asked: readonly Asked[]) =>
  asked.flatMap(({ plan, en, zh }) => [...en, ...zh].map((question) => ({ question, plan })));

describe.each([
  ['conditions', conditions],
  ['periods', periods],
  ['orders', orders],
  ['figures', figures],
  ['one client', persons],
  ['moves, days, spans and comparisons', times],
  ['everyday wordings', [...sayings, ...lastings]],
  ['then and now', contrasts],
])('%s', (_, asked) => {
  test.each(wordings(asked))('$question', ({ question, plan }) => {
    expect(planOf(question)).toEqual(planWith(plan));
  });
});

describe('what is not answered', () => {
  test.each(unknownWords)('%s names the words', (question, words) => {
    expect(planOf(question)).toEqual({ status: 'not_understood', words });
  });

  test.each(refusals)('%s is refused as %s', (question, reason) => {
    expect(planOf(question)).toEqual({ status: 'refused', reason });
  });

  test.each(choices)('%s asks: %s', (question, cause, ways) => {
    const understanding = understand(question, CONTEXT);
    expect(understanding).toMatchObject({ status: 'clarify', cause });
    expect(understanding.status === 'clarify' && understanding.choices).toHaveLength(ways);
  });

  test('whoever sees the whole bank may say so', () => {
    const bank = { ...CONTEXT, reach: 'bank' as const, seesWholeBank: true };
    expect(planOf('全行沉睡客户', bank)).toEqual(planOf('沉睡客户'));
    expect(planOf('dormant clients of the whole bank', bank)).toEqual(planOf('dormant clients'));
  });
});
