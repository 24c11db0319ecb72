import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { loadSample } from '../../src/cli/load-sample.ts';
import { findActorById } from '../../src/identity/find-actor.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const BUSINESS_DATE = Temporal.PlainDate.from('2026-10-28');
const now = () => Temporal.Instant.from('2026-10-28T23:00:00Z');

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  const { database } = bank;
  const sample = { managers: 2, clientsPerManager: 110, seed: 5, businessDate: BUSINESS_DATE };
  await loadSample({ database, now, progress: () => {} }, sample);
  await runNight({ database, now }, { businessDate: BUSINESS_DATE });
});
afterAll(() => bank.close());

const ask = async (text: string, managerId = 'M001'): Promise<Answer> => {
  const actor = await findActorById(bank.database, managerId);
  if (!actor) throw new Error(`no ${managerId}`);
  const asked = { actor, text, locale: 'en' as const };
  const answer = await answerQuestion({ database: bank.database, now }, asked);
  if (!answer.ok) throw new Error(answer.problem.en);
  expect([text, answer.value.status]).toEqual([text, 'answered']);
  return answer.value;
};

const idsOf = async (text: string, managerId?: string): Promise<string[]> =>
  (await ask(text, managerId)).rows.map(({ clientId }) => clientId);

/** Each beside what it is not. */
const OPPOSITES: [string, string][] = [
  ['dormant clients', 'clients who are not dormant'],
  ['clients on watch', 'clients not on watch'],
  ['clients holding funds', 'clients without funds'],
  ['clients contacted in the last 30 days', 'clients not contacted in the last 30 days'],
  ['AUM above 50k', 'AUM not above 50k'],
  ['high-value clients', 'clients who are not high-value'],
  ['流失风险高的客户', '流失风险不高的客户'],
  ['近30天联系过的客户', '近30天没联系过的客户'],
  ['持有保险的客户', '没有保险的客户'],
  ['AUM between 50k and 300k', 'AUM not between 50k and 300k'],
];

const FILTERED: [string, string][] = [
  ['key clients', 'dormant key clients'],
  ['dormant clients', 'dormant clients with AUM above 300k'],
  ['clients holding funds', 'premier clients holding funds'],
  ['重点客户', '沉睡的重点客户'],
  ['没有保险的客户', '没有保险的个人客户'],
];

const WIDENED: [string, string][] = [
  ['AUM above 300k', 'AUM above 100k'],
  ['idle more than 200 days', 'idle more than 100 days'],
  ['contacted in the last 10 days', 'contacted in the last 40 days'],
  ['资产50万到100万的客户', '资产30万到200万的客户'],
  ['资产不到5万的客户', '资产不到30万的客户'],
];

describe('a condition', () => {
  test.each(OPPOSITES)('%s and %s are the book, and nobody is in both', async (is, isNot) => {
    const [some, others, book] = [await idsOf(is), await idsOf(isNot), await idsOf('my clients')];
    expect([...some, ...others].toSorted()).toEqual(book.toSorted());
  });

  test.each(FILTERED)('%s holds all of %s', async (all, fewer) => {
    expect(new Set(await idsOf(all)).isSupersetOf(new Set(await idsOf(fewer)))).toBe(true);
  });

  test.each(WIDENED)('%s lies within %s', async (narrow, wide) => {
    const [few, many] = [await idsOf(narrow), await idsOf(wide)];
    expect(new Set(many).isSupersetOf(new Set(few))).toBe(true);
    expect(many.length).toBeGreaterThan(few.length);
  });
});

describe('a ranking', () => {
  test.each([1, 2, 5, 9])('the top %i begin the top one more', async (n) => {
    const [few, more] = [
      await idsOf(`top ${n} clients by AUM`),
      await idsOf(`top ${n + 1} clients by AUM`),
    ];
    expect(few).toHaveLength(n);
    expect(more.slice(0, n)).toEqual(few);
  });
});

describe('groups', () => {
  test.each([
    'clients by tier',
    'clients by activity',
    'clients by lifecycle',
    'clients by tier and activity',
    '按流失风险统计客户数',
  ])('%s add up to the book', async (text) => {
    const { groups } = await ask(text);
    const book = await idsOf('my clients');
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(book.length);
  });
});

describe('scope', () => {
  test('the books of managers have nobody in common, and are parts of their head’s clients', async () => {
    const [first, second] = [await idsOf('my clients'), await idsOf('my clients', 'M002')];
    const head = new Set(await idsOf('my clients', 'H001'));
    expect(new Set(first).isDisjointFrom(new Set(second))).toBe(true);
    expect(head.isSupersetOf(new Set([...first, ...second]))).toBe(true);
  });
});
