import { describe, expect, test } from 'vitest';
import { planOf, planWith, statusOf } from './context.ts';

const nearest = { field: 'nextTierGap', direction: 'asc' } as const;

describe('beside those closest to a tier, the first and the best are the nearest', () => {
  test.each([
    'clients closest to the next tier, best ten',
    'clients nearest to the next tier, first ten',
    'top ten closest to moving up',
  ])('%s', (question) => {
    expect(planOf(question)).toEqual(planWith({ sort: nearest, limit: 10 }));
  });

  test('the best without an order have to be asked about', () => {
    expect(statusOf('best ten clients')).toBe('clarify');
  });

  test.each([
    ['clients ready for promotion in quality', 'quality'],
    ['quality clients ripe for an upgrade', 'quality'],
    ['clients ready for promotion to key', 'quality'],
  ])('%s are those of %s', (question, tier) => {
    expect(planOf(question)).toEqual(
      planWith({ where: [{ op: 'in', field: 'tier', is: true, codes: [tier] }], sort: nearest }),
    );
  });
});

describe('what grew or fell the most is what is named', () => {
  test.each([
    ['whose deposits fell the most this month', 'depositChange', 'asc'],
    ['who lost the most deposits this month', 'depositChange', 'asc'],
    ['whose loans grew the most this month', 'loanChange', 'desc'],
    ['who fell hardest this month', 'aumChange', 'asc'],
    ['clients with funds whose AUM fell the most this month', 'aumChange', 'asc'],
  ])('%s', (question, field, direction) => {
    expect(planOf(question)).toMatchObject({ sort: { field, direction } });
  });

  test.each(['whose funds grew most this month', '本月理财减少最多的5个客户', '理财减少的客户'])(
    '%s: how a single product changed is not known',
    (question) => expect(statusOf(question)).toBe('not_understood'),
  );
});

test.each(['AUM fell by more than a fifth this month', 'AUM fell by more than 20% this month'])(
  '%s',
  (question) =>
    expect(planOf(question)).toMatchObject({
      where: [{ op: 'lt', field: 'aumChangePct', value: -20 }],
    }),
);

test.each(['clients with around 1 million', 'clients with AUM of roughly half a million'])(
  '%s asks how near',
  (question) => expect(planOf(question)).toMatchObject({ status: 'clarify', cause: 'about' }),
);
