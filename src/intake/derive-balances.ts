/** Day-end balances of a complete ledger: the running sum of an account's signed amounts. */
import { countsOf, type ImportContext } from './context.ts';
import { SPECS } from './tables.ts';

/**
 * Fills `stage_balances` for the accounts of `stage_transactions`, from all of their transactions that are
 * stored: right only where the ledger begins with the account, which the mapping states.
 */
export const stageDerivedBalances = async (context: ImportContext): Promise<void> => {
  const { tx } = context;
  const { count } = await tx`
    create temp table stage_balances on commit drop as
    select row_number() over () as n, 0 as file, 0 as line, t.account_id, t.booked_on as on,
      sum(sum(t.amount_minor)) over (partition by t.account_id order by t.booked_on)
        / min(c.factor) as balance
    from transactions t
    join accounts a on a.account_id = t.account_id
    join import_currencies c on c.currency = a.currency
    where t.account_id in (select account_id from stage_transactions)
    group by t.account_id, t.booked_on`;
  countsOf(context, 'balances').read += count;
};

export const DERIVED_SOURCE = {
  columns: SPECS.balances.columns.map((column) => column.name),
  keep: 'first' as const,
};
