import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillSmallBank, PEOPLE } from '../support/small-bank.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  await fillSmallBank(bank);
});
afterAll(() => bank.close());

const ask = async (text: string, actor = PEOPLE.head) => {
  const now = () => Temporal.Instant.from('2019-10-01T01:00:00Z');
  const context = { database: bank.database, now };
  const answer = await answerQuestion(context, { actor, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

/** H2 heads branch B2, called Second. */
describe('a head who names a branch', () => {
  test.each(['clients of branch Second', 'how many clients in branch Second'])(
    'of the own tree is answered: %s',
    async (text) => {
      expect(await ask(text)).toMatchObject({ status: 'answered', total: expect.any(Number) });
    },
  );

  test.each(['clients of the Head office branch', 'how many clients in branch Nowhere'])(
    'of another tree, or none at all, is refused as for another book: %s',
    async (text) => {
      expect(await ask(text)).toMatchObject({
        status: 'refused',
        reason: 'other_book',
        total: null,
      });
    },
  );

  test('is answered by the bank where the whole of it may be seen', async () => {
    const answer = await ask('how many clients in branch Second', PEOPLE.compliance);
    expect(answer.status).toBe('answered');
    expect(answer.value).toBeGreaterThan(0);
  });
});
