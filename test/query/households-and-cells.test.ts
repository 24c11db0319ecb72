import { describe, expect, test } from 'vitest';
import { planOf, planWith } from './context.ts';

const inCell = (...codes: string[]) =>
  planWith({ where: [{ op: 'in', field: 'gridCell', is: true, codes }] });

describe('an amount said of a household is what it holds together', () => {
  test.each([
    'households above 2m',
    'households with more than 2m in total',
    'households with total assets over 2m',
    'which households hold more than 2m altogether',
    'clients whose household has over 2m',
    '家庭超过200万的客户',
  ])('%s', (question) => {
    const where = [{ op: 'gt' as const, field: 'householdAum' as const, value: 2_000_000 }];
    expect(planOf(question)).toEqual(planWith({ where }));
  });

  test.each([
    ['top 5 households', 'households'],
    ['biggest households', 'households'],
    ['top 5 households by total AUM', 'households'],
    ['资产最多的5个家庭', '家庭'],
    ['200万以上的家庭', '家庭'],
  ])('%s is no order of clients', (question, word) => {
    expect(planOf(question)).toEqual({ status: 'not_understood', words: [word] });
  });

  test('a household that is only shown leaves the amount to the client', () => {
    expect(planOf('clients with AUM above 1m and their household')).toMatchObject({
      where: [{ field: 'aum' }],
      show: ['household'],
    });
  });
});

describe('a band and a state joined by a sign are one cell of the 16 grid', () => {
  test.each(['clients in key / quiet', 'key-quiet clients', 'clients in the key/quiet cell'])(
    '%s',
    (question) => expect(planOf(question)).toEqual(inCell('key_quiet')),
  );

  test.each(['重点/沉睡客户', '重点-沉睡的客户'])('%s', (question) =>
    expect(planOf(question)).toEqual(inCell('key_dormant')),
  );

  test('two facts side by side stay two facts', () => {
    expect(planOf('key quiet clients')).toMatchObject({
      where: [{ field: 'tier' }, { field: 'activity' }],
    });
  });

  test('two bands joined by a sign stay alternatives', () => {
    expect(planOf('key/premier clients')).toMatchObject({
      where: [{ field: 'tier', codes: ['key', 'premier'] }],
    });
  });
});

test.each([
  'payroll employees of our corporate clients',
  '是我行对公客户的代发员工',
  '企业客户的代发员工有哪些',
])('%s asks for the relation alone', (question) => {
  expect(planOf(question)).toEqual(
    planWith({
      where: [{ op: 'in', field: 'relations', is: true, codes: ['payroll_employee_of'] }],
    }),
  );
});

test.each(['net inflow本月排名前3', 'net inflow this month, top 3', 'net inflow this month 前3'])(
  '%s orders by the inflow',
  (question) => {
    expect(planOf(question)).toMatchObject({
      sort: { field: 'netInflow', direction: 'desc' },
      limit: 3,
    });
  },
);
