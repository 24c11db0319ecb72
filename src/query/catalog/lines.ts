/** What the client holds or owes in each product line that has a balance. */
import type { ProductLine } from '../../domain/client.ts';
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, field } from './field.ts';

const line = (key: FieldKey, en: string[], zh: string[]): CatalogField =>
  field({
    key,
    type: 'money',
    name: { en: en[0] ?? '', zh: zh[0] ?? '' },
    words: { en: en.slice(1).map((word) => word.toLowerCase()), zh: zh.slice(1) },
    can: ['filter', 'sort', 'measure'],
    takes: 'day',
    feeds: ['balances'],
  });

export const LINE_BALANCES: Partial<Record<ProductLine, FieldKey>> = {
  demand_deposit: 'demandDepositBalance',
  time_deposit: 'timeDepositBalance',
  wealth_product: 'wealthProductBalance',
  fund: 'fundBalance',
  bond: 'bondBalance',
  insurance: 'insuranceBalance',
  precious_metal: 'preciousMetalBalance',
  loan: 'loanLineBalance',
  mortgage: 'mortgageBalance',
  credit_card: 'creditCardBalance',
};

/** The field that tells how much is held in a line; null = the line has no balance of its own. */
export const balanceOfLine = (line: string): FieldKey | null =>
  LINE_BALANCES[line as ProductLine] ?? null;

export const lineFields: readonly CatalogField[] = [
  line(
    'demandDepositBalance',
    ['Demand deposit balance', 'current account balance', 'demand balance'],
    ['活期余额', '活期存款余额', '活期金额'],
  ),
  line(
    'timeDepositBalance',
    ['Time deposit balance', 'fixed deposit balance', 'term deposit balance'],
    ['定期余额', '定期存款余额', '定存余额', '定期金额'],
  ),
  line(
    'wealthProductBalance',
    ['Wealth product balance', 'wealth management balance', 'wealth balance', 'wmp balance'],
    ['理财余额', '理财产品余额', '理财金额', '理财持有量', '理财持有金额', '理财持仓', '理财规模'],
  ),
  line(
    'fundBalance',
    ['Fund balance', 'fund holdings', 'mutual fund balance', 'fund value'],
    ['基金余额', '基金金额', '基金持有量', '基金持有金额', '基金持仓', '基金市值'],
  ),
  line(
    'bondBalance',
    ['Bond balance', 'bond holdings', 'bond value'],
    ['债券余额', '债券金额', '债券持有量', '债券持有金额', '债券持仓'],
  ),
  line(
    'insuranceBalance',
    ['Insurance balance', 'insurance value', 'policy value'],
    ['保险余额', '保险金额', '保险价值', '保单价值'],
  ),
  line(
    'preciousMetalBalance',
    ['Precious metal balance', 'precious metal holdings', 'precious metal value'],
    ['贵金属余额', '贵金属金额', '贵金属持有量', '贵金属持有金额', '贵金属持仓'],
  ),
  line(
    'loanLineBalance',
    ['Ordinary loan balance', 'loan account balance'],
    ['普通贷款余额', '贷款账户余额'],
  ),
  line(
    'mortgageBalance',
    ['Mortgage balance', 'mortgage debt', 'outstanding mortgage', 'home loan balance'],
    ['按揭余额', '房贷余额', '按揭贷款余额', '按揭金额'],
  ),
  line(
    'creditCardBalance',
    ['Credit card balance', 'card balance', 'credit card debt'],
    ['信用卡余额', '信用卡欠款', '信用卡透支'],
  ),
];
