import { avg3Start, isDecisionDate, monthEnd, monthStart } from '../../domain/business-date.ts';
import { currencyDigits, isCurrency } from '../../domain/money.ts';
import type { FeedDates } from '../../tiering/fresh-feeds.ts';
import type { Policy } from '../../tiering/policy.ts';
import { findFeedDates } from '../business-date.ts';
import type { Transaction } from '../database.ts';
import type { CurrencyScale, Night } from './night.ts';
import { loadScorecardNight } from './scorecard-night.ts';

const powerOfTen = (exponent: number): string =>
  exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}1` : `1${'0'.repeat(exponent)}`;

const loadCurrencies = async (
  tx: Transaction,
  reportingCurrency: string,
): Promise<CurrencyScale[]> => {
  const rows = await tx<{ currency: string }[]>`select distinct currency from fx_rates`;
  const digits = currencyDigits(reportingCurrency);
  return rows
    .filter(({ currency }) => isCurrency(currency))
    .map(({ currency }) => ({ currency, scale: powerOfTen(digits - currencyDigits(currency)) }));
};

/**
 * The last full month of log-ins by D, when the feed reaches it and begins before the months that it is
 * compared with; null = unknown.
 */
const findLoginMonth = async (
  tx: Transaction,
  on: Temporal.PlainDate,
  policy: Policy,
  feeds: FeedDates,
): Promise<Temporal.PlainDate | null> => {
  const month = isDecisionDate(on) ? monthStart(on) : monthStart(on).subtract({ months: 1 });
  const through = feeds.get('logins');
  if (!through || Temporal.PlainDate.compare(monthEnd(through), monthEnd(month)) < 0) return null;
  const [row] = await tx<{ first: string | null }[]>`select min(month)::text as first from logins`;
  const since = month.subtract({ months: policy.churn.lines.R06.previousMonths });
  if (!row?.first || Temporal.PlainDate.compare(row.first, since) > 0) return null;
  return month;
};

const hasForeign = async (tx: Transaction, reportingCurrency: string): Promise<boolean> => {
  const [row] = await tx<{ foreign: boolean }[]>`
    select exists (select from accounts where currency <> ${reportingCurrency}) as foreign`;
  return row?.foreign ?? true;
};

const findPreviousNight = async (
  tx: Transaction,
  on: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> => {
  const [row] = await tx<{ previous: string | null }[]>`
    select max(business_date)::text as previous from nightly_runs
     where business_date < ${on.toString()}::text::date`;
  return row?.previous ? Temporal.PlainDate.from(row.previous) : null;
};

/** Everything about a night that does not differ from client to client. */
export const loadNight = async (
  tx: Transaction,
  on: Temporal.PlainDate,
  policy: Policy,
): Promise<{ night: Night; feeds: FeedDates }> => {
  const feeds = await findFeedDates(tx);
  const delivered = await tx<{ feed: string }[]>`select feed from feeds where delivered`;
  const night: Night = {
    on,
    avg3From: avg3Start(on),
    previousOn: await findPreviousNight(tx, on),
    policy,
    reportingCurrency: policy.currency,
    currencies: await loadCurrencies(tx, policy.currency),
    foreign: await hasForeign(tx, policy.currency),
    delivered: new Set(delivered.map(({ feed }) => feed)),
    loginMonth: await findLoginMonth(tx, on, policy, feeds),
    scorecard: policy.churn.scorecard ? await loadScorecardNight(tx, on) : null,
  };
  return { night, feeds };
};
