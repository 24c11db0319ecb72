import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerChoice, answerQuestion } from '../../src/assistant/answer-question.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillSmallBank, PEOPLE } from '../support/small-bank.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  await fillSmallBank(bank);
});
afterAll(() => bank.close());

const MORNING = Temporal.Instant.from('2019-10-01T01:00:00Z');

type Turn = { actor?: Actor; at?: Temporal.Instant; locale?: 'en' | 'zh-CN' };

const ask = async (thread: string | null, text: string, turn: Turn = {}): Promise<Answer> => {
  const { actor = PEOPLE.own, at = MORNING, locale = 'en' } = turn;
  const context = { database: bank.database, now: () => at };
  const answer = await answerQuestion(context, { actor, text, locale, thread });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

const ids = ({ rows }: Answer) => rows.map(({ clientId }) => clientId);

describe('a thread', () => {
  test('goes from question to follow-up to follow-up, and gives what one question gives', async () => {
    expect(ids(await ask('t1', 'key clients'))).toEqual(['C04', 'C02']);
    expect(ids(await ask('t1', 'only those above 300000'))).toEqual(['C04']);
    const last = await ask('t1', 'how many?');
    const single = await ask(null, 'how many key clients above 300000');
    expect({ ...last, receiptId: '' }).toEqual({ ...single, receiptId: '' });
    expect(last.value).toBe(1);
  });

  test('in Chinese, and a question of its own begins anew', async () => {
    expect((await ask('t2', '沉睡客户')).total).toBe(2);
    expect(await ask('t2', '换成活跃的')).toMatchObject({ language: 'zh-CN', total: 3 });
    expect(ids(await ask('t2', '其中资产30万以上的'))).toEqual(['C03']);
    expect(ids(await ask('t2', 'key clients'))).toEqual(['C04', 'C02']);
  });

  test('"#2" is the second row shown, "why" is about the same client', async () => {
    await ask('t3', 'key clients');
    expect(await ask('t3', "#2's AUM")).toMatchObject({ value: 300_000 });
    const why = await ask('t3', 'why?');
    expect(why.assessment?.clientId).toBe('C02');
  });

  test('a choice is picked in words, in the language of the thread, and the thread goes on from it', async () => {
    expect((await ask('t4', '张伟的资产')).status).toBe('clarify');
    const picked = await ask('t4', '2');
    expect(picked).toMatchObject({ language: 'zh-CN', value: 0, rows: [{ clientId: 'C05' }] });
    expect((await ask('t4', '他为什么是重点关注')).assessment?.clientId).toBe('C05');
  });

  test('goes on from a choice that was pressed', async () => {
    const { choices } = await ask('t5', 'dormant active clients');
    const plan = choices[0]?.plan;
    if (!plan) throw new Error('a choice has a plan');
    const context = { database: bank.database, now: () => MORNING };
    await answerChoice(context, { actor: PEOPLE.own, plan, locale: 'en', thread: 't5' });
    expect((await ask('t5', 'how many?')).value).toBe(3);
  });

  test('what was not understood or refused leaves the thread where it was', async () => {
    await ask('t6', 'key clients');
    expect((await ask('t6', 'only blorb')).status).toBe('not_understood');
    expect((await ask('t6', 'and their phone numbers?')).reason).toBe('sensitive');
    expect(ids(await ask('t6', 'only those above 300000'))).toEqual(['C04']);
  });
});

describe('a thread is never shared', () => {
  test("another person's follow-up finds nothing to follow", async () => {
    await ask('shared', 'key clients');
    const other = await ask('shared', 'only those above 300000', { actor: PEOPLE.other });
    expect(other).toMatchObject({ status: 'not_understood', rows: [] });
    const row = await ask('shared', '#1', { actor: PEOPLE.other });
    expect(row.status).not.toBe('answered');
  });

  test('another thread, and no thread, know nothing of it', async () => {
    await ask('t7', 'key clients');
    expect((await ask('t8', 'only those above 300000')).status).toBe('not_understood');
    expect((await ask(null, 'only those above 300000')).status).toBe('not_understood');
  });

  test('a remembered row outside the scope of today is answered like one that does not exist', async () => {
    await ask('t9', 'key clients', { actor: PEOPLE.compliance });
    await bank.owner`update conversations set actor_id = 'M2' where actor_id = 'A1'`;
    const answer = await ask('t9', '#2', { actor: PEOPLE.other });
    expect(answer).toMatchObject({ status: 'refused', reason: 'other_book', rows: [] });
  });
});

test('a thread is forgotten after a day, and leaves no row', async () => {
  await ask('old', 'key clients');
  const later = MORNING.add({ hours: 23, minutes: 59 });
  expect((await ask('old', 'only those above 300000', { at: later })).total).toBe(1);
  const next = later.add({ hours: 24 });
  expect((await ask('old', 'only those above 300000', { at: next })).status).toBe('not_understood');
  const [row] = await bank.owner`
    select count(*)::int as n from conversations where at <= ${next.subtract({ hours: 24 }).toString()}`;
  expect(row?.n).toBe(0);
});

test('the question is kept nowhere, only its hash and what it meant', async () => {
  await ask('private', 'clients above 123456 whose luck is good');
  await ask('private', 'key clients');
  const [kept] = await bank.owner`
    select (select string_agg(c::text, '') from conversations c)
        || (select string_agg(r::text, '') from receipts r) as everything`;
  expect(kept?.everything).not.toContain('luck');
});
