import type { Condition } from '../../../src/query/query-plan.ts';
import { type Asked, isIn } from './sets.ts';

const SEPTEMBER = { from: '2019-09-01', to: '2019-09-30' };
const AUGUST = { from: '2019-08-01', to: '2019-08-31' };

const asOf = (day: string, field: 'tier' | 'activity', ...codes: string[]): Condition => ({
  op: 'in',
  field,
  is: true,
  codes,
  asOf: day,
});
const moved = (parts: Partial<Extract<Condition, { op: 'moved' }>>): Condition => ({
  op: 'moved',
  field: 'tier',
  is: true,
  direction: 'any',
  from: null,
  to: null,
  period: SEPTEMBER,
  ...parts,
});

/** Tier moves, then and now, spans, comparisons, shares of a part, either/or. Business date 2019-09-30. */
export const times: Asked[] = [
  {
    plan: {
      where: [
        {
          op: 'eq',
          field: 'callCount',
          value: 0,
          period: { from: '2019-07-01', to: '2019-09-30' },
        },
      ],
    },
    en: [
      'clients without a phone call in the last 3 months',
      'clients without phone calls this quarter',
      'clients with no phone contact since July',
    ],
    zh: ['本季度没有电话联系的客户', '本季度没有打电话的客户'],
  },
  {
    plan: { where: [{ op: 'flag', field: 'phoneUsable', is: false }] },
    en: ['clients who do not have a phone', 'clients with no phone'],
    zh: ['没有手机号的客户', '没有电话号码的客户'],
  },
  {
    plan: { where: [{ op: 'in', field: 'activity', is: false, codes: ['dormant'] }] },
    en: ['everyone except dormant'],
    zh: [],
  },
  {
    plan: { where: [{ op: 'gt', field: 'productCount', value: 2 }] },
    en: ['everyone with more than two products'],
    zh: [],
  },
  {
    plan: { where: [{ op: 'within', field: 'closedOn', is: true, from: null, to: null }] },
    en: ['who has left the bank'],
    zh: [],
  },
  {
    plan: { where: [moved({ direction: 'up' })] },
    en: ['who was promoted this month', 'clients who moved up this month'],
    zh: ['本月升级的客户', '本月级别上升的客户有哪些'],
  },
  {
    plan: { where: [moved({ direction: 'down', from: ['premier'], to: ['key'], period: AUGUST })] },
    en: ['clients demoted from premier to key last month'],
    zh: ['上个月从高端降到重点的客户'],
  },
  {
    plan: { kind: 'count', where: [moved({ direction: 'down' })] },
    en: ['how many clients were demoted this month'],
    zh: ['本月有多少客户降级'],
  },
  {
    plan: { where: [isIn('activity', 'active'), asOf('2019-03-31', 'activity', 'dormant')] },
    en: ['Which clients were dormant in March but are active now?'],
    zh: ['3月末沉睡、现在活跃的客户'],
  },
  {
    plan: { where: [asOf('2019-06-30', 'tier', 'key')] },
    en: ['Who was key tier at the end of June?', 'key clients as of 30 June'],
    zh: ['6月底是重点层级的客户有哪些', '截至6月30日的重点客户'],
  },
  {
    plan: {
      kind: 'aggregate',
      where: [isIn('tier', 'key')],
      measures: [{ of: 'sum', field: 'aum' }],
      asOf: '2019-06-30',
    },
    en: ['total AUM of key clients as of 30 June'],
    zh: ['截至6月30日重点客户的总资产'],
  },
  {
    plan: {
      kind: 'count',
      where: [isIn('tier', 'key', 'premier', 'class_1')],
      versus: { asOf: '2019-06-30' },
    },
    en: ['How did my high-value count change since the end of June?'],
    zh: ['和6月底相比，我的高价值客户数变化了多少'],
  },
  {
    plan: {
      kind: 'count',
      where: [moved({ direction: 'up' })],
      versus: { period: AUGUST },
    },
    en: ['promotions this month versus last month'],
    zh: ['本月升级客户数对比上个月'],
  },
  {
    plan: { where: [{ op: 'gt', field: 'netInflow', value: 100_000, period: SEPTEMBER }] },
    en: ['clients with net inflow above 100k this month'],
    zh: ['本月净流入超过10万的客户'],
  },
  {
    plan: { where: [{ op: 'lt', field: 'aumChangePct', value: -20, period: SEPTEMBER }] },
    en: ['whose AUM fell by more than 20% over the last 30 days'],
    zh: ['近30天资产下降超过20%的客户'],
  },
  {
    plan: {
      where: [{ op: 'eq', field: 'contactCount', value: 0, period: AUGUST }],
    },
    en: ['clients not contacted last month'],
    zh: ['上个月没联系的客户'],
  },
  {
    plan: {
      kind: 'share',
      where: [isIn('activity', 'dormant')],
      among: [isIn('tier', 'key')],
    },
    en: ['what percentage of my key clients are dormant'],
    zh: ['重点客户中沉睡的占比'],
  },
  {
    plan: { kind: 'share', where: [isIn('activity', 'dormant')], groupBy: ['tier'] },
    en: ['What share of my book is dormant, by tier?'],
    zh: ['各层级沉睡客户占比'],
  },
  {
    plan: {
      where: [{ op: 'any', of: [isIn('activity', 'dormant'), isIn('churnBand', 'high')] as never }],
    },
    en: ['clients that are dormant or have high churn risk'],
    zh: ['沉睡或流失风险高的客户'],
  },
  {
    plan: { where: [isIn('tier', 'key', 'premier')] },
    en: ['clients of tier key or above'],
    zh: ['重点及以上的客户'],
  },
  {
    plan: {
      where: [{ op: 'only', field: 'productLines', is: true, codes: ['demand_deposit'] }],
    },
    en: [
      'clients with nothing but a current account',
      'clients that only have a current account',
      'clients only with a current account',
    ],
    zh: ['只有活期的客户'],
  },
  {
    plan: { kind: 'aggregate', measures: [{ of: 'median', field: 'aum' }] },
    en: ['median AUM'],
    zh: ['资产中位数'],
  },
  {
    plan: { where: [{ op: 'between', field: 'aum', is: true, from: 500_000, to: 1_000_000 }] },
    en: ['AUM between 500k and 1m', 'AUM from 500k to 1 million'],
    zh: ['资产50到100万的客户', '资产在五十万至一百万之间的客户'],
  },
];
