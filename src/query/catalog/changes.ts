/** What changed over a period: balances, and the money that came in and went out. */
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, type Feed, field } from './field.ts';

const over = (
  key: FieldKey,
  type: 'money' | 'percent',
  en: string[],
  zh: string[],
  feeds: Feed[] = ['balances'],
): CatalogField =>
  field({
    key,
    type,
    name: { en: en[0] ?? '', zh: zh[0] ?? '' },
    words: { en: en.slice(1), zh: zh.slice(1) },
    can: type === 'money' ? ['filter', 'sort', 'measure'] : ['filter', 'sort'],
    takes: 'period',
    feeds,
  });

export const changeFields: readonly CatalogField[] = [
  over(
    'aumChange',
    'money',
    [
      'AUM change',
      'change in aum',
      'change of aum',
      'balance change',
      'change in balance',
      'change in assets',
      'asset change',
      'aum growth',
    ],
    ['资产变动', '资产变化', '资产变动额', '资产增减', '余额变动', '余额变化', '资产增长额'],
  ),
  over(
    'aumChangePct',
    'percent',
    [
      'AUM change in percent',
      'percentage change in aum',
      'aum change %',
      'aum growth rate',
      'relative aum change',
      'share of balance',
      'balance change in percent',
    ],
    [
      '资产变动率',
      '资产变动幅度',
      '资产变化率',
      '资产增幅',
      '资产增长率',
      '资产变动百分比',
      '资产涨跌幅',
    ],
  ),
  over(
    'depositChange',
    'money',
    [
      'Deposit change',
      'change in deposits',
      'change of deposits',
      'deposits change',
      'deposit growth',
    ],
    ['存款变动', '存款变化', '存款变动额', '存款增减'],
  ),
  over(
    'depositChangePct',
    'percent',
    [
      'Deposit change in percent',
      'percentage change in deposits',
      'deposit change %',
      'deposit growth rate',
    ],
    ['存款变动率', '存款变动幅度', '存款变化率', '存款增幅', '存款增长率'],
  ),
  over(
    'investmentChange',
    'money',
    ['Investment change', 'change in investments', 'change of investments', 'investments change'],
    ['投资类资产变动', '投资变动', '投资变化', '投资增减'],
  ),
  over(
    'investmentChangePct',
    'percent',
    ['Investment change in percent', 'percentage change in investments', 'investment change %'],
    ['投资类资产变动率', '投资变动率', '投资变动幅度', '投资增幅'],
  ),
  over(
    'loanChange',
    'money',
    ['Loan change', 'change in loans', 'change of loans', 'loans change'],
    ['贷款变动', '贷款变化', '贷款变动额', '贷款增减'],
  ),
  over(
    'netInflow',
    'money',
    ['Net inflow', 'net inflows', 'net flow', 'net new money', 'net money in', 'net cash inflow'],
    ['净流入', '资金净流入', '净流入额', '净流入金额', '净增资金'],
    ['transactions', 'activity'],
  ),
  over(
    'netInflowPct',
    'percent',
    ['Net inflow in percent of AUM', 'net inflow %', 'relative net inflow'],
    ['净流入率', '净流入占比', '净流入占资产比例'],
    ['transactions', 'activity'],
  ),
  field({
    key: 'transactionDays',
    type: 'days',
    name: { en: 'Transaction days', zh: '交易天数' },
    words: {
      en: ['days with a transaction', 'number of transaction days'],
      zh: ['动账天数', '有交易的天数'],
    },
    can: ['filter', 'sort', 'measure'],
    takes: 'period',
    feeds: ['transactions', 'activity'],
  }),
];
