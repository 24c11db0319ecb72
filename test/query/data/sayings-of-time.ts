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
const within = (field: FieldKey, from: string | null, to: string | null, is = true): Condition => ({
  op: 'within',
  field,
  is,
  from,
  to,
});
const SEPTEMBER = ['2019-09-01', '2019-09-30'] as const;

/** How long, since when, how much of what matures. Business date 2019-09-30, currency CNY. */
export const lastings: Asked[] = [
  {
    plan: { where: [amount('gt', 'idleDays', 365)] },
    en: ['clients who have made no transaction in over a year', 'idle for more than a year'],
    zh: [],
  },
  {
    plan: { where: [amount('gt', 'idleDays', 184)] },
    en: ['clients idle for more than half a year'],
    zh: [],
  },
  {
    plan: { where: [amount('eq', 'demotionClock', 2)] },
    en: ['clients two months into the demotion clock', 'two months on the demotion clock'],
    zh: [],
  },
  {
    plan: {
      where: [over(amount('gt', 'maturingAmount', 100_000), '2019-10-01', '2019-10-31')],
    },
    en: ['maturities over 100k next month', 'more than 100k maturing next month'],
    zh: [],
  },
  {
    plan: { where: [over(amount('lt', 'aumChange', -50_000), ...SEPTEMBER)] },
    en: ['clients who lost more than 50k since the end of August'],
    zh: [],
  },
  {
    plan: { where: [isIn('tier', 'premier'), within('lastContactOn', '2019-08-17', null, false)] },
    en: ['no contact with my premier clients in 45 days'],
    zh: [],
  },
  {
    plan: { where: [within('onboardedOn', null, '2014-09-29')] },
    en: ['clients who have been with us for more than five years'],
    zh: [],
  },
  {
    plan: { where: [within('onboardedOn', '2018-01-01', '2018-06-30')] },
    en: ['clients onboarded in the first half of 2018'],
    zh: [],
  },
  {
    plan: {
      kind: 'groups',
      groupBy: ['industry'],
      measures: [{ of: 'sum', field: 'aum' }],
    },
    en: [
      'which industry has the most AUM',
      'biggest industries by AUM',
      'break AUM down by industry',
    ],
    zh: [],
  },
  {
    plan: { sort: { field: 'csat', direction: 'asc' }, limit: 10 },
    en: ['ten least satisfied clients'],
    zh: [],
  },
  {
    plan: {
      kind: 'aggregate',
      measures: [{ of: 'sum', field: 'aum' }],
      versus: { asOf: '2019-08-31' },
    },
    en: ['compare AUM this month with last month'],
    zh: [],
  },
];

const PREMIER = isIn('tier', 'premier');

/** What was, and what is now. */
export const contrasts: Asked[] = [
  {
    plan: {
      where: [
        { ...isIn('tier', 'key'), asOf: '2018-12-31' } as Condition,
        isIn('tier', 'mass', 'potential', 'quality'),
      ],
    },
    en: ['key at the end of last year but lower now', 'key at year end but lower now'],
    zh: [],
  },
  {
    plan: {
      where: [
        isIn('churnBand', 'high', 'medium'),
        { ...isIn('churnBand', 'low'), asOf: '2019-06-30' } as Condition,
      ],
    },
    en: ['low churn risk at the end of last quarter, high or medium now'],
    zh: [],
  },
  {
    plan: {
      where: [notIn('tier', 'premier'), { ...PREMIER, asOf: '2018-12-31' } as Condition],
    },
    en: ['were premier at the end of last year, no longer premier today'],
    zh: [],
  },
  {
    plan: { kind: 'count', where: [PREMIER], versus: { asOf: '2018-12-31' } },
    en: ['premier headcount at year end against today'],
    zh: [],
  },
  {
    plan: {
      where: [
        {
          op: 'moved',
          field: 'tier',
          is: true,
          direction: 'down',
          from: ['premier'],
          to: ['key'],
          period: { from: SEPTEMBER[0], to: SEPTEMBER[1] },
        },
      ],
    },
    en: ['clients who fell from premier to key this month'],
    zh: [],
  },
];
