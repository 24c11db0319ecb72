import { catalog } from './catalog.ts';

export const factsText = catalog(
  {
    table: 'table',
    rows: 'rows',
    completeThrough: 'complete through',
    never: 'not delivered',
    undated: '–',
    businessDate: (on: string) => `Business date: ${on}`,
    noBusinessDate: 'Business date: unknown, since no balances or transactions have come',
    people: (on: string, accounts: string, clients: string) =>
      `On ${on}: ${accounts} open accounts, ${clients} clients behind them (holders and authorised users)`,
    currency: 'currency',
    accounts: 'open accounts',
    assets: 'balances',
    owed: 'owed on loans and cards',
  },
  {
    table: '表',
    rows: '行数',
    completeThrough: '数据完整至',
    never: '未提供',
    undated: '–',
    businessDate: (on) => `业务日期：${on}`,
    noBusinessDate: '业务日期：未知，尚未收到余额或交易数据',
    people: (on, accounts, clients) =>
      `${on} 共有 ${accounts} 个未销户账户，涉及 ${clients} 位客户（户主及授权使用人）`,
    currency: '币种',
    accounts: '未销户账户',
    assets: '余额',
    owed: '贷款及信用卡欠款',
  },
);
