/** What the client holds and owes. */
import { DEPOSIT_LINES, INVESTMENT_LINES, PRODUCT_LINES } from '../../domain/client.ts';
import { productLineNames } from '../../text/fields.ts';
import { type CatalogField, field } from './field.ts';

const money = { type: 'money', can: ['filter', 'sort', 'measure'] } as const;
const balance = { ...money, takes: 'day', feeds: ['balances'] } as const;

export const moneyFields: readonly CatalogField[] = [
  field({
    key: 'aum',
    ...balance,
    name: { en: 'AUM', zh: '资产' },
    words: {
      en: ['assets', 'asset', 'assets under management', 'holdings', 'balance', 'total balance'],
      zh: ['管理资产', '金融资产', '资产规模', '资产余额', '总资产余额', 'aum'],
    },
  }),
  field({
    key: 'avg3',
    ...money,
    feeds: ['balances'],
    name: { en: 'Three-month average AUM', zh: '三个月日均资产' },
    words: {
      en: ['3 month average aum', '3 month average', 'three month average', 'avg3'],
      zh: ['3个月日均资产', '三个月日均', '3个月日均', '季日均', '季日均资产'],
    },
    whenNull: 'none',
  }),
  field({
    key: 'deposits',
    ...balance,
    name: { en: 'Deposits', zh: '存款' },
    words: { en: ['deposit', 'deposit balance'], zh: ['存款余额', '储蓄'] },
    heldLines: DEPOSIT_LINES,
  }),
  field({
    key: 'investments',
    ...balance,
    name: { en: 'Investments', zh: '投资类资产' },
    words: { en: ['investment'], zh: ['投资', '投资资产'] },
    heldLines: INVESTMENT_LINES,
  }),
  field({
    key: 'loans',
    ...balance,
    name: { en: 'Loans', zh: '贷款' },
    words: {
      en: ['debt', 'owed', 'outstanding loans', 'borrowings', 'loan', 'loan balance'],
      zh: ['欠款', '贷款总额', '负债', '借款', '贷款余额'],
    },
    heldLines: ['loan'],
  }),
  field({
    key: 'owing',
    type: 'flag',
    name: { en: 'Owing the bank', zh: '有欠款' },
    words: {
      en: [
        'owe us',
        'owe us money',
        'owes us',
        'owes us money',
        'owe the bank',
        'owe the bank money',
        'in debt',
        'with debt',
        'with outstanding loans',
      ],
      zh: ['有贷款余额', '有负债', '有未还贷款', '欠我行钱'],
    },
    can: ['filter'],
    feeds: ['balances'],
  }),
  field({
    key: 'contribution12m',
    ...money,
    name: { en: '12-month contribution', zh: '综合贡献' },
    words: {
      en: ['contribution', 'twelve month contribution', 'annual contribution'],
      zh: ['贡献度', '贡献', '十二个月贡献', '12个月贡献', '年贡献'],
    },
  }),
  field({
    key: 'productCount',
    type: 'count',
    name: { en: 'Product count', zh: '产品数' },
    words: {
      en: ['number of products', 'products held', 'number of product lines'],
      zh: ['产品数量', '产品个数', '持有产品数', '持有产品数量'],
    },
    can: ['filter', 'sort', 'measure'],
    feeds: ['accounts'],
  }),
  field({
    key: 'productLines',
    type: 'codes',
    name: { en: 'Products', zh: '持有产品' },
    words: { en: ['product', 'product line'], zh: ['产品', '产品线'] },
    codes: PRODUCT_LINES,
    codeNames: { en: productLineNames.en, zh: productLineNames['zh-CN'] },
    codeWords: [
      { codes: ['demand_deposit'], en: ['current account', 'sight deposit'], zh: ['活期'] },
      {
        codes: ['time_deposit'],
        en: ['fixed deposit', 'term deposit'],
        zh: ['定期', '定存'],
      },
      {
        codes: ['wealth_product'],
        en: ['wealth management product', 'wmp'],
        zh: ['理财产品'],
      },
      { codes: ['fund'], en: ['mutual fund'], zh: [] },
      { codes: ['insurance'], en: ['insurance policy', 'insurance policies'], zh: ['保单'] },
      {
        codes: ['mortgage'],
        en: ['home loan', 'mortgage outstanding', 'outstanding mortgage loan'],
        zh: ['房贷', '按揭贷款', '住房贷款'],
      },
      { codes: ['payroll'], en: ['payroll service'], zh: ['代发'] },
    ],
    can: ['filter'],
    whenNull: 'none',
    feeds: ['accounts'],
  }),
];
