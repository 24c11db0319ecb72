/** Who the client is and who looks after it. */
import { CLIENT_KINDS } from '../../domain/client.ts';
import { kindNames } from '../../text/fields.ts';
import { type CatalogField, field } from './field.ts';

export const whoFields: readonly CatalogField[] = [
  field({
    key: 'clientId',
    type: 'id',
    name: { en: 'Client ID', zh: '客户号' },
    words: { en: ['client number'], zh: ['客户编号'] },
  }),
  field({
    key: 'name',
    type: 'text',
    name: { en: 'Name', zh: '名称' },
    words: { en: ['client name'], zh: ['姓名', '客户名称', '客户姓名', '名字'] },
  }),
  field({
    key: 'kind',
    type: 'code',
    name: { en: 'Kind', zh: '客户类型' },
    words: { en: ['client kind', 'client type'], zh: ['客户种类'] },
    codes: CLIENT_KINDS,
    codeNames: { en: kindNames.en, zh: kindNames['zh-CN'] },
    codeWords: [
      { codes: ['individual'], en: ['personal', 'retail'], zh: ['零售', '对私'] },
      {
        codes: ['corporate'],
        en: ['company', 'companies', 'business', 'businesses', 'enterprise'],
        zh: ['公司', '企业', '法人'],
      },
    ],
    can: ['filter', 'group'],
  }),
  field({
    key: 'branch',
    type: 'text',
    name: { en: 'Branch', zh: '所属支行' },
    words: { en: ['outlet'], zh: ['支行', '网点'] },
    can: ['filter', 'group'],
    whenNull: 'none',
  }),
  field({
    key: 'manager',
    type: 'text',
    name: { en: 'Manager', zh: '客户经理' },
    words: {
      en: [
        'relationship manager',
        'rm',
        'who looks after',
        'who manages',
        'who covers',
        'who is responsible for',
      ],
      zh: ['管户经理', '管户人', '负责人', '经理'],
    },
    can: ['filter', 'group'],
    whenNull: 'none',
  }),
  field({
    key: 'onboardedOn',
    type: 'date',
    name: { en: 'Onboarded on', zh: '开户日期' },
    words: {
      en: [
        'onboarding date',
        'been a client',
        'been our client',
        'been with us',
        'been with the bank',
        'been clients',
        'been a customer',
      ],
      zh: ['入行日期'],
    },
    eventWords: { en: ['onboarded', 'joined'], zh: ['开户', '入行', '新增'] },
    can: ['filter', 'sort'],
  }),
  field({
    key: 'closedOn',
    type: 'date',
    name: { en: 'Closed on', zh: '销户日期' },
    words: { en: ['closing date'], zh: [] },
    eventWords: {
      en: ['closed', 'left the bank', 'left us', 'left', 'closed their account'],
      zh: ['销户', '已销户'],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
  }),
  field({
    key: 'unowned',
    type: 'flag',
    name: { en: 'Without a manager', zh: '无客户经理' },
    words: {
      en: [
        'unowned',
        'no manager',
        'no relationship manager',
        'without a relationship manager',
        'that nobody looks after',
        'unassigned',
      ],
      zh: [
        '没有客户经理',
        '没有客户经理管',
        '无人管户',
        '无主客户',
        '未分配客户经理',
        '没人管',
        '无管户经理',
        '没有管户经理',
      ],
    },
    can: ['filter'],
  }),
];
