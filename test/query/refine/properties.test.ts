import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsIn, type QueryPlan } from '../../../src/query/query-plan.ts';
import type { Memory } from '../../../src/query/refine/memory.ts';
import { readTurn } from '../../../src/query/refine/read-turn.ts';
import { CONTEXT, planOf } from '../context.ts';

/** Conditions in both languages that name their fact and stand alone as a fragment. */
const CONDITIONS: readonly [en: string, zh: string][] = [
  ['with AUM more than 500k', '资产超过50万的'],
  ['with deposits at least 1m', '存款不低于100万的'],
  ['dormant', '沉睡的'],
  ['with tier premier', '层级为高端的'],
  ['holding funds', '持有基金的'],
  ['on watch', '重点关注的'],
  ['with churn risk high', '流失风险高的'],
  ['not contacted in the last 60 days', '60天没联系的'],
  ['onboarded since 2018-01-01', '2018年1月1日以来开户的'],
];

const memoryOf = (plan: QueryPlan): Memory => ({
  plan,
  clientIds: [],
  choices: [],
  language: 'en',
});

const plan = (question: string): QueryPlan => planOf(question) as QueryPlan;

const follow = (last: QueryPlan, text: string): QueryPlan => {
  const turn = readTurn(text, CONTEXT, memoryOf(last));
  if (turn.status !== 'plan') throw new Error(`${text}: ${JSON.stringify(turn)}`);
  return turn.plan;
};

const pair = fc
  .uniqueArray(fc.nat({ max: CONDITIONS.length - 1 }), { minLength: 2, maxLength: 2 })
  .map((picked) => picked.map((at) => CONDITIONS[at] ?? ['', '']));

test('only those … is the same as both conditions in one question, in both languages', () => {
  fc.assert(
    fc.property(pair, ([a = ['', ''], b = ['', '']]) => {
      const whole = plan(`clients ${a[0]}, ${b[0]}`);
      expect(follow(plan(`clients ${a[0]}`), `only those ${b[0]}`)).toEqual(whole);
      expect(follow(plan(`${a[1]}客户`), `只看${b[1]}`)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

const SHAPES = ['top 5', 'sort by deposits', 'and their loans'] as const;

test('independent patches commute', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CONDITIONS),
      fc.constantFrom(...CONDITIONS),
      fc.constantFrom(...SHAPES),
      ([first], [second], shape) => {
        const start = plan(`clients ${first}`);
        const condition = `only those ${second}`;
        expect(follow(follow(start, condition), shape)).toEqual(
          follow(follow(start, shape), condition),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('what is added can be taken away again', () => {
  fc.assert(
    fc.property(pair, ([a = ['', ''], b = ['', '']]) => {
      const start = plan(`clients ${a[0]}`);
      const [field] = fieldsIn(plan(`clients ${b[0]}`).where);
      const more = follow(start, `only those ${b[0]}`);
      expect(fieldsIn(more.where)).toContain(field);
      expect(follow(more, `drop the ${(b[0] ?? '').replace(/^with /, '')} condition`)).toEqual(
        start,
      );
    }),
    { numRuns: 60 },
  );
});

test('a full question means in a thread what it means alone', () => {
  fc.assert(
    fc.property(pair, ([a = ['', ''], b = ['', '']]) => {
      const last = plan(`clients ${a[0]}`);
      expect(follow(last, `show my clients ${b[0]}`)).toEqual(plan(`clients ${b[0]}`));
      expect(follow(last, `${b[1]}客户有哪些`)).toEqual(plan(`${b[1]}客户`));
    }),
    { numRuns: 60 },
  );
});

test('any text in a thread is read in a moment and never widens it beyond a plan', () => {
  const last = plan('dormant premier clients by tier');
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
      const turn = readTurn(text, CONTEXT, memoryOf(last));
      expect(['plan', 'clarify', 'refused', 'not_understood']).toContain(turn.status);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['and '.repeat(100)],
  ['drop '.repeat(80)],
  ['those '.repeat(66)],
  ['其中'.repeat(200)],
  ['what about '.repeat(36)],
  ['#'.repeat(400)],
  ['第'.repeat(400)],
  [' '.repeat(400)],
])('%j, which would keep a backtracking reader for hours, is read', (text) => {
  const { status } = readTurn(text, CONTEXT, memoryOf(plan('dormant clients')));
  expect(['plan', 'clarify', 'not_understood', 'refused']).toContain(status);
});
