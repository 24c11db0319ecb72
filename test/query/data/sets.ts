import type { FieldKey } from '../../../src/query/field-keys.ts';
import type { Condition, QueryPlan } from '../../../src/query/query-plan.ts';

/** Business date 2019-09-30, currency CNY. Every wording of an entry means its plan. */
export type Asked = { plan: Partial<QueryPlan>; en: string[]; zh: string[] };

export const isIn = (field: FieldKey, ...codes: string[]): Condition => ({
  op: 'in',
  field,
  is: true,
  codes,
});
export const notIn = (field: FieldKey, ...codes: string[]): Condition => ({
  op: 'in',
  field,
  is: false,
  codes,
});
const amount = (op: 'gte' | 'gt' | 'lte' | 'lt', field: FieldKey, value: number): Condition => ({
  op,
  field,
  value,
});
const within = (
  field: FieldKey,
  is: boolean,
  from: string | null,
  to: string | null,
): Condition => ({ op: 'within', field, is, from, to });

const DORMANT = isIn('activity', 'dormant');
const HIGH_VALUE = isIn('tier', 'key', 'premier', 'class_1');

export const conditions: Asked[] = [
  {
    plan: { where: [HIGH_VALUE, DORMANT] },
    en: [
      'Who are my dormant high-value clients?',
      'list dormant, high net worth clients please',
      'which high-value clients are dormant',
    ],
    zh: [
      '沉睡的高价值客户有哪些',
      '請問沉睡的高淨值客戶有哪些？',
      '我名下休眠的高价值客户',
      '高价值客户哪些是沉睡的',
    ],
  },
  {
    plan: { where: [isIn('tier', 'key')] },
    en: ['key clients', 'show me my gold clients', 'clients whose tier is key'],
    zh: ['重点客户', '层级为重点的客户', '黄金客户有哪些'],
  },
  {
    plan: { where: [{ op: 'flag', field: 'watch', is: true }] },
    en: ['clients on watch', 'who is on the watch list?'],
    zh: ['重点关注的客户', '重点关注客户名单', '关注名单里的客户'],
  },
  {
    plan: { where: [isIn('tier', 'key'), { op: 'flag', field: 'watch', is: true }] },
    en: ['key clients on watch'],
    zh: ['重点客户里重点关注的'],
  },
  {
    plan: { where: [{ op: 'flag', field: 'watch', is: false }] },
    en: ['clients not on watch'],
    zh: ['非重点关注的客户'],
  },
  {
    plan: { where: [isIn('tier', 'key', 'premier')] },
    en: ['key or premier clients', 'key and premier clients', 'high tier clients'],
    zh: ['重点或高端客户', '重点和高端客户', '重点、高端客户'],
  },
  {
    plan: { where: [notIn('activity', 'dormant')] },
    en: ['clients who are not dormant', "clients who aren't dormant", 'non-dormant clients'],
    zh: ['非沉睡客户', '不是沉睡的客户', '除了沉睡客户以外的客户'],
  },
  {
    plan: { where: [notIn('tier', 'key', 'premier')] },
    en: ['clients that are not key or premier'],
    zh: ['不是重点或高端的客户'],
  },
  {
    plan: { where: [isIn('computedTier', 'key')] },
    en: ['clients whose computed tier is key'],
    zh: ['测算层级为重点的客户'],
  },
  {
    plan: { where: [isIn('activity', 'dormant', 'long_inactive')] },
    en: ['dormant or longer', 'dormant or long-inactive clients'],
    zh: ['沉睡及以上的客户', '沉睡或长期不动的客户'],
  },
  {
    plan: { where: [isIn('lifecycle', 'dormant')] },
    en: ['clients whose lifecycle is dormant'],
    zh: ['生命周期为沉睡的客户'],
  },
  {
    plan: { where: [isIn('kind', 'corporate'), amount('gt', 'deposits', 200_000_000)] },
    en: [
      'corporate clients with deposits over 200 million',
      'companies with more than 200m deposits',
    ],
    zh: ['对公客户中存款超过2亿的', '存款超过两亿的对公客户'],
  },
  {
    plan: { where: [isIn('churnBand', 'high')] },
    en: ['high churn clients', 'clients with high churn risk', 'clients whose churn risk is high'],
    zh: ['流失风险高的客户', '高流失风险客户', '流失风险为高的客户'],
  },
  {
    plan: { where: [isIn('churnBand', 'high', 'medium')] },
    en: ['clients with high or medium churn risk'],
    zh: ['流失风险为高或中等的客户'],
  },
  {
    plan: { where: [isIn('productLines', 'mortgage')] },
    en: ['clients with a mortgage', 'clients holding mortgages'],
    zh: ['有按揭的客户', '持有房贷的客户'],
  },
  {
    plan: { where: [isIn('tier', 'key'), notIn('productLines', 'fund')] },
    en: ['clients without funds, key'],
    zh: ['没有基金的重点客户'],
  },
  {
    plan: { where: [isIn('productLines', 'fund'), isIn('productLines', 'insurance')] },
    en: ['clients who hold funds and insurance'],
    zh: ['持有基金和保险的客户'],
  },
  {
    plan: { where: [isIn('productLines', 'fund', 'bond')] },
    en: ['clients holding a fund or a bond'],
    zh: ['持有基金或债券的客户'],
  },
  {
    plan: { where: [amount('gte', 'productCount', 3)] },
    en: ['clients with at least 3 products', 'clients with 3 or more products'],
    zh: ['持有3个以上产品的客户', '产品数不少于三个的客户', '三个产品以上的客户'],
  },
  {
    plan: { where: [amount('gt', 'idleDays', 200)] },
    en: ['idle for more than 200 days'],
    zh: ['未动账天数超过200天的客户'],
  },
  {
    plan: { where: [amount('gte', 'churnScore', 60)] },
    en: ['clients with a churn score of at least 60'],
    zh: ['流失评分60分以上的客户'],
  },
];

