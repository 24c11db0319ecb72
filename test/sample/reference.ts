/** AUM, averages and idle days of a client, straight from the definitions of the rules, day by day. */
import { ASSET_LINES } from '../../src/domain/client.ts';
import { type Bank, type Cells, groupBy } from './bank.ts';

const minor = (text: string): bigint => BigInt(text.replace('.', ''));
const lines: readonly string[] = ASSET_LINES;

export type Reference = ReturnType<typeof referenceOf>;
export type Average = { sumMinor: bigint; days: bigint };

const dayKeys = (from: Temporal.PlainDate, to: Temporal.PlainDate): string[] => {
  const keys: string[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    keys.push(day.toString());
  return keys;
};

const heldOn = (steps: readonly Cells[], key: string): bigint => {
  const last = steps.findLast((step) => (step.on ?? '') <= key);
  return last ? minor(last.balance ?? '0.00') : 0n;
};

/** Calculations over one bank; foreign accounts are not converted, so ask only about clients without any. */
export const referenceOf = ({ tables, summary }: Bank) => {
  const accounts = groupBy(tables.accounts, 'client_id');
  const balances = groupBy(tables.balances, 'account_id');
  const transactions = groupBy(tables.transactions, 'account_id');
  const accountsOf = (clientId: string) => accounts.get(clientId) ?? [];
  const assetSteps = (clientId: string) =>
    accountsOf(clientId)
      .filter((row) => lines.includes(row.product_line ?? ''))
      .map((row) => balances.get(row.account_id ?? '') ?? []);
  const transactionsOf = (clientId: string): Cells[] =>
    accountsOf(clientId).flatMap((row) => transactions.get(row.account_id ?? '') ?? []);

  const average = (clientId: string, from: Temporal.PlainDate, to: Temporal.PlainDate): Average => {
    const opened = accountsOf(clientId)
      .map((row) => row.opened_on ?? '')
      .sort()[0];
    const keys = dayKeys(from, to).filter((key) => opened !== undefined && key >= opened);
    const steps = assetSteps(clientId);
    const sumMinor = keys.reduce(
      (sum, key) => steps.reduce((day, account) => day + heldOn(account, key), sum),
      0n,
    );
    return { sumMinor, days: BigInt(Math.max(1, keys.length)) };
  };
  const avg3 = (clientId: string, on: Temporal.PlainDate = summary.businessDate): Average =>
    average(clientId, on.with({ day: 1 }).subtract({ months: 2 }), on);

  const idleDays = (clientId: string): number | null => {
    const bankKinds = ['interest', 'fee', 'tax', 'sweep'];
    const last = transactionsOf(clientId)
      .filter((row) => row.initiated_by !== 'bank' && !bankKinds.includes(row.kind ?? ''))
      .map((row) => row.booked_on ?? '')
      .sort()
      .at(-1);
    if (last === undefined) return null;
    return Temporal.PlainDate.from(last).until(summary.businessDate, { largestUnit: 'days' }).days;
  };
  return { accountsOf, transactionsOf, average, avg3, idleDays };
};

/** The average compared with a number of fen, exactly: negative, 0 or positive. */
export const compareAverage = ({ sumMinor, days }: Average, floorMinor: bigint): number =>
  Number(sumMinor - floorMinor * days);
