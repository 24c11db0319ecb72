/** How an answer says that the bank does not deliver what a question is about. */
import { catalog } from './catalog.ts';

export const notAssessedText = catalog(
  {
    because: (fact: string, feeds: string) =>
      `${fact}: not assessed: the bank delivers no ${feeds}`,
    or: ' or ',
    accounts: 'accounts',
    balances: 'balances',
    transactions: 'transactions',
    activity: 'monthly activity',
    contacts: 'contacts',
    complaints: 'complaints',
    surveys: 'surveys',
    logins: 'log-ins',
    relations: 'relations',
  },
  {
    because: (fact: string, feeds: string) => `${fact}：未评估，本行未提供${feeds}数据`,
    or: '或',
    accounts: '账户',
    balances: '余额',
    transactions: '交易',
    activity: '月度活动',
    contacts: '联系记录',
    complaints: '投诉',
    surveys: '满意度调查',
    logins: '登录',
    relations: '关联关系',
  },
);