const NO_CONTACT = within('lastContactOn', false, '2019-07-01', null);

export const periods: Asked[] = [
  {
    plan: { where: [amount('gte', 'aum', 300_000), NO_CONTACT] },
    en: ['AUM of 300k or more and no contact in the last 3 months'],
    zh: ['资产30万以上、三个月没联系的客户', '资产三十万以上，近三个月没有联系过的客户'],
  },
  {
    plan: { where: [amount('gt', 'aum', 500_000), NO_CONTACT] },
    en: ['clients with more than 500k and no contact in the last 3 months'],
    zh: ['资产超过50万且最近3个月未联系的客户'],
  },
  {
    plan: {
      where: [isIn('tier', 'key'), within('lastContactOn', false, '2019-09-01', null)],
    },
    en: [
      "Which key clients haven't heard from me this month?",
      'key clients not contacted this month',
    ],
    zh: ['重点客户本月没有联系的'],
  },
  {
    plan: { where: [within('lastContactOn', false, '2019-07-03', null)] },
    en: ['clients not contacted in the last 90 days', 'no contact for 90 days or more'],
    zh: ['90天没联系的客户', '近90天未联系的客户', '90天以上没联系的客户'],
  },
  {
    plan: { where: [within('lastContactOn', false, '2019-07-02', null)] },
    en: ['no contact for more than 90 days'],
    zh: ['超过90天没有联系的客户'],
  },
  {
    plan: { where: [within('lastContactOn', true, '2019-07-03', null)] },
    en: ['clients contacted in the last 90 days', 'clients contacted within 90 days'],
    zh: ['近90天联系过的客户', '90天内联系过的客户'],
  },
  {
    plan: { where: [within('lastContactOn', false, null, null)] },
    en: ['clients never contacted'],
    zh: ['从未联系过的客户'],
  },
  {
    plan: { where: [within('lastContactOn', true, null, '2019-07-01')] },
    en: ['last contact more than 90 days ago'],
    zh: [],
  },
  {
    plan: { where: [within('lastTransactionOn', false, '2019-03-31', null)] },
    en: ['no transactions in the last 6 months', 'clients without a transaction for half a year'],
    zh: ['半年没动过账的客户', '近半年没有交易的客户'],
  },
  {
    plan: { where: [within('onboardedOn', true, '2019-01-01', '2019-09-30')] },
    en: [
      'clients onboarded since January',
      'clients who joined this year',
      'new clients this year',
    ],
    zh: ['今年新增的客户', '年初至今开户的客户', '今年的新客户'],
  },
  {
    plan: { where: [within('onboardedOn', true, '2019-07-01', '2019-09-30')] },
    en: ['clients onboarded in Q3', 'clients onboarded this quarter'],
    zh: ['第三季度开户的客户', '本季度开户的客户'],
  },
  {
    plan: { where: [within('onboardedOn', true, '2019-04-01', '2019-06-30')] },
    en: ['clients onboarded last quarter'],
    zh: ['上季度开户的客户', '上个季度新增的客户'],
  },
  {
    plan: { where: [within('onboardedOn', true, '2019-03-01', '2019-05-15')] },
    en: ['clients onboarded between 1 March and 15 May', 'onboarded from 2019-03-01 to 2019-05-15'],
    zh: ['3月1日到5月15日开户的客户', '2019年3月1日至2019年5月15日开户的客户'],
  },
  {
    plan: { where: [within('onboardedOn', true, null, '2017-12-31')] },
    en: ['clients onboarded before 2018'],
    zh: ['2018年以前开户的客户'],
  },
];
