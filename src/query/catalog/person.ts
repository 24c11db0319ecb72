/** What kind of person or company the client is. */
import { AGE_BANDS } from '../../domain/client-links.ts';
import { ageBandNames } from '../../text/field-codes.ts';
import { type CatalogField, field } from './field.ts';
import { INDUSTRIES, INSTITUTIONS, OCCUPATIONS } from './vocabulary.ts';

export const personFields: readonly CatalogField[] = [
  field({
    key: 'industry',
    type: 'text',
    name: { en: 'Industry', zh: '行业' },
    words: {
      en: ['industries', 'industry sector', 'sector', 'line of business', 'trade'],
      zh: ['所属行业', '行业类别', '行业分类', '行业类型'],
    },
    ...INDUSTRIES,
    can: ['filter', 'group'],
  }),
  field({
    key: 'occupation',
    type: 'text',
    name: { en: 'Occupation', zh: '职业' },
    words: {
      en: ['job', 'profession', 'working as', 'work as'],
      zh: ['职业类别', '工作', '从事职业'],
    },
    ...OCCUPATIONS,
    can: ['filter', 'group'],
  }),
  field({
    key: 'institutionType',
    type: 'text',
    name: { en: 'Institution type', zh: '机构类型' },
    words: {
      en: ['type of institution', 'kind of institution', 'institution'],
      zh: ['机构类别', '单位性质', '企业性质', '机构性质'],
    },
    ...INSTITUTIONS,
    can: ['filter', 'group'],
  }),
  field({
    key: 'age',
    type: 'count',
    name: { en: 'Age', zh: '年龄' },
    words: { en: ['years of age', 'years old', 'client age'], zh: ['岁数', '客户年龄'] },
    can: ['filter', 'sort', 'measure'],
  }),
  field({
    key: 'ageBand',
    type: 'code',
    name: { en: 'Age band', zh: '年龄段' },
    words: { en: ['age group', 'age range'], zh: ['年龄层', '年龄区间', '年龄组', '年龄分布'] },
    codes: AGE_BANDS,
    codeNames: { en: ageBandNames.en, zh: ageBandNames['zh-CN'] },
    codeWords: [{ codes: ['senior'], en: ['elderly'], zh: ['老人', '高龄'] }],
    can: ['filter', 'group'],
  }),
  field({
    key: 'annualRevenue',
    type: 'money',
    name: { en: 'Annual revenue', zh: '年营业收入' },
    words: {
      en: ['revenue', 'turnover', 'annual turnover', 'yearly revenue', 'company size', 'sales'],
      zh: ['营业收入', '年营收', '营收', '年收入', '年营业额', '营业额', '年销售额', '企业规模'],
    },
    can: ['filter', 'sort', 'measure'],
  }),
  field({
    key: 'targetCredit',
    type: 'money',
    name: { en: 'Target credit', zh: '目标授信' },
    words: {
      en: ['target credit line', 'credit target', 'target loan', 'target lending'],
      zh: ['目标授信额度', '授信目标', '目标授信额', '授信额度', '授信'],
    },
    can: ['filter', 'sort', 'measure'],
  }),
];
