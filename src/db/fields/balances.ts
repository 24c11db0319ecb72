/** What a client's accounts hold on any day, in the reporting currency. */
import { type SQL, sql } from 'drizzle-orm';
import { ASSET_LINES, DEPOSIT_LINES, INVESTMENT_LINES, LOAN_LINES } from '../../domain/client.ts';
import { currencyDigits } from '../../domain/money.ts';
import { clientState, clients } from '../schema/index.ts';
import {
  column,
  dateSql,
  type FieldAt,
  type FieldSource,
  listSql,
  money,
  plain,
} from './stored-field.ts';

const DEFAULT_DIGITS = 2;
const currenciesWith = (digits: number): string[] =>
  Intl.supportedValuesOf('currency').filter((code) => currencyDigits(code) === digits);

const digitsOf = (currency: SQL): SQL => sql`case
  when ${currency} in (${listSql(currenciesWith(0))}) then 0
  when ${currency} in (${listSql(currenciesWith(3))}) then 3 else ${sql.raw(String(DEFAULT_DIGITS))} end`;

const REPORTING = sql`coalesce((select value from settings where key = 'reporting_currency'), 'CNY')`;

/** Minor units of a currency in those of the reporting currency at a day's rate; null = no rate yet. */
export const convertedSql = (minor: SQL, currency: SQL, on: SQL, { digits }: FieldAt): SQL => sql`
  case when ${currency} = ${REPORTING} then ${minor}
    else round_half_even(${minor}::numeric * power(10::numeric, ${sql.raw(String(digits))} - (${digitsOf(currency)}))
      * (select r.rate from fx_rates r where r.currency = ${currency} and r.on <= ${on} order by r.on desc limit 1))
  end`;

/** Of the account `a`: its balance on a day, a negative one as 0; null = none is known. */
export const accountMinorSql = (on: SQL, at: FieldAt): SQL => sql`
  (select ${convertedSql(sql`greatest(b.balance_minor, 0)`, sql`a.currency`, on, at)}
     from balances b
    where b.client_id = a.client_id and b.account_id = a.account_id and b.on <= ${on}
    order by b.on desc limit 1)`;

/**
 * Of the client: what it holds in some lines on a day; null = an account was open for which the bank's
 * balances begin later, or its currency has no rate.
 */
export const holdingSql = (lines: readonly string[], on: SQL, at: FieldAt): SQL => sql`
  (select case when bool_or(h.minor is null and exists (
                 select from balances k where k.client_id = h.client_id
                    and k.account_id = h.account_id and (k.on <= ${on} or h.opened_on <= ${on})))
               then null else coalesce(sum_minor(h.minor), 0) end
     from (select a.client_id, a.account_id, a.opened_on, ${accountMinorSql(on, at)} as minor
             from accounts a
            where a.client_id = ${clients.clientId} and a.product_line in (${listSql(lines)})
              and (a.closed_on is null or a.closed_on >= ${on}) offset 0) h)`;

const holding =
  (...lines: string[]): FieldSource =>
  (at) =>
    money(holdingSql(lines, dateSql(at.asOf), at));

const stored =
  (
    of:
      | typeof clientState.aumMinor
      | typeof clientState.depositsMinor
      | typeof clientState.investmentsMinor
      | typeof clientState.loansMinor,
    lines: readonly string[],
  ): FieldSource =>
  (at) =>
    at.asOf.equals(at.on) ? column(of) : holding(...lines)(at);

export const balanceFields = {
  aum: stored(clientState.aumMinor, ASSET_LINES),
  deposits: stored(clientState.depositsMinor, DEPOSIT_LINES),
  investments: stored(clientState.investmentsMinor, INVESTMENT_LINES),
  loans: stored(clientState.loansMinor, LOAN_LINES),
  owing: (() => plain(sql`(${clientState.loansMinor} > 0)`)) satisfies FieldSource,
  demandDepositBalance: holding('demand_deposit'),
  timeDepositBalance: holding('time_deposit'),
  wealthProductBalance: holding('wealth_product'),
  fundBalance: holding('fund'),
  bondBalance: holding('bond'),
  insuranceBalance: holding('insurance'),
  preciousMetalBalance: holding('precious_metal'),
  loanLineBalance: holding('loan'),
  mortgageBalance: holding('mortgage'),
  creditCardBalance: holding('credit_card'),
};
