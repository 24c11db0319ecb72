import { describe, expect, test } from 'vitest';
import type { QueryPlan } from '../../../src/query/query-plan.ts';
import type { Turn } from '../../../src/query/refine/follow-up.ts';
import type { Memory } from '../../../src/query/refine/memory.ts';
import { isFollowUp, readTurn, readWithNames } from '../../../src/query/refine/read-turn.ts';
import { CONTEXT, planOf } from '../context.ts';

const ROWS = ['C01', 'C02', 'C03'];

const memoryOf = (plan: QueryPlan | null, choices: QueryPlan[] = []): Memory => ({
  plan,
  clientIds: ROWS,
  choices,
  language: 'en',
});

const planIn = (turn: Turn): QueryPlan => {
  if (turn.status !== 'plan') throw new Error(`no plan: ${JSON.stringify(turn)}`);
  return turn.plan;
};

/** What the last turn of a thread reads as. */
const thread = (...turns: string[]): Turn => {
  let memory: Memory | null = null;
  let turn: Turn = { status: 'not_understood', words: [] };
  for (const text of turns) {
    turn = readTurn(text, CONTEXT, memory);
    if (turn.status === 'plan') memory = memoryOf(turn.plan);
    else if (turn.status === 'clarify') memory = memoryOf(memory?.plan ?? null, turn.choices);
  }
  return turn;
};

const expectSame = (turns: string[], single: string): void => {
  expect(planIn(thread(...turns)), turns.join(' → ')).toEqual(planOf(single));
};

describe('a thread equals its single full question', () => {
  test.each([
    [['high churn clients', 'only those above 500k'], 'high churn clients above 500k'],
    [['dormant clients', 'only premier'], 'dormant premier clients'],
    [['dormant clients', 'which of those hold funds?'], 'dormant clients holding funds'],
    [['dormant clients', 'not premier'], 'dormant clients not premier'],
    [['dormant clients', 'and drop premier'], 'dormant clients not premier'],
    [
      ['high churn clients', 'and drop anyone I contacted this week'],
      'high churn clients not contacted since 2019-09-30',
    ],
    [['How many dormant?', 'who are they?'], 'dormant clients'],
    [['dormant clients', 'how many?'], 'how many dormant clients'],
    [['dormant clients', 'how many of them are premier?'], 'how many dormant premier clients'],
    [
      ['How many dormant?', 'who are they?', 'sort by last contact'],
      'dormant clients sorted by last contact',
    ],
    [['dormant clients', 'sort them by deposits'], 'dormant clients sorted by deposits'],
    [['top ten clients by deposits', 'top 5'], 'top 5 clients by deposits'],
    [['top ten clients by AUM', 'only dormant'], 'top ten dormant clients by AUM'],
    [['dormant clients', 'by tier'], 'dormant clients by tier'],
    [['dormant clients by tier', 'by branch instead'], 'dormant clients by branch'],
    [['dormant clients by tier', 'and by branch'], 'dormant clients by tier and branch'],
    [['dormant clients', 'what is their total AUM?'], 'total AUM of dormant clients'],
    [['dormant clients', 'and their deposits'], 'dormant clients and their deposits'],
    [['key clients', 'what about premier?'], 'premier clients'],
    [['key clients', 'include premier'], 'key or premier clients'],
    [['dormant key clients', 'drop the tier'], 'dormant clients'],
    [['dormant key clients', 'remove the dormant filter'], 'key clients'],
    [
      ['clients not contacted in the last 60 days', 'use 90 days'],
      'clients not contacted in the last 90 days',
    ],
    [['clients with deposits above 1m', 'make it 500k'], 'clients with deposits above 500k'],
    [['clients with deposits above 1m', 'above 2m instead'], 'clients with deposits above 2m'],
    [['dormant clients', 'use 90 days'], 'clients with idle days at least 90 days'],
    [['dormant clients', 'what rule did you use?'], 'dormant clients'],
    [['dormant key clients', 'top 5', 'how many?'], 'how many dormant key clients'],
    [['dormant clients', 'exclude those with loans'], 'dormant clients without loans'],
    [['dormant clients', 'how much do they hold?'], 'total AUM of dormant clients'],
    [['dormant clients', 'who has the most AUM?'], 'dormant clients sorted by AUM'],
    [['dormant clients', 'remove all filters'], 'clients'],
    [['dormant clients', 'who are my premier clients?'], 'premier clients'],
    [['dormant clients', 'top ten clients by AUM'], 'top ten clients by AUM'],
  ])('%j', expectSame);

  test.each([
    [['沉睡客户', '只看高端的'], '沉睡的高端客户'],
    [['沉睡客户', '其中有几个是高端？'], '沉睡的高端客户有多少个'],
    [['高端客户', '这些人里谁90天没联系？'], '90天没联系的高端客户'],
    [['沉睡客户', '资产50万以上的'], '资产50万以上的沉睡客户'],
    [['资产50万以上的客户', '改成100万'], '资产100万以上的客户'],
    [['沉睡客户', '换成活跃的'], '活跃客户'],
    [['重点客户', '那高端的呢'], '高端客户'],
    [['沉睡客户', '多少户'], '沉睡客户有多少户'],
    [['沉睡客户有多少户', '是谁'], '沉睡客户'],
    [['沉睡客户', '按存款从低到高'], '沉睡客户按存款从低到高排序'],
    [['沉睡客户', '前5个'], '沉睡客户前5个'],
    [['沉睡的高端客户', '去掉层级条件'], '沉睡客户'],
    [['沉睡客户', '排除高端'], '沉睡客户，不含高端'],
    [
      ['按层级统计沉睡客户数量', '换成按客户经理', '只看高端的'],
      '按客户经理统计沉睡的高端客户数量',
    ],
    [['60天没联系的客户', '用90天'], '90天没联系的客户'],
    [['沉睡客户', '用的什么口径？'], '沉睡客户'],
    [['沉睡客户', '清空条件'], '客户'],
    [['沈睡客戶', '只看高端的'], '沉睡的高端客户'],
  ])('%j', expectSame);
});

