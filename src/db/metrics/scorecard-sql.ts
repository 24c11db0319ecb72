/** What SQL finds of a client for a churn scorecard: balances on three days, and the moves of a month and a quarter. */
import { monthStart } from '../../domain/business-date.ts';
import { ASSET_LINES, DEPOSIT_LINES, INVESTMENT_LINES, LOAN_LINES } from '../../domain/client.ts';
import { dateLiteral, listLiteral, textLiteral } from './literal.ts';
import type { ClientRange, Night } from './night.ts';
import type { ScorecardNight } from './scorecard-night.ts';

/** Moves between a client's own products and what the bank books are no money in or out. */
const NOT_MOVED = 'interest fee tax sweep purchase redemption loan_repayment'.split(' ');

const deposit = `product_line in (${listLiteral(DEPOSIT_LINES)})`;
const asset = `product_line in (${listLiteral(ASSET_LINES)})`;
const invested = `product_line in (${listLiteral(INVESTMENT_LINES)})`;
const owed = `product_line in (${listLiteral(LOAN_LINES)})`;

const scalesSql = ({ currencies, reportingCurrency }: Night): string => {
  const foreign = currencies.filter(({ currency }) => currency !== reportingCurrency);
  const rows = foreign.map(
    ({ currency, scale }) => `(${textLiteral(currency)}, ${scale}::numeric)`,
  );
  return rows.length > 0 ? `values ${rows.join(', ')}` : 'select null, 1 where false';
};

/** The factor of a currency on a day; null = no rate that early. */
const factorOn = (currency: string, day: string): string => `
  (select f.rate * k.scale from fx_rates f join scales k on k.currency = f.currency
    where f.currency = ${currency} and f.on <= ${day} order by f.on desc limit 1)`;

/**
 * `levels`: each account's balance on the three days. One that was open by its own date and has no balance
 * yet is unknown (null) on an earlier day and nothing on D, as for its AUM.
 */
const levelsSql = (night: Night, { ends }: ScorecardNight, inRange: string): string => {
  const home = textLiteral(night.reportingCurrency);
  const days = ends.map((day, n) => `(${n}, ${dateLiteral(day)})`).join(', ');
  return `
  scales(currency, scale) as (${scalesSql(night)}),
  ends(n, day) as (values ${days}),
  rates as materialized (
    select s.currency, e.n, ${factorOn('s.currency', 'e.day')} as factor from scales s cross join ends e),
  held as (
    select a.client_id, a.product_line, a.currency, e.n, b.balance_minor
      from accounts a cross join ends e
      left join lateral (
        select p.balance_minor from balances p
         where p.client_id = a.client_id and p.account_id = a.account_id and p.on <= e.day
         order by p.on desc limit 1) b on true
     where ${inRange.replaceAll('client_id', 'a.client_id')} and (${asset} or ${owed})
       and (b.balance_minor is not null or a.opened_on <= e.day)
       and (a.opened_on is null or a.opened_on <= e.day)
       and (a.closed_on is null or a.closed_on >= e.day)),
  levels as (
    select h.client_id, h.product_line, h.n,
           case when h.balance_minor is null then case when h.n = 0 then 0 end
                when h.currency = ${home} or h.balance_minor <= 0 then greatest(h.balance_minor, 0)
                else round_half_even(h.balance_minor * r.factor) end as minor
      from held h left join rates r on r.currency = h.currency and r.n = h.n)`;
};

const sumOn = (n: number, line: string): string =>
  `coalesce(sum_minor(minor) filter (where n = ${n} and ${line}), 0)`;

/** null = a balance of that day is unknown. */
const depositsOn = (n: number): string => `
  case when bool_or(minor is null) filter (where n = ${n} and ${deposit}) then null
       else ${sumOn(n, deposit)} end as deposits_${n},
  count(*) filter (where n = ${n} and ${deposit} and minor > 0) as deposit_products_${n}`;

