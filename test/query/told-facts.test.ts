import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/query/query-plan.ts';
import { planOf, planWith } from './context.ts';

const line = (code: string, is: boolean): Condition => ({
  op: 'in',
  field: 'productLines',
  is,
  codes: [code],
});
const isIn = (field: 'tier' | 'activity' | 'gridCell', code: string): Condition => ({
  op: 'in',
  field,
  is: true,
  codes: [code],
});
const unknown = (field: 'industry' | 'age' | 'kycDueOn' | 'riskAppetite'): Condition => ({
  op: 'known',
  field,
  is: false,
});

const told: readonly [string, readonly Condition[]][] = [
  ['who owes us more than 200k', [{ op: 'gt', field: 'loans', value: 200_000 }]],
  [
    'who owes us more than 100k on mortgages',
    [{ op: 'gt', field: 'mortgageBalance', value: 100_000 }],
  ],
  ['clients with debts above 300k', [{ op: 'gt', field: 'loans', value: 300_000 }]],
  [
    'contribution over 3,000 in the past 12 months',
    [{ op: 'gt', field: 'contribution12m', value: 3_000 }],
  ],
  [
    'contribution over the past year above 5000',
    [{ op: 'gt', field: 'contribution12m', value: 5_000 }],
  ],
  ['clients with more than 2m in total', [{ op: 'gt', field: 'aum', value: 2_000_000 }]],
  [
    'households with more than 800k in total',
    [{ op: 'gt', field: 'householdAum', value: 800_000 }],
  ],
  ['premier folks with nothing in insurance', [isIn('tier', 'premier'), line('insurance', false)]],
  ['who uses trade finance', [line('trade_finance', true)]],
  ['clients whose industry is not recorded', [unknown('industry')]],
  ['clients whose age is not recorded', [unknown('age')]],
  ['clients with no KYC review date on file', [unknown('kycDueOn')]],
  ['clients with no risk appetite recorded', [unknown('riskAppetite')]],
  ['activity not recorded', [isIn('activity', 'unknown')]],
];

describe('a fact told in other words', () => {
  test.each(told)('%s', (question, where) => {
    expect(planOf(question)).toEqual(planWith({ where: [...where] }));
  });

  test('a cell of the grid is named by its two sides', () => {
    const where = [isIn('gridCell', 'key_quiet')];
    expect(planOf('clients in the key / quiet cell of the 16-grid')).toEqual(planWith({ where }));
  });

  test('a further fact after "against" is one more to group by', () => {
    expect(planOf('cross-tab of tier against activity')).toEqual(
      planWith({ kind: 'groups', groupBy: ['tier', 'activity'] }),
    );
  });

  test.each([
    'contribution above 5000 this year',
    'contribution in the last 6 months over 3000',
    'flagged because of mortgage',
  ])('%s has no such plan', (question) => {
    expect(planOf(question)).toMatchObject({ status: 'not_understood' });
  });
});
