/** What the bank calls its products, by line. */
import type { ProductLine } from '../domain/client.ts';

export const PRODUCT_NAMES: Record<ProductLine, string> = {
  demand_deposit: '活期存款 Current account',
  time_deposit: '定期存款 Time deposit',
  wealth_product: '稳健理财 Steady Wealth',
  fund: '均衡成长基金 Balanced Growth Fund',
  bond: '储蓄国债 Savings Bond',
  insurance: '安享年金保险 Annuity Insurance',
  precious_metal: '积存金 Gold Savings',
  loan: '贷款 Loan',
  mortgage: '住房按揭 Mortgage',
  credit_card: '信用卡 Credit card',
  payroll: '代发工资 Payroll service',
  settlement: '结算服务 Settlement',
  trade_finance: '贸易融资 Trade finance',
};
