/** Words for values that banks write freely, as codes or in Chinese: the usual industries and occupations. */
import type { CodeWords } from './field.ts';

type Value = {
  code: string;
  en: string;
  zh: string;
  stored?: string[];
  words?: Partial<CodeWords>;
};

/** `stored`: other spellings of the value in a bank's file. */
const value = ({ code, en, zh, stored = [], words = {} }: Value): CodeWords => ({
  codes: [...new Set([code, zh, ...stored])],
  en: [en, ...(words.en ?? [])],
  zh: [zh, ...(words.zh ?? [])],
});

const industries: Value[] = [
  {
    code: 'manufacturing',
    en: 'manufacturing',
    zh: '制造业',
    stored: ['制造'],
    words: { en: ['manufacturer'], zh: ['制造', '制造行业', '制造企业'] },
  },
  {
    code: 'wholesale_retail',
    en: 'wholesale and retail',
    zh: '批发零售',
    stored: ['批发零售业', '批发和零售业'],
    words: {
      en: ['wholesale', 'wholesale or retail', 'retail and wholesale', 'trading'],
      zh: ['批发零售业', '批发和零售业', '批发业', '零售业', '商贸', '贸易行业'],
    },
  },
  {
    code: 'technology',
    en: 'technology',
    zh: '信息技术',
    stored: ['科技', '信息技术业'],
    words: {
      en: ['tech', 'information technology', 'it sector'],
      zh: ['科技', '科技行业', '科技业', '科技企业', '信息技术业', '信息技术行业', '高新技术'],
    },
  },
  {
    code: 'construction',
    en: 'construction',
    zh: '建筑业',
    stored: ['建筑'],
    words: { en: ['building industry'], zh: ['建筑', '建筑行业', '建筑企业', '工程建设'] },
  },
  {
    code: 'logistics',
    en: 'logistics',
    zh: '物流业',
    stored: ['物流', '交通运输'],
    words: {
      en: ['transport', 'transportation'],
      zh: ['物流', '物流行业', '物流企业', '交通运输', '运输业'],
    },
  },
  {
    code: 'services',
    en: 'services',
    zh: '服务业',
    stored: ['商务服务', '商务服务业'],
    words: {
      en: ['business services', 'service industry'],
      zh: ['服务行业', '服务类企业', '商务服务', '商务服务业'],
    },
  },
  {
    code: 'healthcare',
    en: 'healthcare',
    zh: '医疗健康',
    stored: ['医疗', '医疗行业'],
    words: {
      en: ['health care', 'medical sector', 'medical'],
      zh: ['医疗', '医疗行业', '医疗业', '医药', '医药行业'],
    },
  },
  {
    code: 'agriculture',
    en: 'agriculture',
    zh: '农业',
    words: { en: ['farming', 'agricultural'], zh: ['农业企业', '农林牧渔', '农业行业'] },
  },
  {
    code: 'real_estate',
    en: 'real estate',
    zh: '房地产',
    stored: ['房地产业'],
    words: { en: ['property development'], zh: ['房地产业', '地产', '房地产行业'] },
  },
  {
    code: 'education',
    en: 'education',
    zh: '教育',
    stored: ['教育业'],
    words: { en: [], zh: ['教育业', '教育行业'] },
  },
  {
    code: 'catering',
    en: 'catering',
    zh: '餐饮',
    stored: ['餐饮业'],
    words: { en: ['hospitality'], zh: ['餐饮业', '餐饮行业', '住宿餐饮'] },
  },
];

const occupations: Value[] = [
  { code: 'engineer', en: 'engineer', zh: '工程师' },
  { code: 'teacher', en: 'teacher', zh: '教师', stored: ['老师'], words: { zh: ['老师'] } },
  {
    code: 'doctor',
    en: 'doctor',
    zh: '医生',
    stored: ['医师'],
    words: { en: ['physician'], zh: ['医师', '大夫'] },
  },
  {
    code: 'civil_servant',
    en: 'civil servant',
    zh: '公务员',
    words: { en: ['government employee'] },
  },
  {
    code: 'business_owner',
    en: 'business owner',
    zh: '企业主',
    stored: ['私营业主', '私营企业主'],
    words: { en: ['entrepreneur'], zh: ['私营业主', '私营企业主', '创业者'] },
  },
  {
    code: 'self_employed',
    en: 'self employed',
    zh: '个体经营',
    stored: ['个体户', '个体经营者', '个体工商户'],
    words: { zh: ['个体户', '个体经营者', '个体工商户'] },
  },
  {
    code: 'sales',
    en: 'sales occupation',
    zh: '销售人员',
    stored: ['销售'],
    words: { en: ['salespeople', 'sales person'], zh: ['销售'] },
  },
  { code: 'accountant', en: 'accountant', zh: '会计', words: { zh: ['会计师'] } },
  { code: 'lawyer', en: 'lawyer', zh: '律师' },
  { code: 'nurse', en: 'nurse', zh: '护士' },
  { code: 'farmer', en: 'farmer', zh: '农民' },
  { code: 'student', en: 'student', zh: '学生' },
  { code: 'worker', en: 'worker', zh: '工人' },
  {
    code: 'homemaker',
    en: 'homemaker',
    zh: '家庭主妇',
    words: { en: ['housewife', 'housewives'] },
  },
  {
    code: 'freelancer',
    en: 'freelancer',
    zh: '自由职业',
    stored: ['自由职业者'],
    words: { zh: ['自由职业者'] },
  },
  {
    code: 'retired',
    en: 'retired',
    zh: '退休',
    stored: ['退休人员', '已退休'],
    words: { en: ['retiree', 'pensioner'], zh: ['已退休', '退休人员', '离退休', '退休职工'] },
  },
];

const institutions: Value[] = [
  { code: 'enterprise', en: 'enterprise institution', zh: '企业单位', stored: ['企业'] },
  {
    code: 'public_institution',
    en: 'public institution',
    zh: '事业单位',
    stored: ['事业法人'],
    words: { zh: ['事业法人'] },
  },
  {
    code: 'government',
    en: 'government body',
    zh: '政府机关',
    stored: ['机关'],
    words: { en: ['government bodies', 'government agency'], zh: ['机关单位', '政府单位'] },
  },
];

const namesOf = (values: Value[]): { en: Record<string, string>; zh: Record<string, string> } => ({
  en: Object.fromEntries(values.map(({ code, en }) => [code, en])),
  zh: Object.fromEntries(values.map(({ code, zh }) => [code, zh])),
});

const vocabulary = (values: Value[]) => ({
  codeWords: values.map(value),
  codeNames: namesOf(values),
});

export const INDUSTRIES = vocabulary(industries);
export const OCCUPATIONS = vocabulary(occupations);
export const INSTITUTIONS = vocabulary(institutions);
