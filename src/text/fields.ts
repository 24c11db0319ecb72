/** What the codes of the closed lists are called. */
import type { Locale, Role } from '../domain/actor.ts';
import type {
  ActivityState,
  ChurnBand,
  ClientKind,
  LifecycleStage,
  NeedTier,
  ProductLine,
  Tier,
} from '../domain/client.ts';

type Names<Code extends string> = Record<Locale, Record<Code, string>>;

export const tierNames: Names<Tier> = {
  en: {
    mass: 'Mass',
    potential: 'Potential',
    quality: 'Quality',
    key: 'Key',
    premier: 'Premier',
    class_3: 'Class 3',
    class_2: 'Class 2',
    class_1: 'Class 1',
  },
  'zh-CN': {
    mass: '大众',
    potential: '潜力',
    quality: '优质',
    key: '重点',
    premier: '高端',
    class_3: '三类',
    class_2: '二类',
    class_1: '一类',
  },
};

/** What a bank's policy calls its tiers (`en` and `zh` names by code), the shipped names for the rest. */
export const tierNamesIn = (
  locale: Locale,
  named: Partial<Record<Tier, { en: string; zh: string }>> = {},
): Record<Tier, string> => {
  const names = { ...tierNames[locale] };
  for (const [tier, { en, zh }] of Object.entries(named) as [Tier, { en: string; zh: string }][])
    names[tier] = locale === 'en' ? en : zh;
  return names;
};

export const kindNames: Names<ClientKind> = {
  en: { individual: 'individual', corporate: 'corporate' },
  'zh-CN': { individual: '个人', corporate: '对公' },
};

export const activityNames: Names<ActivityState> = {
  en: {
    active: 'active',
    quiet: 'quiet',
    dormant: 'dormant',
    long_inactive: 'long inactive',
    unknown: 'not recorded',
  },
  'zh-CN': {
    active: '活跃',
    quiet: '静默',
    dormant: '沉睡',
    long_inactive: '长期不动',
    unknown: '未记录',
  },
};

export const lifecycleNames: Names<LifecycleStage> = {
  en: {
    prospect: 'prospect',
    lost: 'lost',
    won_back: 'won back',
    new: 'new',
    dormant: 'dormant',
    loyal: 'loyal',
    active: 'active',
    unassessed: 'unassessed',
  },
  'zh-CN': {
    prospect: '潜在',
    lost: '流失',
    won_back: '赢回',
    new: '新客',
    dormant: '沉睡',
    loyal: '忠诚',
    active: '活跃',
    unassessed: '未评估',
  },
};

export const churnBandNames: Names<ChurnBand> = {
  en: { high: 'high', medium: 'medium', watch: 'watch', low: 'low' },
  'zh-CN': { high: '高', medium: '中等', watch: '观察', low: '低' },
};

export const needTierNames: Names<NeedTier> = {
  en: { basic: 'basic service', advanced: 'advice', professional: 'specialist service' },
  'zh-CN': { basic: '基础需求', advanced: '高级需求', professional: '专业需求' },
};

export const productLineNames: Names<ProductLine> = {
  en: {
    demand_deposit: 'demand deposit',
    time_deposit: 'time deposit',
    wealth_product: 'wealth product',
    fund: 'fund',
    bond: 'bond',
    insurance: 'insurance',
    precious_metal: 'precious metal',
    loan: 'loan',
    mortgage: 'mortgage',
    credit_card: 'credit card',
    payroll: 'payroll',
    settlement: 'settlement',
    trade_finance: 'trade finance',
  },
  'zh-CN': {
    demand_deposit: '活期存款',
    time_deposit: '定期存款',
    wealth_product: '理财',
    fund: '基金',
    bond: '债券',
    insurance: '保险',
    precious_metal: '贵金属',
    loan: '贷款',
    mortgage: '按揭',
    credit_card: '信用卡',
    payroll: '代发工资',
    settlement: '结算',
    trade_finance: '贸易融资',
  },
};

export const roleNames: Names<Role> = {
  en: {
    relationship_manager: 'relationship manager',
    wealth_manager: 'wealth manager',
    lobby_manager: 'lobby manager',
    outlet_head: 'outlet head',
    department_head: 'department head',
    branch_head: 'branch head',
    president: 'president',
    compliance: 'compliance',
    admin: 'administrator',
  },
  'zh-CN': {
    relationship_manager: '客户经理',
    wealth_manager: '理财经理',
    lobby_manager: '大堂经理',
    outlet_head: '网点负责人',
    department_head: '部门负责人',
    branch_head: '支行行长',
    president: '行长',
    compliance: '合规',
    admin: '系统管理员',
  },
};