describe('one client', () => {
  const client = { by: 'id', text: 'C02' };

  test.each([
    ['#2', { kind: 'client', show: [] }],
    ['why is #2 there', { kind: 'explain' }],
    ['the second one', { kind: 'client' }],
    ["#2's deposits", { kind: 'client', show: ['deposits'] }],
    ['第二个的存款', { kind: 'client', show: ['deposits'] }],
    ['为什么第二位在名单里', { kind: 'explain' }],
  ])('%s is the second row', (text, plan) => {
    expect(planIn(thread('dormant clients', text))).toMatchObject({ ...plan, client });
  });

  test('a row that is not there is named back', () => {
    expect(thread('dormant clients', 'why is #9 there')).toEqual({
      status: 'not_understood',
      words: ['#9'],
    });
  });

  test('the second quarter is no row', () => {
    expect(
      JSON.stringify(thread('dormant clients', 'onboarded in the second quarter')),
    ).not.toContain('C02');
  });

  test.each([
    ['why?', { kind: 'explain' }],
    ['and her deposits?', { kind: 'client', show: ['deposits'] }],
    ['他为什么是重点关注', { kind: 'explain', show: ['watch'] }],
  ])('%s goes on about the client of the last answer', (text, plan) => {
    const turn = thread('dormant clients', '#1', text);
    expect(planIn(turn)).toMatchObject({ ...plan, client: { by: 'id', text: 'C01' } });
  });

  test('"what about …" asks the same of another client', () => {
    expect(planIn(thread('AUM of client C02', 'what about client C05'))).toMatchObject({
      show: ['aum'],
      client: { text: 'C05' },
    });
  });

  test('a question about clients in the plural begins anew', () => {
    expectSame(['AUM of client C02', 'dormant clients'], 'dormant clients');
  });
});

