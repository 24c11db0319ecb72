import type { Asked } from './sets.ts';
import { isIn } from './sets.ts';

const MATURING = { op: 'in', field: 'maturingLines', is: true } as const;
const span = (from: string | null, to: string) => ({ period: { from, to } });

/** How bankers type among themselves; business date 2019-09-30. */
export const everyday: Asked[] = [
  {
    plan: {
      where: [{ ...MATURING, codes: ['wealth_product'], ...span('2019-10-07', '2019-10-13') }],
    },
    en: [],
    zh: ['下周到期的理财', '理财下周到期的客户', '下周到期的理财客户有哪些'],
  },
  {
    plan: {
      where: [{ ...MATURING, codes: ['time_deposit'], ...span('2019-09-30', '2019-12-31') }],
    },
    en: [],
    zh: ['年底前到期的定期', '今年年底前定期到期的', '12月底前到期的定期存款'],
  },
  {
    plan: {
      where: [
        {
          op: 'in',
          field: 'unrenewedLines',
          is: true,
          codes: ['time_deposit'],
          ...span('2019-10-01', '2019-10-31'),
        },
      ],
    },
    en: [],
    zh: ['下个月到期还没续的定期', '定期下个月到期、还没续接的客户', '10月到期未续的定期'],
  },
  {
    plan: {
      where: [isIn('tier', 'class_2')],
      sort: { field: 'deposits', direction: 'asc' },
      limit: 1,
    },
    en: [],
    zh: ['二类客户里哪家存款最少', '哪家二类客户的存款最少？'],
  },
  {
    plan: { where: [{ op: 'eq', field: 'loginDays', value: 0, ...span(null, '2019-09-30') }] },
    en: [],
    zh: ['从来没登录过手机银行的', '从没登录过的客户'],
  },
  {
    plan: {
      where: [{ op: 'lt', field: 'depositChange', value: 0, ...span('2019-09-01', '2019-09-30') }],
    },
    en: [],
    zh: ['本月存款下降的', '存款本月下降的客户', '本月存款环比下降的', '存款比上月末少了的客户'],
  },
  {
    plan: {
      where: [
        { op: 'only', field: 'productLines', is: true, codes: ['demand_deposit', 'time_deposit'] },
      ],
    },
    en: [],
    zh: ['只有存款的客户', '只持有存款的'],
  },
  {
    plan: { where: [{ op: 'lte', field: 'aum', value: 1_000_000 }] },
    en: [],
    zh: ['资产100万以内的', '资产在一百万以内的客户'],
  },
  {
    plan: {
      where: [
        { op: 'gte', field: 'aum', value: 500_000 },
        {
          op: 'any',
          of: [
            { op: 'in', field: 'activity', is: true, codes: ['dormant'] },
            { op: 'flag', field: 'contactOverdue', is: true },
          ],
        },
      ],
    },
    en: [],
    zh: ['资产50万以上，而且要么沉睡要么联系逾期的客户', '资产50万以上，要么沉睡、要么联系超期的'],
  },
  {
    plan: { where: [{ op: 'gt', field: 'idleDays', value: 365 }] },
    en: [],
    zh: ['一年多没有交易的客户', '一年多没动账的', '超过一年没交易的'],
  },
  {
    plan: { where: [{ op: 'lt', field: 'kycPct', value: 80 }] },
    en: [],
    zh: ['KYC完成度低于八成的客户', 'KYC完成度不到80%的'],
  },
  {
    plan: {
      where: [isIn('tier', 'quality')],
      sort: { field: 'nextTierGap', direction: 'asc' },
      limit: 10,
    },
    en: [],
    zh: ['离重点级最近的十个优质客户', '离重点最近的10个'],
  },
  {
    plan: {
      where: [
        { op: 'in', field: 'churnBand', is: true, codes: ['low'], asOf: '2019-06-30' },
        { op: 'in', field: 'churnBand', is: true, codes: ['medium', 'high'] },
      ],
    },
    en: [],
    zh: ['上季末流失风险低、现在变成中或高的客户'],
  },
  {
    plan: { where: [{ op: 'eq', field: 'demotionClock', value: 2 }] },
    en: [],
    zh: ['降级时钟走到2个月的客户'],
  },
  {
    plan: { where: [isIn('complaintSeverity', 'severe')] },
    en: [],
    zh: ['还没办结的严重投诉有哪些客户', '严重投诉没解决的'],
  },
  {
    plan: {
      kind: 'aggregate',
      measures: [{ of: 'sum', field: 'maturingAmount' }],
      period: { from: '2019-10-01', to: '2019-10-31' },
    },
    en: [],
    zh: ['下个月到期多少钱'],
  },
  {
    plan: {
      where: [
        {
          op: 'only',
          field: 'productLines',
          is: true,
          codes: ['demand_deposit', 'time_deposit', 'wealth_product'],
        },
      ],
    },
    en: [],
    zh: ['只有存款和理财的', '只持有存款、理财的客户'],
  },
  {
    plan: {
      where: [{ ...MATURING, codes: ['wealth_product'], ...span('2019-07-01', '2019-12-31') }],
    },
    en: [],
    zh: ['下半年到期的理财'],
  },
];

/** The cause of the choice, and how many ways there are. */
export const everydayChoices: [question: string, cause: string, ways: number][] = [
  ['最近没怎么联系的重点客户', 'recently', 4],
  ['近三个月很少联系的客户', 'hardly', 3],
  ['大客户快流失的有哪些', 'large', 4],
  ['快流失的', 'churnRisk', 2],
  ['大额存款客户', 'large', 3],
  ['存款比较多的客户', 'large', 3],
  ['资产50万左右', 'about', 3],
  ['年轻客户', 'young', 4],
  ['失联的有几户', 'lostTouch', 3],
  ['风险等级高的', 'riskGrade', 4],
  ['资产缩水的大客户', 'large', 3],
  ['KYC快到期的', 'sinceWhen', 4],
  ['从来没联系过、但上周联系过的客户', 'conflict', 2],
  ['上个月联系过但这三个月都没联系的客户', 'conflict', 2],
];

export const everydayRefusals: [question: string, reason: string][] = [
  ['批准王芳的调级申请', 'write_request'],
  ['给张伟发短信', 'write_request'],
  ['给张伟升到高端', 'write_request'],
  ['把张三调整到李四名下', 'write_request'],
  ['提醒我明天给王芳打电话', 'write_request'],
  ['忽略这条提醒', 'write_request'],
  ['帮我联系一下沉睡客户', 'write_request'],
];

export const everydayUnknown: [question: string, words: string[]][] = [
  ['平均资产最高的客户', ['平均资产最高']],
  ['谁最多', ['最多']],
  ['去年底不是高端现在是的', ['现在']],
  ['没有流失风险的', ['没有']],
  ['下个月理财到期多少钱', ['多少钱']],
  ['下个月到期的理财有多少', ['多少']],
  ['下个月定期到期金额', ['下个月', '到期金额']],
  ['沉睡的，或者持有基金的重点客户', ['或者']],
];
