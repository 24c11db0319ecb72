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

test.each(['合作五年以上的客户', 'clients with us for at least 5 years'])(
  '%s were onboarded by then',
  (text) =>
    expect(planOf(text)).toMatchObject({
      where: [{ op: 'within', field: 'onboardedOn', from: null }],
    }),
);
