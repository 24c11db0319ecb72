/** Balances as step functions, converted day by day, summed over the windows of a night. */
import { avg3Start } from '../../domain/business-date.ts';
import { ASSET_LINES, DEPOSIT_LINES, LOAN_LINES } from '../../domain/client.ts';
import { dateLiteral, listLiteral, textLiteral, wholeLiteral } from './literal.ts';
import type { Night } from './night.ts';

/** First day that any window of a night looks at. */
const lookbackStart = ({ on, policy }: Night): Temporal.PlainDate => {
  const { R01, R10 } = policy.churn.lines;
  const days = Math.max(
    R01.recentDays + R01.previousDays,
    R10.days + 1,
    policy.lifecycle.lostDays,
    policy.decisions.holdLiftedZeroAumDays,
  );
  const longest = on.subtract({ days: days - 1 });
  return Temporal.PlainDate.compare(longest, avg3Start(on)) < 0 ? longest : avg3Start(on);
};

/** Days of [from_on, to_on) within the window [first, last]; a window never begins before the client did. */
const overlap = (first: string, last: string): string =>
  `greatest(0, least(to_on, ${last} + 1) - greatest(from_on, ${first}, first_on))`;

/** `daily_rates`: a factor a currency and day of the lookback. A day before the first rate has none: missing, never 1. */
export const ratesSql = (night: Night): string => {
  const scales = night.currencies
    .filter(({ currency }) => currency !== night.reportingCurrency)
    .map(({ currency, scale }) => `(${textLiteral(currency)}, ${scale}::numeric)`);
  const known = scales.length > 0 ? `values ${scales.join(', ')}` : 'select null, 1 where false';
  const on = dateLiteral(night.on);
  return `
  rate_steps as (
    select r.currency::text as currency, r.on as from_on, r.rate * s.scale as factor,
           lead(r.on, 1, ${on} + 1) over (partition by r.currency order by r.on) as to_on
      from fx_rates r join (${known}) s(currency, scale) on s.currency = r.currency
     where r.on <= ${on}),
  daily_rates as materialized (
    select currency, factor, ${daysSql('from_on', 'to_on', night)} as day from rate_steps)`;
};

/** The days of [from, to) within the lookback, one row each. */
const daysSql = (from: string, to: string, night: Night): string =>
  `generate_series(greatest(${from}, ${dateLiteral(lookbackStart(night))}), ${to} - 1, interval '1 day')::date`;

const homeParts = (same: string): string => `
    select ${same}, h.from_on, h.to_on, greatest(h.balance_minor, 0) as minor from held h`;

const convertedParts = (night: Night, same: string): string => {
  const foreign = `h.currency <> ${textLiteral(night.reportingCurrency)} and h.balance_minor > 0`;
  return `${homeParts(same)} where not (${foreign})
    union all
    select ${same}, h.day, h.day + 1, round_half_even(h.balance_minor * r.factor)
      from (select h.*, ${daysSql('h.from_on', 'h.to_on', night)} as day from held h where ${foreign}) h
      left join daily_rates r using (currency, day)`;
};

/**
 * `parts`: stretches of days on which an account's balance in the reporting currency stays the same.
 * A foreign balance is converted and rounded half-even on each day; null = that day has no rate.
 */
