import type { FieldKey } from '../../../src/query/field-keys.ts';
import type { Condition } from '../../../src/query/query-plan.ts';
import { type Asked, isIn, notIn } from './sets.ts';

const amount = (
  op: 'gte' | 'gt' | 'lte' | 'lt' | 'eq',
  field: FieldKey,
  value: number,
): Condition => ({
  op,
  field,
  value,
});
const over = (one: Condition, from: string, to: string): Condition =>
  ({ ...one, period: { from, to } }) as Condition;
const between = (field: FieldKey, from: number, to: number): Condition => ({
  op: 'between',
  field,
  is: true,
  from,
  to,
});
const flag = (field: FieldKey): Condition => ({ op: 'flag', field, is: true });
const within = (field: FieldKey, from: string | null, to: string | null, is = true): Condition => ({
  op: 'within',
  field,
  is,
  from,
  to,
});
const SEPTEMBER = ['2019-09-01', '2019-09-30'] as const;
const QUARTER = ['2019-07-01', '2019-09-30'] as const;

/** As people say it, without the name of the fact. Business date 2019-09-30, currency CNY. */
export const sayings: Asked[] = [
  {
    plan: { where: [over(amount('lt', 'netInflow', 0), ...QUARTER)] },
    en: [
      'who has taken out more than they put in this quarter',
      'clients who withdrew more than they deposited this quarter',
    ],
    zh: [],
  },
  {
    plan: { where: [amount('eq', 'csat', 5)] },
    en: ['clients who gave us a 5 in the last survey', 'clients who rated us 5'],
    zh: [],
  },
  {
    plan: { where: [between('csat', 1, 2)] },
    en: ['clients rating us 1 or 2', 'clients who scored us 1 or 2'],
    zh: [],
  },
  {
    plan: { where: [amount('lt', 'kycPct', 50)] },
    en: [
      'KYC less than 50% complete',
      'KYC less than half complete',
      'KYC file under 50% complete',
    ],
    zh: [],
  },
  {
    plan: { where: [amount('gt', 'householdAum', 1_000_000)] },
    en: ['households holding more than 1m together', 'households with more than 1m'],
    zh: [],
  },
  {
    plan: {
      where: [isIn('productLines', 'fund')],
      sort: { field: 'fundBalance', direction: 'desc' },
      limit: 3,
    },
    en: ['three largest fund holders', 'the 3 biggest fund holders'],
    zh: [],
  },
  {
    plan: { where: [between('age', 40, 55)] },
    en: ['clients between 40 and 55', 'clients aged 40 to 55'],
    zh: [],
  },
  {
    plan: { where: [isIn('lifecycle', 'prospect'), amount('gt', 'age', 30)] },
    en: ['prospects over 30'],
    zh: [],
  },
  {
    plan: { where: [flag('demotionRunning')] },
    en: ['who is about to drop a tier', 'clients about to lose their tier'],
    zh: [],
  },
  {
    plan: { where: [over(amount('gte', 'complaintCount', 1), ...SEPTEMBER)] },
    en: ['complaints in September', 'clients with a complaint this month'],
    zh: [],
  },
  {
    plan: { where: [within('closedOn', '2019-01-01', '2019-09-30')] },
    en: [
      'clients who left the bank this year',
      'who left us this year',
      'closed clients this year',
    ],
    zh: [],
  },
  {
    plan: { where: [within('onboardedOn', '2018-01-01', '2018-12-31')] },
    en: ['clients who joined us in 2018', 'clients onboarded in 2018'],
    zh: [],
  },
  {
    plan: {
      kind: 'count',
      where: [
        within('onboardedOn', null, '2019-06-30'),
        within('closedOn', null, '2019-06-30', false),
      ],
    },
    en: ['how many clients did I have at the end of June'],
    zh: [],
  },
  {
    plan: { where: [notIn('kind', 'corporate'), notIn('tier', 'mass')] },
    en: ['everyone except corporates and mass clients', 'clients other than corporates or mass'],
    zh: [],
  },
  {
    plan: { where: [notIn('tier', 'premier', 'key')] },
    en: ['everyone except premier and key clients'],
    zh: [],
  },
  {
    plan: {
      sort: { field: 'aumChange', direction: 'desc' },
      limit: 5,
      period: { from: '2019-06-01', to: '2019-09-30' },
    },
    en: ['which 5 grew most since June', 'which five clients have grown the most since June'],
    zh: [],
  },
  {
    plan: {
      sort: { field: 'contactCount', direction: 'asc' },
      limit: 1,
      period: { from: QUARTER[0], to: QUARTER[1] },
    },
    en: ['which client did I contact least this quarter'],
    zh: [],
  },
  {
    plan: { sort: { field: 'churnScore', direction: 'desc' }, limit: 1 },
    en: ['which client has the highest churn score', 'which one has the highest churn score'],
    zh: [],
  },
  {
    plan: { sort: { field: 'churnScore', direction: 'desc' } },
    en: ['which clients have the highest churn score'],
    zh: [],
  },
  {
    plan: { where: [over(amount('gt', 'aumChange', 100_000), '2019-09-01', '2019-09-30')] },
    en: ['clients up by more than 100k since the end of last month'],
    zh: [],
  },
  {
    plan: {
      kind: 'aggregate',
      where: [isIn('tier', 'key')],
      measures: [{ of: 'sum', field: 'fundBalance' }],
    },
    en: ['how much do my key clients have in funds', 'how much do key clients hold in funds'],
    zh: [],
  },
  {
    plan: {
      kind: 'aggregate',
      where: [isIn('tier', 'premier')],
      measures: [{ of: 'sum', field: 'aum' }],
    },
    en: ['what do my premier clients have with us in total?'],
    zh: [],
  },
];
