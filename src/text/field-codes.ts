/** What the codes of channels, alerts, risk grades, relations, age bands and grid cells are called. */
import type { Locale } from '../domain/actor.ts';
import type { AlertKind } from '../domain/alert-kind.ts';
import {
  type COMPLAINT_SEVERITIES,
  type CONTACT_CHANNELS,
  GRID_STATES,
  GRID_TIERS,
  type GridCell,
  type RISK_APPETITES,
  type RISK_LEVELS,
} from '../domain/client.ts';
import type { AgeBand, Link } from '../domain/client-links.ts';
import { activityNames, productLineNames, tierNames } from './fields.ts';

type Names<Code extends string> = Record<Locale, Record<Code, string>>;

/** The lines of the churn card, by the codes that assessments store, and what the lines of a scorecard are about. */
export const CHURN_CODES = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'S_assets',
  'S_deposits',
  'S_transactions',
  'S_silence',
  'S_products',
  'S_loans',
] as const;

export const churnReasonNames: Names<(typeof CHURN_CODES)[number]> = {
  en: {
    R01: 'falling balance',
    R02: 'salary stopped',
    R03: 'product ended',
    R04: 'fewer transactions',
    R05: 'unusually silent',
    R06: 'fewer log-ins',
    R07: 'complaint as a churn reason',
    R08: 'low satisfaction',
    R09: 'contact gap too long',
    R10: 'money moved to other banks',
    R11: 'large maturity without a plan',
    R12: 'signs of staying',
    S_assets: 'scorecard assets',
    S_deposits: 'scorecard deposits',
    S_transactions: 'scorecard transactions',
    S_silence: 'scorecard silence',
    S_products: 'scorecard products',
    S_loans: 'scorecard loans',
  },
  'zh-CN': {
    R01: '资产下滑',
    R02: '代发中断',
    R03: '产品结清',
    R04: '交易趋少',
    R05: '异常静默',
    R06: '登录趋少',
    R07: '投诉扣分',
    R08: '评价不佳',
    R09: '联系滞后',
    R10: '资金外流他行',
    R11: '大额到期未安排',
    R12: '留存迹象',
    S_assets: '评分卡资产项',
    S_deposits: '评分卡存款项',
    S_transactions: '评分卡交易项',
    S_silence: '评分卡静默项',
    S_products: '评分卡产品项',
    S_loans: '评分卡贷款项',
  },
};

export const channelNames: Names<(typeof CONTACT_CHANNELS)[number]> = {
  en: {
    call: 'phone call',
    visit: 'visit in person',
    message: 'text message',
    email: 'email contact',
    mass_message: 'mass message',
  },
  'zh-CN': {
    call: '电话联系',
    visit: '上门联系',
    message: '消息联系',
    email: '邮件联系',
    mass_message: '群发消息',
  },
};

/** Beside fields other than what is held: "loans" alone is what the client owes. */
export const lineNames: typeof productLineNames = {
  en: { ...productLineNames.en, loan: 'ordinary loan' },
  'zh-CN': { ...productLineNames['zh-CN'], loan: '普通贷款' },
};

export const riskNames: Names<(typeof RISK_LEVELS)[number]> = {
  en: { low: 'low', medium: 'medium', high: 'high' },
  'zh-CN': { low: '低', medium: '中等', high: '高' },
};

export const appetiteNames: Names<(typeof RISK_APPETITES)[number]> = {
  en: { conservative: 'conservative', balanced: 'balanced', aggressive: 'aggressive' },
  'zh-CN': { conservative: '保守型', balanced: '稳健型', aggressive: '进取型' },
};

export const severityNames: Names<(typeof COMPLAINT_SEVERITIES)[number]> = {
  en: { normal: 'ordinary', severe: 'severe' },
  'zh-CN': { normal: '一般', severe: '严重' },
};

export const alertKindNames: Names<AlertKind> = {
  en: {
    tier_change: 'tier change alert',
    churn_risk: 'churn risk alert',
    complaint: 'complaint alert',
    salary_stop: 'salary stop alert',
    account_closed: 'account closed alert',
    balance_fall: 'balance fall alert',
  },
  'zh-CN': {
    tier_change: '等级变动预警',
    churn_risk: '流失预警',
    complaint: '投诉预警',
    salary_stop: '代发中断预警',
    account_closed: '账户销户预警',
    balance_fall: '资产下降预警',
  },
};

export const ALERT_PRIORITIES = ['p1', 'p2', 'p3', 'p4'] as const;
export const priorityNames: Names<(typeof ALERT_PRIORITIES)[number]> = {
  en: {
    p1: 'act today',
    p2: 'act this week',
    p3: 'act within two weeks',
    p4: 'act next cycle',
  },
  'zh-CN': { p1: '当日处理', p2: '本周处理', p3: '两周内处理', p4: '下期处理' },
};

export const ageBandNames: Names<AgeBand> = {
  en: { young: 'young', prime: 'prime age', middle: 'middle aged', senior: 'senior' },
  'zh-CN': { young: '青年', prime: '壮年', middle: '中年', senior: '老年' },
};

export const linkNames: Names<Link> = {
  en: {
    owner_of: 'owner of a company',
    owned_by: 'company with an owner',
    executive_of: 'executive of a company',
    led_by: 'company with an executive',
    payroll_employee_of: 'payroll employee',
    employer_of: 'payroll employer',
    spouse_of: 'married to a client',
    parent_of: 'parent of a client',
    child_of: 'child of a client',
    referred_by: 'referred by a client',
    referrer_of: 'referrer',
    supplier_of: 'supplier',
    supplied_by: 'supplied by a client',
    buyer_of: 'buyer',
    sells_to: 'selling to a client',
    authorised_user_of: 'authorised user',
    authorises: 'with an authorised user',
  },
  'zh-CN': {
    owner_of: '企业股东',
    owned_by: '有股东的企业',
    executive_of: '企业高管',
    led_by: '有高管的企业',
    payroll_employee_of: '代发员工',
    employer_of: '代发企业',
    spouse_of: '有配偶关系',
    parent_of: '有子女关系',
    child_of: '有父母关系',
    referred_by: '转介绍客户',
    referrer_of: '推荐人',
    supplier_of: '供应商',
    supplied_by: '有供应商',
    buyer_of: '采购商',
    sells_to: '有采购商',
    authorised_user_of: '授权使用人',
    authorises: '有授权使用人',
  },
};

export const GRID_CELLS: readonly GridCell[] = GRID_TIERS.flatMap((tier) =>
  GRID_STATES.map((state): GridCell => `${tier}_${state}`),
);

const gridNamesIn = (locale: Locale, between: string): Record<GridCell, string> =>
  Object.fromEntries(
    GRID_TIERS.flatMap((tier) =>
      GRID_STATES.map((state) => [
        `${tier}_${state}`,
        `${tierNames[locale][tier].toLowerCase()}${between}${activityNames[locale][state]}`,
      ]),
    ),
  ) as Record<GridCell, string>;

/** Value band, then activity: "key dormant", 重点沉睡格. */
export const gridNames: Names<GridCell> = {
  en: gridNamesIn('en', ' cell '),
  'zh-CN': gridNamesIn('zh-CN', '格'),
};
