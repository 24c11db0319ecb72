import { describe, expect, test } from 'vitest';
import { readTurn, readWithNames } from '../../../src/query/refine/read-turn.ts';
import { CONTEXT } from '../context.ts';

/** Each holds words that ask for something elsewhere: an industry, a kind, a tier, a product. */
const COMPANIES = [
  '南通凯越建设工程有限公司',
  '杭州长风商务服务有限公司',
  '苏州科技物流集团',
  '重点基金投资有限责任公司',
  '厦门理财咨询事务所',
];

const QUESTIONS: [around: (name: string) => string, show: string[]][] = [
  [(name) => `which class is ${name}`, ['tier']],
  [(name) => `what industry is ${name} in`, ['industry']],
  [(name) => `${name}是几类客户`, ['tier']],
  [(name) => `${name}属于什么行业`, ['industry']],
  [(name) => `deposits of ${name}`, ['deposits']],
];

describe.each(COMPANIES)('%s', (name) => {
  test.each(QUESTIONS.map(([around, show]) => ({ question: around(name), show })))(
    'is one name in: $question',
    ({ question, show }) => {
      const turn = readTurn(question, CONTEXT, null);
      expect(turn).toMatchObject({ status: 'plan', plan: { client: { text: name }, show } });
    },
  );
});

test('a known name keeps the words of a question that it ends in', () => {
  const names = ['Golden Harbour Logistics', 'Wu Jie'];
  for (const question of [
    'which class is Golden Harbour Logistics',
    'tier of golden harbour logistics',
  ])
    expect(readWithNames(question, names, CONTEXT)).toMatchObject({
      plan: { client: { text: 'Golden Harbour Logistics' }, show: ['tier'] },
    });
});