export const partsSql = (night: Night, inRange: string): string => {
  const on = dateLiteral(night.on);
  const start = dateLiteral(lookbackStart(night));
  const due = wholeLiteral(night.policy.churn.lines.R11.days);
  const same = 'h.client_id, h.first_on, h.asset, h.deposit, h.due';
  return `
  needed as (
    select b.client_id, b.account_id, b.on as from_on, b.balance_minor
      from balances b where ${inRange} and b.on > ${start} and b.on <= ${on}
    union all
    select a.client_id, a.account_id, b.on, b.balance_minor
      from open_accounts a cross join lateral (
        select p.on, p.balance_minor from balances p
         where p.client_id = a.client_id and p.account_id = a.account_id and p.on <= ${start}
         order by p.on desc limit 1) b),
  steps as (
    select client_id, account_id, from_on, balance_minor,
           lead(from_on, 1, ${on} + 1) over (partition by client_id, account_id order by from_on) as next_on
      from needed),
  held as ${night.foreign ? 'materialized ' : ''}(
    select s.client_id, s.from_on, least(s.next_on, a.closed_on + 1) as to_on, s.balance_minor,
           a.currency, a.first_on, a.product_line in (${listLiteral(ASSET_LINES)}) as asset,
           a.product_line in (${listLiteral(DEPOSIT_LINES)}) as deposit,
           a.matures_on > ${on} and a.matures_on <= ${on} + ${due}
             and a.renewal_instructed is distinct from true as due
      from steps s join open_accounts a using (client_id, account_id)
     where s.next_on > ${start}
       and a.product_line in (${listLiteral([...ASSET_LINES, ...LOAN_LINES])})
       and least(s.next_on, a.closed_on + 1) > s.from_on),
  parts as materialized (${night.foreign ? convertedParts(night, same) : homeParts(same)})`;
};

/** `money`: one row a client with every sum that a decision needs. */
export const moneySql = (night: Night): string => {
  const { recentDays, previousDays } = night.policy.churn.lines.R01;
  const on = dateLiteral(night.on);
  const back = (days: number) => `${on} - ${wholeLiteral(days)}`;
  const avg3 = overlap(dateLiteral(avg3Start(night.on)), on);
  const recent = overlap(back(recentDays - 1), on);
  const before = overlap(back(recentDays + previousDays - 1), back(recentDays));
  const zero = overlap(back(night.policy.decisions.holdLiftedZeroAumDays - 1), on);
  const before10 = back(night.policy.churn.lines.R10.days);
  return `
  money as (
    select client_id,
           sum_minor(minor) filter (where asset and to_on > ${on}) as aum,
           sum_minor(minor) filter (where deposit and to_on > ${on}) as deposits,
           sum_minor(minor) filter (where not asset and to_on > ${on}) as loans,
           sum_minor(minor) filter (where due and asset and to_on > ${on}) as maturing,
           sum_minor(minor * ${avg3}) filter (where asset) as avg3_sum,
           sum_minor(minor * ${avg3}) filter (where deposit) as deposits_sum,
           sum_minor(minor * ${recent}) filter (where asset) as recent_sum,
           sum_minor(minor * ${before}) filter (where asset) as before_sum,
           sum_minor(minor * ${zero}) filter (where asset) as zero_sum,
           sum_minor(minor) filter (where asset and from_on <= ${before10} and to_on > ${before10}) as aum_before,
           min(from_on) filter (where asset) as known_from,
           coalesce(bool_or(minor is null and ${avg3} > 0), false) as rate_missing,
           coalesce(bool_or(minor is null and asset), false) as rate_missing_earlier
      from parts group by client_id)`;
};

/** `low`: clients whose AUM stayed below the policy's "lost" amount on each day of its window. */
export const lowSql = (night: Night): string => {
  const on = dateLiteral(night.on);
  const floor = night.policy.lostBelowMinor.toString();
  const start = `${on} - ${wholeLiteral(night.policy.lifecycle.lostDays - 1)}`;
  return `
  edges as (
    select client_id, day, sum_minor(delta) as delta
      from (select p.client_id, e.day, e.delta
              from parts p join money m using (client_id)
              cross join lateral (values (p.from_on, p.minor), (p.to_on, -p.minor)) e(day, delta)
             where p.asset and coalesce(m.aum, 0) < ${floor}) each_edge
     group by client_id, day),
  levels as (
    select client_id, day, lead(day) over w as next_day, sum(delta) over w as level
      from edges window w as (partition by client_id order by day)),
  not_low as (
    select distinct client_id from levels
     where level >= ${floor} and day <= ${on} and coalesce(next_day, ${on} + 1) > ${start})`;
};
