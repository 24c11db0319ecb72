/** The reporting currency, fixed at the first import, and what each account currency is worth in digits and days. */
import type { Transaction } from '../db/database.ts';
import { currencyDigits } from '../domain/money.ts';
import { ProblemError } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { intakeText } from '../text/intake.ts';
import { currency as readCurrency } from './cells.ts';
import type { ImportContext } from './context.ts';

export const DEFAULT_REPORTING_CURRENCY = 'CNY';

type Setting = { value: string };

/** Reads what the bundle's staged settings and the store say; a second currency stops the import. */
export const settleReportingCurrency = async (
  tx: Transaction,
  staged: boolean,
): Promise<string> => {
  const [known] = await tx<Setting[]>`select value from settings where key = 'reporting_currency'`;
  const [told] = staged
    ? await tx<
        Setting[]
      >`select value from stage_settings where key = 'reporting_currency' order by n`
    : [];
  if (known && told && known.value !== told.value)
    throw new ProblemError(
      problem('reporting_currency_fixed', intakeText, (t) =>
        t.reportingCurrencyFixed(known.value, told.value),
      ),
    );
  // Not a reject: without its row the amounts would be taken for another currency's.
  if (told && 'fault' in readCurrency(told.value, ''))
    throw new ProblemError(
      problem('bad_reporting_currency', intakeText, (t) => t.badReportingCurrency(told.value)),
    );
  const currency = told?.value ?? known?.value ?? DEFAULT_REPORTING_CURRENCY;
  if (!told && !known)
    await tx`insert into settings (key, value) values ('reporting_currency', ${currency})`;
  await tx`create temp table import_reporting (currency text) on commit drop`;
  await tx`insert into import_reporting values (${currency})`;
  return currency;
};

/** Fills `import_currencies`: factor to minor units and first day with a rate, for every account currency. */
export const describeCurrencies = async ({
  tx,
  reportingCurrency,
}: ImportContext): Promise<void> => {
  await tx`create temp table import_currencies
    (currency text primary key, factor numeric, rated_from date) on commit drop`;
  const found = await tx<{ currency: string }[]>`select distinct currency from accounts`;
  for (const { currency } of found)
    await tx`insert into import_currencies
      select ${currency}, 10::numeric ^ ${currencyDigits(currency)}::int,
        case when ${currency} = ${reportingCurrency} then date '0001-01-01'
             else (select min("on") from fx_rates where currency = ${currency}) end`;
};
