import type { Transaction } from '../db/database.ts';
import type { Night } from '../db/metrics/night.ts';
import { avg3Start } from '../domain/business-date.ts';
import type { Problem } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { nightlyText } from '../text/nightly.ts';

/** Names the currency whose rates begin too late for the balances of a client. */
export const missingRate = async (
  tx: Transaction,
  night: Night,
  clientId: string,
): Promise<Problem> => {
  const [account] = await tx<{ currency: string }[]>`
    select a.currency from accounts a
     where a.client_id = ${clientId} and a.currency <> ${night.reportingCurrency}
     order by (select min(f.on) from fx_rates f where f.currency = a.currency) desc nulls first
     limit 1`;
  const since = avg3Start(night.on).toString();
  const currency = account?.currency ?? '?';
  return problem('rate_missing', nightlyText, (t) => t.rateMissing(currency, since, clientId));
};
