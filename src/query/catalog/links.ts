/** With whom the client is connected: its company, its owners, its employees, and what they hold. */
import { LINKS } from '../../domain/client-links.ts';
import { linkNames } from '../../text/field-codes.ts';
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, field, type Words } from './field.ts';

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
      en: ['relation', 'linked party', 'linked parties', 'related party', 'related parties'],
      zh: ['关系', '关联方', '关联人', '关系人'],
    },
    codes: LINKS,
    codeNames: { en: linkNames.en, zh: linkNames['zh-CN'] },
    codeWords: [
      {
        codes: ['owner_of'],
        en: [
          'owners of a company',
          'owners of companies',
          'own a company that banks with us',
          'own a corporate client',
          'owner of a corporate client',
          'company owner',
          'owner',
          'shareholder',
          'own a company',
          'owns a company',
        ],
        zh: ['有企业', '老板', '股东', '法人股东', '企业老板', '公司老板', '公司股东'],
      },
      {
        codes: ['executive_of'],
        en: [
          'executives of a company',
          'executives of companies',
          'executive',
          'company executive',
        ],
        zh: ['高管', '公司高管'],
      },
      {
        codes: ['payroll_employee_of'],
        en: [
          'payroll employees of a corporate client',
          'payroll employee of a corporate client',
          'paid through a corporate client',
          'on a payroll',
          'on payroll',
          'employee of a corporate client',
          'payroll client',
        ],
        zh: [
          '对公客户代发员工',
          '属于对公客户代发员工',
          '代发客户',
          '代发工资客户',
          '代发个人',
          '代发人员',
        ],
      },
      {
        codes: ['employer_of'],
        en: [
          'whose employees are paid through us',
          'employees are paid through us',
          'employer',
          'payroll company',
          'payroll companies',
        ],
        zh: [
          '有员工代发工资关系',
          '员工代发工资关系',
          '有代发员工',
          '代发单位',
          '代发公司',
          '代发工资企业',
          '代发工资单位',
        ],
      },
      {
        codes: ['owned_by'],
        en: [
          'whose owner is also a client',
          'whose owner is a client',
          'whose owners are clients',
          'owned by a client',
        ],
        zh: ['有客户股东', '股东也是客户', '老板也是客户', '股东是我行客户'],
      },
      { codes: ['spouse_of'], en: ['spouse', 'married'], zh: ['配偶', '夫妻', '已婚'] },
      {
        codes: ['referred_by'],
        en: [
          'referred by somebody',
          'referred by someone',
          'were referred by somebody',
          'were referred by someone',
          'referred',
          'referred client',
          'referral',
        ],
        zh: [
          '由他人推荐来',
          '由他人推荐',
          '他人推荐',
          '别人推荐',
          '朋友推荐',
          '转介绍来',
          '转介绍',
          '被推荐',
          '推荐来的',
        ],
      },
      { codes: ['supplier_of'], en: [], zh: ['供货商', '上游企业'] },
      { codes: ['buyer_of'], en: [], zh: ['采购方', '下游企业'] },
    ],
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
