import { describe, expect, test } from 'vitest';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT } from './context.ts';

const planOf = (text: string) => {
  const read = understand(text, CONTEXT);
  return read.status === 'plan' ? read.plan : read.status;
};

describe('what one client may be is asked of the client', () => {
  test.each([
    ['is Li Na a key client?', 'Li Na', 'tier'],
    ['Was Li Na a dormant client', 'Li Na', 'activity'],
    ['李娜是重点客户吗', '李娜', 'tier'],
    ['李娜是不是高端客户', '李娜', 'tier'],
  ])('%s', (text, name, field) => {
    const client = { by: 'name', text: name };
    expect(planOf(text)).toMatchObject({ kind: 'client', client, show: [field] });
  });
});

describe('how much a figure changed is its change, not the figure of those whom it changed for', () => {
  test.each(['how much has my AUM grown since January', 'by how much has AUM risen since January'])(
    '%s',
    (text) =>
      expect(planOf(text)).toMatchObject({
        kind: 'aggregate',
        where: [],
        measures: [{ of: 'sum', field: 'aumChange' }],
      }),
  );
});

test.each(['how many complaints were closed last month', '上个月结了几个投诉'])(
  'a complaint that was closed cannot be asked about: %s',
  (text) => expect(planOf(text)).toBe('not_understood'),
);

test.each(['30天内到期的KYC', 'KYC due in the next 30 days', '三十天内要复核KYC的'])(
  'KYC falls due by its review: %s',
  (text) => expect(planOf(text)).toMatchObject({ where: [{ op: 'within', field: 'kycDueOn' }] }),
);

describe('what cannot be meant as it is said asks', () => {
  test.each([
    'clients that are both mass and key',
    'both key and premier clients',
    '资产50万以上又在30万以下',
    'AUM over 500k and under 300k',
  ])('%s', (text) =>
    expect(understand(text, CONTEXT)).toMatchObject({ status: 'clarify', cause: 'conflict' }),
  );

  test('holding both is no contradiction', () =>
    expect(planOf('clients holding both funds and insurance')).toMatchObject({ kind: 'list' }));
});

test.each([
  'everyone except corporates and mass clients',
  'clients excluding mass and dormant ones',
])('%s leaves out both', (text) => {
  const read = planOf(text);
  const where = typeof read === 'string' ? [] : read.where;
  expect(where.map((one) => 'is' in one && one.is)).toEqual([false, false]);
});

describe('in total', () => {
  test.each([
    'what do my premier clients have with us in total',
    'what do my premier clients hold altogether',
  ])('%s is a sum', (text) =>
    expect(planOf(text)).toMatchObject({
      kind: 'aggregate',
      measures: [{ of: 'sum', field: 'aum' }],
    }),
  );

  test('of a household is what the household holds', () =>
    expect(planOf('what does the household of Li Na hold altogether')).toMatchObject({
      kind: 'client',
      show: ['householdAum'],
    }));
});

test.each([
  ['my whole branch', 'other_book'],
  ['what AML alerts does Li Na have', 'sensitive'],
  ['李娜有什么反洗钱预警', 'sensitive'],
])('%s is refused: %s', (text, reason) =>
  expect(understand(text, CONTEXT)).toEqual({ status: 'refused', reason }),
);

test.each(['合作五年以上的客户', 'clients with us for at least 5 years'])(
  '%s were onboarded by then',
  (text) =>
    expect(planOf(text)).toMatchObject({
      where: [{ op: 'within', field: 'onboardedOn', from: null }],
    }),
);

test.each([
  ['matures before the month end', '2026-11-30'],
  ['maturing before the quarter end', '2026-12-31'],
  ['maturing by the end of the year', '2026-12-31'],
])('%s lies ahead', (text, to) => {
  const context = { ...CONTEXT, businessDate: Temporal.PlainDate.from('2026-11-20') };
  expect(understand(text, context)).toMatchObject({ plan: { where: [{ period: { to } }] } });
});

test.each([
  'average AUM of clients with and without insurance',
  'alerts closed last week',
  '已处理的预警',
])('%s has no plan', (text) => expect(planOf(text)).toBe('not_understood'));

test.each(['how much money left my book last month', 'how much AUM left last month'])(
  '%s is not a client who left',
  (text) => expect(planOf(text)).toBe('not_understood'),
);

describe('what is left out is left out, and no more', () => {
  test.each([
    ['all but premier', ['tier', false]],
    ['everyone but the dormant', ['activity', false]],
    ['不算活跃的客户', ['activity', false]],
    ['excluding premier, dormant', ['tier', false], ['activity', true]],
    ['apart from premier, who is dormant', ['tier', false], ['activity', true]],
    ['不含对公，重点客户', ['kind', false], ['tier', true]],
    ['剔除对公，流失风险高', ['kind', false], ['churnBand', true]],
  ] as const)('%s', (text, ...expected) => {
    const read = planOf(text);
    const where = typeof read === 'string' ? [] : read.where;
    const said = where.map((one) => ('is' in one && 'field' in one ? [one.field, one.is] : []));
    expect(said.toSorted()).toEqual(expected.toSorted());
  });
});

test.each([
  '沉睡的，高端不算',
  '没有投诉和预警',
  'no complaints and alerts',
  'time deposits maturing in the next 14 days over 200k',
  'of my 20 largest, who is dormant',
  '资产前20里沉睡的',
  'AUM dropped below 300k this month',
  'no longer dormant',
  '不再沉睡的',
])('%s says more than a plan can', (text) => expect(planOf(text)).toBe('not_understood'));

test.each([
  'top 10 dormant clients',
  '没有投诉，联系超期的',
  'premier clients without complaints and with funds',
])('%s has one', (text) => expect(planOf(text)).toMatchObject({ kind: 'list' }));
