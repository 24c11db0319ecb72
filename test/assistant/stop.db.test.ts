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

const ask = (text: string, signal?: AbortSignal) =>
  answerQuestion(
    { database: bank.database, now: () => Temporal.Instant.from('2019-10-01T01:00:00Z') },
    { actor: PEOPLE.own, text, locale: 'en', thread: 'T1', ...(signal ? { signal } : {}) },
  );

/** While the table is locked, every question waits for it. */
const whileLocked = <T>(work: () => Promise<T>): Promise<T> =>
  bank.owner.begin(async (tx) => {
    await tx`lock table client_state in access exclusive mode`;
    return work();
  }) as Promise<T>;

const waiting = async (): Promise<number> => {
  const [row] = await bank.owner`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.n;
};

const kept = async (): Promise<number> => {
  const [row] = await bank.owner`
    select (select count(*) from receipts)::int + (select count(*) from conversations)::int as n`;
  return row?.n;
};

describe('a question', () => {
  test('that is stopped ends on the server too, and nothing of it is kept', async () => {
    const before = await kept();
    await whileLocked(async () => {
      const controller = new AbortController();
      const asked = ask('key clients', controller.signal);
      const ended = asked.then(
        () => 'answered',
        (error: Error) => error.name,
      );
      await expect.poll(waiting).toBe(1);
      controller.abort();
      expect(await ended).toBe('AbortError');
      expect(await waiting()).toBe(0);
    });
    expect(await kept()).toBe(before);
  });

  test('after one that was stopped is answered on the same connections', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('key clients')));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { total: 2 } });
  });

  test('stopped before it began asks the database nothing', async () => {
    await expect(ask('key clients', AbortSignal.abort())).rejects.toThrow(/abort/i);
  });

  test('that takes too long says so, and what to do', { timeout: 20_000 }, async () => {
    const answer = await whileLocked(() => ask('key clients'));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'too_slow' } });
    expect(answer.ok || answer.problem.en).toContain('longer than 10 seconds');
  });
});
