import type { Asked } from './sets.ts';
import { isIn } from './sets.ts';

const DORMANT = isIn('activity', 'dormant');

export const orders: Asked[] = [
  {
    plan: { sort: { field: 'aum', direction: 'desc' }, limit: 10 },
    en: [
      'top ten by AUM',
      'top 10 clients by assets',
      'the ten biggest clients',
      '10 largest clients',
    ],
    zh: ['资产最高的十个客户', '资产前十', '按资产排名前10名', '前10大客户', '資產最多的10位客戶'],
  },
  {
    plan: { sort: { field: 'valueAtRisk', direction: 'desc' }, limit: 10 },
    en: ['Top ten clients by money at risk.'],
    zh: ['风险价值最高的十位客户'],
  },
  {
    plan: { sort: { field: 'contribution12m', direction: 'desc' }, limit: 20 },
    en: ['top twenty by contribution'],
    zh: ['贡献度最高的二十个客户是谁？'],
  },
  {
    plan: {
      where: [isIn('tier', 'key')],
      sort: { field: 'nextTierGap', direction: 'asc' },
      limit: 5,
    },
    en: [
      'Which five clients are closest to moving up to 高端?',
      'five clients closest to moving up to premier',
    ],
    zh: ['最接近升级到高端的5个客户'],
  },
  {
    plan: { where: [DORMANT], sort: { field: 'aum', direction: 'desc' }, limit: 10 },
    en: ['top ten dormant clients by AUM', 'top 10 dormant clients'],
    zh: ['资产前十的沉睡客户', '前十大沉睡客户'],
  },
  {
    plan: { sort: { field: 'deposits', direction: 'desc' }, limit: 5 },
    en: ['5 clients with the highest deposits', 'top five by deposits'],
    zh: ['存款最高的5个客户', '存款最多的五位客户'],
  },
  {
    plan: { sort: { field: 'aum', direction: 'asc' }, limit: 3 },
    en: ['bottom 3 clients by AUM', 'three smallest clients'],
    zh: ['资产最低的三个客户'],
  },
  {
    plan: {
      where: [{ op: 'gt', field: 'aum', value: 300_000 }],
      sort: { field: 'aum', direction: 'desc' },
    },
    en: ['Show clients with more than 300k, biggest first.'],
    zh: ['资产超过30万的客户，按资产从高到低排序'],
  },
  {
    plan: { where: [isIn('tier', 'key')], sort: { field: 'lastContactOn', direction: 'desc' } },
    en: ['sort my key clients by last contact'],
    zh: ['重点客户按最近联系日排序'],
  },
  {
    plan: { where: [DORMANT], show: ['deposits', 'loans'] },
    en: ['dormant clients with their deposits and loans'],
    zh: ['沉睡客户及其存款和贷款'],
  },
];

export const figures: Asked[] = [
  {
    plan: { kind: 'groups', groupBy: ['tier'] },
    en: ['how many clients in each tier', 'number of clients per tier', 'clients by tier'],
    zh: ['各层级客户数量', '每个层级有多少客户', '按层级统计客户数', '各级别多少户'],
  },
  {
    plan: { kind: 'groups', groupBy: ['tier'], measures: [{ of: 'sum', field: 'aum' }] },
    en: [
      'How many clients do I have in each tier, and how much do they hold?',
      'total AUM by tier',
    ],
    zh: ['各层级客户数和资产', '按层级统计客户数量和总资产'],
  },
  {
    plan: { kind: 'groups', groupBy: ['tier', 'activity'] },
    en: ['how many clients by tier and activity'],
    zh: ['按层级和活跃度统计客户数'],
  },
  {
    plan: {
      kind: 'groups',
      groupBy: ['manager'],
      where: [isIn('tier', 'key', 'premier', 'class_1'), DORMANT],
    },
    en: ['number of dormant high-value clients by manager'],
    zh: ['按客户经理统计沉睡高价值客户数量', '各客户经理沉睡高价值客户数量'],
  },
  {
    plan: { kind: 'groups', groupBy: ['tier'], measures: [{ of: 'average', field: 'deposits' }] },
    en: ['average deposits per tier'],
    zh: ['各层级平均存款'],
  },
  {
    plan: { kind: 'count', where: [DORMANT] },
    en: ['How many dormant clients?', 'number of dormant clients', 'how many clients are dormant'],
    zh: ['沉睡客户有多少', '有多少沉睡客户', '沉睡客户有几个', '沉睡客户数量'],
  },
  {
    plan: { kind: 'count' },
    en: ['how many clients do I have'],
    zh: ['我有多少客户', '我一共有多少户'],
  },
  {
    plan: {
      kind: 'aggregate',
      where: [isIn('churnBand', 'high')],
      measures: [{ of: 'sum', field: 'aum' }],
    },
    en: ['total AUM of high churn clients', 'how much AUM do clients with high churn risk hold'],
    zh: ['流失风险高的客户总资产有多少？', '高流失风险客户的资产合计'],
  },
  {
    plan: {
      kind: 'aggregate',
      where: [isIn('tier', 'quality')],
      measures: [{ of: 'average', field: 'contribution12m' }],
    },
    en: ['average contribution of quality clients', 'Average contribution per 优质 client'],
    zh: ['优质客户的平均贡献度'],
  },
  {
    plan: { kind: 'share', where: [DORMANT] },
    en: ['What share of my book is dormant?', 'what percentage of my clients are dormant'],
    zh: ['沉睡客户占比', '沉睡客户占多少'],
  },
];