const moneySql = (): string => `
  money as (
    select client_id, ${sumOn(0, "product_line = 'time_deposit'")} as term,
           ${sumOn(0, "product_line = 'demand_deposit'")} as demand,
           ${sumOn(0, invested)} as investments, ${sumOn(0, owed)} as loans,
           count(*) filter (where n = 0 and ${asset} and minor > 0) as products,
           ${[0, 1, 2].map(depositsOn).join(',')}
      from levels group by client_id)`;

/** `in_minor`, `out_minor` null = a rate is missing. */
const movesSql = (night: Night, at: ScorecardNight, inRange: string): string => {
  const own = inRange.replaceAll('client_id', 't.client_id');
  const [on, month] = [dateLiteral(night.on), dateLiteral(at.monthFrom)];
  const converted = night.foreign
    ? `case when a.currency = ${textLiteral(night.reportingCurrency)} then t.amount_minor
            else round_half_even(t.amount_minor * ${factorOn('a.currency', 't.booked_on')}) end`
    : 't.amount_minor';
  const moved = `booked_on >= ${month} and kind not in (${listLiteral(NOT_MOVED)})`;
  const direction = (sign: '>' | '<') => `${moved} and amount_minor ${sign} 0`;
  const minor = (sign: '>' | '<') => `
    case when bool_or(minor is null) filter (where ${direction(sign)}) then null
         else abs(coalesce(sum_minor(minor) filter (where ${direction(sign)}), 0)) end`;
  return `
  booked as (
    select t.client_id, t.booked_on, t.kind, t.amount_minor, t.initiated_by_client, ${converted} as minor
      from transactions t ${night.foreign ? 'join accounts a using (client_id, account_id)' : ''}
     where ${night.foreign ? inRange : own} and t.booked_on >= ${dateLiteral(at.quarterFrom)} and t.booked_on <= ${on}),
  moves as (
    select client_id, count(*) filter (where booked_on >= ${month}) as in_month,
           count(*) filter (where initiated_by_client) as transactions,
           count(*) filter (where ${direction('>')}) as transfers_in, ${minor('>')} as in_minor,
           count(*) filter (where ${direction('<')}) as transfers_out, ${minor('<')} as out_minor
      from booked group by client_id)`;
};

const reportedJoin = ({ ends }: ScorecardNight): string =>
  ends
    .map(
      (day, n) => `
  left join month_ends e${n} on e${n}.client_id = c.client_id and e${n}.month = ${dateLiteral(monthStart(day))}`,
    )
    .join('');

/** For COPY … TO STDOUT: one row a client, the columns in the order in which read-scorecard.ts reads them. */
export const scorecardSql = (night: Night, at: ScorecardNight, range: ClientRange): string => {
  const inRange = `client_id between ${textLiteral(range.first)} and ${textLiteral(range.last)}`;
  const month = at.activityMonth ? dateLiteral(at.activityMonth) : 'null::date';
  const end = (n: number) =>
    `coalesce(m.deposits_${n}, case when m.client_id is null then 0 end), coalesce(m.deposit_products_${n}, 0),
       e${n}.deposits_minor, e${n}.client_id is not null, e${n}.deposit_products`;
  return `
with ${[levelsSql(night, at, inRange), moneySql(), movesSql(night, at, inRange)].join(',')}
select c.client_id, coalesce(m.term, 0), coalesce(m.demand, 0), coalesce(m.investments, 0),
       coalesce(m.loans, 0), coalesce(m.products, 0), ${[0, 1, 2].map(end).join(', ')},
       coalesce(b.in_month, 0), coalesce(b.transactions, 0), coalesce(b.transfers_in, 0),
       case when b.client_id is null then 0 else b.in_minor end, coalesce(b.transfers_out, 0),
       case when b.client_id is null then 0 else b.out_minor end,
       a.client_id is not null, a.log_ins, a.transfers_in, a.inflow_minor, a.transfers_out, a.outflow_minor,
       a.quarter_transactions
  from clients c
  left join money m on m.client_id = c.client_id
  left join moves b on b.client_id = c.client_id
  left join activity a on a.client_id = c.client_id and a.month = ${month}${reportedJoin(at)}
 where ${inRange.replaceAll('client_id', 'c.client_id')} order by c.client_id`;
};