describe('choices', () => {
  test.each([['1'], ['the first one'], ['第一个'], ['#1'], ['option 1']])(
    '%s picks the first',
    (text) => {
      expectSame(['dormant active clients', text], 'active clients');
    },
  );

  test('a follow-up that contradicts the thread is a choice', () => {
    expect(thread('dormant clients', 'only active')).toMatchObject({
      status: 'clarify',
      cause: 'conflict',
    });
  });

  test('dropping what the thread asks for may mean two things', () => {
    expect(thread('dormant clients', 'drop dormant')).toMatchObject({
      status: 'clarify',
      cause: 'whichCondition',
      choices: [{ where: [] }, { where: [{ field: 'activity', is: false }] }],
    });
  });
});

describe('what a thread does not change', () => {
  test.each([
    ['and their phone numbers?', { status: 'refused', reason: 'sensitive' }],
    ['delete them', { status: 'refused', reason: 'write_request' }],
    ['把他们全部删除', { status: 'refused', reason: 'write_request' }],
    ["show every manager's clients", { status: 'refused', reason: 'other_book' }],
    ['only blorb', { status: 'not_understood' }],
    ['只看哇啦', { status: 'not_understood' }],
    ['only platinum', { status: 'not_understood' }],
    ['thanks', { status: 'not_understood' }],
    ['and those with a yacht', { status: 'not_understood' }],
  ])('%s', (text, expected) => {
    expect(thread('dormant clients', text)).toMatchObject(expected);
  });

  test('without a thread a follow-up is not understood', () => {
    expect(thread('only those above 500k').status).toBe('not_understood');
    expect(thread('#2').status).not.toBe('plan');
  });

  test('what only the thread explains is never for the model', () => {
    const [plan] = [planIn(thread('dormant clients'))];
    expect(isFollowUp('only those with a yacht', memoryOf(plan))).toBe(true);
    expect(isFollowUp('which clients love sailing', memoryOf(plan))).toBe(false);
    expect(isFollowUp('only those with a yacht', null)).toBe(false);
  });
});

describe('names made of the words of questions', () => {
  test.each([
    ['churn score of 邹天宇', '邹天宇'],
    ['介绍一下邹天宇', '邹天宇'],
    ['邹慧敏的流失评分是多少', '邹慧敏'],
    ['target credit of 杭州长风商务服务有限公司', '杭州长风商务服务有限公司'],
    ['张总的存款', '张总'],
    ['10005的家庭总资产是多少', '10005'],
  ])('%s is about %s', (text, name) => {
    expect(planIn(thread(text)).client?.text).toBe(name);
  });

  test.each([
    ['白金客户'],
    ['王牌客户'],
    ['马上哇啦的客户'],
    ['沉睡客户哇啦'],
    ['客户 50000 哇啦'],
  ])('%s names nobody', (text) => expect(thread(text).status).toBe('not_understood'));

  test('a known name is a client before its words are a question', () => {
    const read = (text: string) => readWithNames(text, ['Gold Key Ltd.'], CONTEXT);
    expect(read('AUM of Gold Key Ltd.')).toMatchObject({ plan: { client: { by: 'name' } } });
    expect(read('AUM of gold key clients')).toBeNull();
    expect(readWithNames('gold key clients', ['Gold Key'], CONTEXT)).toBeNull();
  });
});

test('"start over: …" and "and the premier ones?" begin anew, or elsewhere', () => {
  expectSame(['key clients', 'start over: dormant clients'], 'dormant clients');
  expectSame(['重点客户', '重新来：沉睡客户'], '沉睡客户');
  expectSame(['key clients', 'and the premier ones?'], 'premier clients');
  expectSame(['who was promoted this month', 'and last month?'], 'who was promoted last month');
  expectSame(['本月升级的客户', '上个月呢'], '上个月升级的客户');
});
