/** What matures in a period, and whether the client has said what is to become of it. */
import { PRODUCT_LINES } from '../../domain/client.ts';
import { lineNames } from '../../text/field-codes.ts';
import { type CatalogField, field } from './field.ts';

const spanned = { takes: 'period', ahead: true, feeds: ['accounts'] } as const;
const lines = {
  codes: PRODUCT_LINES,
  codeNames: { en: lineNames.en, zh: lineNames['zh-CN'] },
  codesNeedField: true,
} as const;

export const maturityFields: readonly CatalogField[] = [
  field({
    key: 'maturityCount',
    type: 'count',
    name: { en: 'Number of maturities', zh: '到期笔数' },
    words: { en: ['maturity count'], zh: ['到期产品数', '到期产品数量', '到期账户数'] },
    eventWords: {
      en: [
        'maturities',
        'maturity',
        'a maturity',
        'anything maturing',
        'falling due',
        'products that mature',
        'maturing',
        'mature',
        'matures',
        'matured',
        'coming due',
        'due to mature',
        'something maturing',
        'products maturing',
      ],
      zh: [
        '到期',
        '产品到期',
        '有产品到期',
        '有到期产品',
        '有到期',
        '要到期',
        '将到期',
        '即将到期',
      ],
    },
    can: ['filter', 'sort', 'measure'],
    ...spanned,
  }),
  field({
    key: 'maturingLines',
    type: 'codes',
    name: { en: 'Maturing products', zh: '到期产品' },
    words: { en: ['maturing product lines'], zh: ['到期产品种类'] },
    ...lines,
    can: ['filter'],
    whenNull: 'none',
    ...spanned,
  }),
  field({
    key: 'maturingAmount',
    type: 'money',
    name: { en: 'Maturing amount', zh: '到期金额' },
    words: {
      en: ['amount maturing', 'maturing balance', 'money maturing'],
      zh: ['到期余额', '到期资金', '到期规模', '到期资产'],
    },
    can: ['filter', 'sort', 'measure'],
    ...spanned,
  }),
  field({
    key: 'unrenewedCount',
    type: 'count',
    name: { en: 'Maturities without instruction', zh: '到期未续接笔数' },
    words: {
      en: ['uninstructed maturities', 'maturities not renewed'],
      zh: ['未续接笔数', '到期未安排笔数'],
    },
    eventWords: {
      en: [
        'maturing without instruction',
        'maturing without renewal',
        'maturing without a renewal instruction',
        'maturing and not renewed',
        'maturing uninstructed',
        'maturing without renewal instruction',
        'maturing with no renewal instruction',
      ],
      zh: [
        '到期未续接',
        '到期没有续接',
        '到期未续',
        '到期未续期',
        '到期没有续接安排',
        '到期未安排续接',
        '到期无续接安排',
        '到期没安排',
        '到期未安排',
        '到期没有安排',
      ],
    },
    can: ['filter', 'sort', 'measure'],
    ...spanned,
  }),
  field({
    key: 'unrenewedLines',
    type: 'codes',
    name: { en: 'Products maturing without instruction', zh: '到期未续接产品' },
    words: { en: ['uninstructed maturing products'], zh: ['未续接产品', '到期未安排产品'] },
    ...lines,
    can: ['filter'],
    whenNull: 'none',
    ...spanned,
  }),
  field({
    key: 'unrenewedAmount',
    type: 'money',
    name: { en: 'Amount maturing without instruction', zh: '到期未续接金额' },
    words: { en: ['uninstructed maturing amount'], zh: ['未续接金额', '到期未安排金额'] },
    can: ['filter', 'sort', 'measure'],
    ...spanned,
  }),
  field({
    key: 'nextMaturityOn',
    type: 'date',
    ahead: true,
    name: { en: 'Next maturity', zh: '最近到期日' },
    words: {
      en: ['next maturity date', 'maturity date'],
      zh: ['到期日', '到期日期', '下次到期日', '下一到期日'],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
    feeds: ['accounts'],
  }),
];
