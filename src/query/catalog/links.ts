/** With whom the client is connected: its company, its owners, its employees, and what they hold. */
import { LINKS } from '../../domain/client-links.ts';
import { linkNames } from '../../text/field-codes.ts';
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, field, type Words } from './field.ts';
import { linkWords } from './link-words.ts';

const linkedMoney = (key: FieldKey, name: { en: string; zh: string }, words: Words): CatalogField =>
  field({
    key,
    type: 'money',
    name,
    words,
    can: ['filter', 'sort', 'measure'],
    whenNull: 'none',
    feeds: ['relations'],
  });

export const linkFields: readonly CatalogField[] = [
  field({
    key: 'relations',
    type: 'codes',
    name: { en: 'Relations', zh: '关联关系' },
    words: {
      en: [
        'which company does',
        'which companies does',
        'what company does',
        'what companies does',
        'relation',
        'linked party',
        'linked parties',
        'related party',
        'related parties',
      ],
      zh: ['关系', '关联方', '关联人', '关系人'],
    },
    codes: LINKS,
    codeNames: { en: linkNames.en, zh: linkNames['zh-CN'] },
    codeWords: linkWords,
    can: ['filter'],
    whenNull: 'none',
    feeds: ['relations'],
  }),
  linkedMoney(
    'linkedAum',
    { en: 'AUM of linked parties', zh: '关联方资产' },
    {
      en: ['linked aum', 'linked party aum', 'linked parties aum', 'related party aum'],
      zh: ['关联资产', '关联人资产', '关联方总资产', '关联方资产合计'],
    },
  ),
  linkedMoney(
    'ownersAum',
    { en: 'AUM of its owners', zh: '股东个人资产' },
    {
      en: [
        "their owners' aum",
        'their owners aum',
        "owners' assets",
        'whose owners hold',
        'owners hold',
        'their owners hold',
        "owners' aum",
        "owner's aum",
        'aum of their owners',
        'owners aum',
        'owner aum',
        'aum of the owners',
        'owners personal wealth',
        'owner wealth',
        'wealth of the owners',
        "owner's personal wealth",
        "owners' personal wealth",
      ],
      zh: [
        '股东在我行资产',
        '股东的资产',
        '股东资产',
        '老板资产',
        '老板个人资产',
        '企业主资产',
        '股东个人资产合计',
      ],
    },
  ),
  linkedMoney(
    'ownedCompaniesAum',
    { en: 'AUM of owned companies', zh: '名下企业资产' },
    {
      en: [
        'whose companies hold',
        'companies hold',
        'their companies hold',
        'owned companies aum',
        'aum of the companies owned',
        'company aum',
        'aum of their companies',
      ],
      zh: ['名下企业的资产', '企业资产', '名下公司资产', '控股企业资产', '旗下企业资产'],
    },
  ),
  linkedMoney(
    'employeesAum',
    { en: 'AUM of payroll employees', zh: '代发员工资产' },
    {
      en: ['employees aum', 'payroll employees aum', 'aum of the employees'],
      zh: ['员工资产', '代发员工总资产', '代发客户资产'],
    },
  ),
];
