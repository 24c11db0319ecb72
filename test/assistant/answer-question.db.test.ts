import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerChoice, answerQuestion } from '../../src/assistant/answer-question.ts';
import { explainClient } from '../../src/assistant/explain-client.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillSmallBank, PEOPLE } from '../support/small-bank.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  await fillSmallBank(bank);
});
afterAll(() => bank.close());

const now = () => Temporal.Instant.from('2019-10-01T01:00:00Z');
const context = () => ({ database: bank.database, now });

const ask = async (text: string, actor: Actor = PEOPLE.own): Promise<Answer> => {
  const answer = await answerQuestion(context(), { actor, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

const receiptOf = async ({ receiptId }: Answer) => {
  const [receipt] = await bank.owner`select * from receipts where receipt_id = ${receiptId}`;
  return receipt;
};

describe('answers', () => {
  test('a list says how it was read, which rule, which date, how many, and whose', async () => {
    const answer = await ask('Who are my dormant high-value clients?');
    expect(answer).toMatchObject({
      status: 'answered',
      language: 'en',
      interpretation: 'Clients with tier key, premier or class 1; activity dormant',
      businessDate: '2019-09-30',
      policyVersion: 'test-1',
      scope: 'your 6 clients',
      total: 2,
    });
    expect(answer.rules).toContain('high-value = in-force tier Key, Premier, Class 1');
    expect(answer.rows.map(({ clientId }) => clientId)).toEqual(['C04', 'C02']);
    expect(answer.rows[1]).toEqual({
      clientId: 'C02',
      name: 'Client C02',
      tier: 'key',
      aum: 300_000,
      activity: 'dormant',
    });
  });

  test('the language of the question is that of the answer', async () => {
    const answer = await ask('沉睡的高价值客户有哪些');
    expect(answer).toMatchObject({
      language: 'zh-CN',
      interpretation: '等级为重点、高端或一类，活跃度为沉睡的客户',
      scope: '您名下的 6 位客户',
      total: 2,
    });
  });

  test('each tier is listed, the empty ones too, with the sums that were asked', async () => {
    const { groups } = await ask('how many clients in each tier and how much do they hold');
    expect(groups.map(({ key, count, aum }) => [key, count, aum])).toEqual([
      ['mass', 3, 300_069],
      ['potential', 0, 0],
      ['quality', 0, 0],
      ['key', 2, 600_001],
      ['premier', 1, 300_001],
      ['class_3', 0, 0],
      ['class_2', 0, 0],
      ['class_1', 0, 0],
    ]);
  });

  test('counts, sums, averages and shares are one number', async () => {
    expect(await ask('how many dormant clients')).toMatchObject({ value: 2, total: 2 });
    expect(await ask('重点客户的总资产')).toMatchObject({ value: 600_001, total: 2 });
    expect(await ask('average AUM of key clients')).toMatchObject({ value: 300_000.5 });
    expect(await ask('What share of my book is dormant?')).toMatchObject({ value: 33.3, total: 2 });
  });

  test("a colleague's clients in the asker's care are listed apart and not counted", async () => {
    const answer = await ask('key clients');
    expect(answer.rows.map(({ clientId }) => clientId)).toEqual(['C04', 'C02']);
    expect(answer.coverRows.map(({ clientId }) => clientId)).toEqual(['C12']);
    expect(answer.total).toBe(2);
  });

  test('one fact of one client is in the row and is the value', async () => {
    const answer = await ask('AUM of client C02');
    expect(answer).toMatchObject({ value: 300_000, total: 1 });
    expect(answer.rows).toEqual([{ clientId: 'C02', name: 'Client C02', aum: 300_000 }]);
  });

  test('two clients of one name are a choice, and picking one answers', async () => {
    const answer = await ask('张伟');
    expect(answer).toMatchObject({ status: 'clarify', prompt: '有多位客户符合这个名称，请选择：' });
    expect(answer.choices.map(({ label }) => label)).toEqual([
      '张伟（C04，重点，First）',
      '张伟（C05，大众，First）',
    ]);
    const plan = answer.choices[1]?.plan;
    if (!plan) throw new Error('a choice has a plan');
    const picked = await answerChoice(context(), { actor: PEOPLE.own, plan, locale: 'zh-CN' });
    expect(picked).toMatchObject({ ok: true, value: { rows: [{ clientId: 'C05' }] } });
  });

  test('explain tells tier, clock and risk', async () => {
    const answer = await explainClient(context(), {
      actor: PEOPLE.own,
      clientId: 'C02',
      locale: 'en',
    });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        assessment: { inForceTier: 'key', demotionClock: 0, churn: { score: 0, coverage: 100 } },
      },
    });
  });
});

describe('what is not told', () => {
  test("another's client and one that does not exist are answered alike", async () => {
    const strip = ({ receiptId: _, ...answer }: Answer) => answer;
    const other = strip(await ask('AUM of client C11'));
    expect(other).toMatchObject({ status: 'refused', reason: 'other_book', rows: [] });
    expect(strip(await ask('AUM of client C99'))).toEqual(other);
    expect(strip(await ask('客户王芳的资产'))).toEqual(strip(await ask('客户欧阳修的资产')));
  });

  test('words that are not understood are named and nothing is run', async () => {
    const answer = await ask('dormant clients blorb');
    expect(answer).toMatchObject({
      status: 'not_understood',
      notUnderstood: ['blorb'],
      rows: [],
      total: null,
    });
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });

  test('a refusal says why in the language of the question', async () => {
    expect(await ask('把沉睡客户全部删除')).toMatchObject({
      status: 'refused',
      reason: 'write_request',
      language: 'zh-CN',
    });
    expect(await ask("list every manager's clients")).toMatchObject({
      reason: 'other_book',
      rows: [],
    });
  });
});

test('every answer leaves a receipt; equal answers have equal hashes', async () => {
  const first = await receiptOf(await ask('top ten by AUM'));
  const again = await receiptOf(await ask('資產前十', PEOPLE.own));
  expect(first).toMatchObject({ actor_id: 'M1', status: 'answered', scope: 'own', total: 6 });
  expect(again?.result_hash).toBe(first?.result_hash);
  expect(JSON.stringify(first)).not.toContain('top ten');
  const refused = await receiptOf(await ask('export this'));
  expect(refused).toMatchObject({
    status: 'refused',
    reason: 'write_request',
    plan: null,
    result_hash: null,
  });
  const looked = await receiptOf(await ask('how many clients', PEOPLE.compliance));
  expect(looked).toMatchObject({ actor_id: 'A1', scope: 'bank' });
});

test('before the first night there is nothing to answer from', async () => {
  const empty = await openTestDatabase();
  try {
    const answer = await answerQuestion(
      { database: empty.database, now },
      { actor: PEOPLE.own, text: 'key clients', locale: 'en' },
    );
    expect(answer).toMatchObject({ ok: false, problem: { code: 'no_night_yet' } });
  } finally {
    await empty.close();
  }
});
