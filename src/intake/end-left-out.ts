/** Balances that a whole picture of a day leaves out: the account has nothing from that day on. */
import { countsOf, type ImportContext } from './context.ts';

/**
 * Adds to `stage_balances` a balance of 0 on each of its days for every account loaded before that held
 * something until then and has no row: an export that writes only what there is would leave the old balance
 * standing. Right only where the source holds all balances of its day, which the mapping states.
 */
export const stageLeftOut = async (context: ImportContext): Promise<void> => {
  const { count } = await context.tx`
    insert into stage_balances (n, file, line, account_id, "on", balance)
    select (select coalesce(max(n), 0) from stage_balances) + row_number() over (order by d."on", a.account_id),
           0, 0, a.account_id, d."on", 0
      from accounts a
      cross join (select distinct "on" from stage_balances) d
      cross join lateral (
        select b.balance_minor from balances b
         where b.client_id = a.client_id and b.account_id = a.account_id and b.on < d."on"
         order by b.on desc limit 1) held
     where held.balance_minor <> 0 and (a.closed_on is null or a.closed_on >= d."on")
       and not exists (
         select from stage_balances s where s.account_id = a.account_id and s."on" = d."on")`;
  countsOf(context, 'balances').read += count;
};
