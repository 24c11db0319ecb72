import { describe, expect, test } from 'vitest';
import type { Condition, SimpleCondition } from '../../src/query/query-plan.ts';
import { planOf, planWith } from './context.ts';

const line = (code: string, is: boolean): SimpleCondition => ({
  op: 'in',
  field: 'productLines',
  is,
  codes: [code],
});
const isIn = (field: 'tier' | 'activity' | 'gridCell', code: string): SimpleCondition => ({
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
  ['who has funds only', [{ op: 'only', field: 'productLines', is: true, codes: ['fund'] }]],
  [
    'insurance and funds only',
    [{ op: 'only', field: 'productLines', is: true, codes: ['insurance', 'fund'] }],
  ],
  ['premier only', [isIn('tier', 'premier')]],
  [
    'nothing in funds but at least 500k in deposits',
    [{ op: 'gte', field: 'deposits', value: 500_000 }, line('fund', false)],
  ],
  ['clients with at least two open alerts', [{ op: 'gte', field: 'openAlertCount', value: 2 }]],
  ['fund holders under 40', [line('fund', true), { op: 'lt', field: 'age', value: 40 }]],
  ['fund holders over 50k', [{ op: 'gt', field: 'fundBalance', value: 50_000 }]],
  [
    'fund holders under 40 or insurance holders over 65',
    [
      {
        op: 'any',
        of: [line('fund', true), { op: 'gt', field: 'age', value: 65 }],
      },
      { op: 'any', of: [line('fund', true), line('insurance', true)] },
      {
        op: 'any',
        of: [
          { op: 'lt', field: 'age', value: 40 },
          { op: 'gt', field: 'age', value: 65 },
        ],
      },
      {
        op: 'any',
        of: [{ op: 'lt', field: 'age', value: 40 }, line('insurance', true)],
      },
    ],
  ],
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

  test('two facts parted by "by" are both grouped by', () => {
    const both = planWith({ kind: 'groups', groupBy: ['tier', 'activity'] });
    expect(planOf('tier by activity')).toEqual(both);
    expect(planOf('tier vs activity')).toEqual(both);
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
