import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { openSampleBank, type SampleBank } from '../support/sample-bank.ts';

let bank: SampleBank;
beforeAll(async () => {
  bank = await openSampleBank({
    seed: 32,
    on: '2026-10-31',
    managers: 1,
    clientsPerManager: 120,
    monthsOfNights: 2,
  });
});
afterAll(() => bank.close());

const ask = async (text: string): Promise<Answer> => {
  const context = { database: bank.database, now: bank.now };
  const answer = await answerQuestion(context, { actor: bank.manager, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

suite('a row shows what selected it', () => {
  test.each([
    ['clients with more than 1 call in the last 90 days', 'callCount', (n: number) => n > 1],
    ['lost more than 5% of AUM in the last month', 'aumChangePct', (n: number) => n < -5],
    ['clients who logged in last month', 'loginDays', (n: number) => n >= 1],
    ['AUM over 100,000 on 31 August 2026', 'aum', (n: number) => n > 100_000],
  ] as const)('%s', async (question, key, holds) => {
    const { rows, total } = await ask(question);
    const counted = await ask(`how many ${question}`);
    expect(total).toBeGreaterThan(0);
    expect(rows.filter((row) => holds(row[key] as number))).toHaveLength(total ?? 0);
    expect(counted.total).toBe(total);
  });
});

test('AUM of a past day is in the order of that day', async () => {
  const { rows } = await ask('AUM over 100,000 on 31 August 2026');
  const then = rows.map(({ aum }) => Number(aum));
  expect(then).toEqual(then.toSorted((a, b) => b - a));
  const today = await ask('AUM over 0');
  const now = new Map(today.rows.map(({ clientId, aum }) => [clientId, aum]));
  expect(rows.some(({ clientId, aum }) => now.get(clientId) !== aum)).toBe(true);
});