export const persons: Asked[] = [
  {
    plan: { kind: 'client', show: ['manager'], client: { by: 'name', text: 'Wu Jie' } },
    en: ['who looks after Wu Jie', "who is Wu Jie's manager"],
    zh: [],
  },
  {
    plan: {
      kind: 'client',
      show: ['visitCount'],
      client: { by: 'name', text: 'Wu Jie' },
      period: { from: '2019-01-01', to: '2019-09-30' },
    },
    en: ['how often did I visit Wu Jie this year'],
    zh: [],
  },
  {
    plan: { kind: 'explain', show: ['tier'], client: { by: 'name', text: 'Wu Jie' } },
    en: ["why isn't Wu Jie in a higher tier", 'why did Wu Jie drop', 'why is Wu Jie key'],
    zh: [],
  },
  {
    plan: { kind: 'explain', show: ['churnBand'], client: { by: 'name', text: 'Wu Jie' } },
    en: ['what makes Wu Jie a churn risk', 'why is Wu Jie at risk of churn?'],
    zh: [],
  },
  {
    plan: {
      kind: 'explain',
      show: ['tier', 'computedTier'],
      client: { by: 'id', text: '10155' },
    },
    en: ['why does the tier of client 10155 differ from the computed one'],
    zh: [],
  },
  {
    plan: { kind: 'client', show: ['churnBand'], client: { by: 'name', text: 'Wu Jie' } },
    en: ['is Wu Jie at risk?'],
    zh: [],
  },
  {
    plan: { kind: 'client', show: ['householdAum'], client: { by: 'name', text: 'Li Na' } },
    en: ['what does the household of Li Na hold altogether'],
    zh: [],
  },
  {
    plan: { kind: 'client', client: { by: 'name', text: 'Zhang Wei' } },
    en: ['Give me a one-minute brief on Zhang Wei.', 'Zhang Wei', 'tell me about Zhang Wei'],
    zh: [],
  },
  {
    plan: { kind: 'client', client: { by: 'name', text: '张伟' } },
    en: [],
    zh: ['张伟', '帮我看一下张伟的情况', '介绍一下张伟'],
  },
  {
    plan: { kind: 'client', show: ['tier'], client: { by: 'name', text: '王芳' } },
    en: [],
    zh: ['王芳现在什么级别', '王芳是什么层级'],
  },
  {
    plan: { kind: 'client', show: ['lastContactOn'], client: { by: 'id', text: '10345' } },
    en: ['When did I last speak to client 10345', 'last contact of client 10345'],
    zh: ['客户10345的最近联系日', '10345这个客户上次联系是什么时候'],
  },
  {
    plan: { kind: 'client', show: ['aum'], client: { by: 'id', text: '10345' } },
    en: ["What is client 10345's AUM?", 'AUM of client 10345'],
    zh: ['客户10345的资产', '10345号客户资产有多少'],
  },
  {
    plan: { kind: 'explain', show: ['churnBand'], client: { by: 'id', text: '10877' } },
    en: ['Why is client 10877 tagged High churn?'],
    zh: ['为什么客户10877流失风险高'],
  },
  {
    plan: { kind: 'explain', show: ['tier'], client: { by: 'name', text: '李强' } },
    en: [],
    zh: ['为什么李强没有升到重点？', '解释一下李强的层级'],
  },
];
