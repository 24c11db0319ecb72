/** The parts of a brief, each read inside the reader's scope. */
import { sql } from 'drizzle-orm';
import type { ScopedTransaction } from '../../db/scope.ts';
import type { Tier } from '../../domain/client.ts';
import { currencyDigits, minorToNumber } from '../../domain/money.ts';
import type {
  BriefContact,
  BriefLink,
  BriefMove,
  BriefOverride,
  BriefProduct,
  BriefRelative,
} from './brief.ts';

/** On which date which client is looked at, and in whose scope. */
export type BriefRun = {
  transaction: ScopedTransaction;
  clientId: string;
  on: Temporal.PlainDate;
};

const MOVES_MAX = 5;
const PRODUCTS_MAX = 20;
const CONTACTS_MAX = 5;
const RELATIVES_MAX = 8;

const day = ({ on }: BriefRun) => sql`${on.toString()}::date`;

export const loadMoves = async (run: BriefRun): Promise<BriefMove[]> => {
  const rows = await run.transaction.execute<{ on: string; from: Tier; to: Tier }>(sql`
    select a.valid_from::text as on, a.previous_in_force_tier as from, a.in_force_tier as to
      from assessments a
     where a.client_id = ${run.clientId} and a.valid_from <= ${day(run)}
       and a.previous_in_force_tier <> a.in_force_tier
       and not exists (select from assessments b where b.client_id = a.client_id
                          and b.valid_from = a.valid_from and b.revision > a.revision)
     order by a.valid_from desc limit ${MOVES_MAX}`);
  return [...rows];
};

export const findOverride = async (run: BriefRun): Promise<BriefOverride | null> => {
  const [row] = await run.transaction.execute<{ tier: Tier; last: string; reason: string }>(sql`
    select tier, (valid_to - 1)::text as last, reason_code as reason from (
      select * from overrides where client_id = ${run.clientId} and valid_from <= ${day(run)}
       order by recorded_at desc limit 1) newest
     where valid_to > ${day(run)}`);
  return row ? { tier: row.tier, lastDay: row.last, reasonCode: row.reason } : null;
};

type ProductRow = {
  line: string;
  name: string | null;
  currency: string;
  balance: string | bigint | null;
  matures_on: string | null;
  renewal_instructed: boolean | null;
};

/** Open products, what matures first on top. */
export const loadProducts = async (run: BriefRun): Promise<BriefProduct[]> => {
  const rows = await run.transaction.execute<ProductRow>(sql`
    select a.product_line as line, a.product_name as name, a.currency, b.balance_minor as balance,
           a.matures_on::text, a.renewal_instructed
      from accounts a
      left join lateral (
        select balance_minor from balances x
         where x.client_id = a.client_id and x.account_id = a.account_id and x.on <= ${day(run)}
         order by x.on desc limit 1) b on true
     where a.client_id = ${run.clientId} and (a.closed_on is null or a.closed_on > ${day(run)})
     order by a.matures_on nulls last, b.balance_minor desc nulls last, a.account_id
     limit ${PRODUCTS_MAX}`);
  return rows.map((row) => ({
    line: row.line,
    name: row.name,
    currency: row.currency,
    balance:
      row.balance === null
        ? null
        : minorToNumber(BigInt(row.balance), currencyDigits(row.currency)),
    maturesOn: row.matures_on,
    renewalInstructed: row.renewal_instructed,
  }));
};

type ContactRow = {
  on: string;
  channel: string;
  two_way: boolean;
  name: string | null;
  note: string | null;
};

export const loadContacts = async (run: BriefRun): Promise<BriefContact[]> => {
  const rows = await run.transaction.execute<ContactRow>(sql`
    select c.on::text, c.channel, c.two_way, m.name, c.note
      from contacts c left join managers m using (manager_id)
     where c.client_id = ${run.clientId} and c.on <= ${day(run)}
     order by c.at desc, c.contact_id limit ${CONTACTS_MAX}`);
  return rows.map(({ two_way: twoWay, name: managerName, on, channel, note }) => ({
    ...{ on, channel, twoWay, managerName, note },
  }));
};

type RelativeRow = { client_id: string; name: string; tier: Tier | null };

const relativeOf = (row: RelativeRow): BriefRelative => ({
  clientId: row.client_id,
  name: row.name,
  tier: row.tier,
});

/** The others of the household; those outside the reader's scope do not appear at all. */
export const loadHousehold = async (run: BriefRun): Promise<BriefRelative[]> => {
  const rows = await run.transaction.execute<RelativeRow>(sql`
    select c.client_id, c.name, s.in_force_tier as tier
      from clients me join clients c on c.household_id = me.household_id
      left join client_state s on s.client_id = c.client_id
     where me.client_id = ${run.clientId} and c.client_id <> me.client_id
     order by c.client_id limit ${RELATIVES_MAX}`);
  return rows.map(relativeOf);
};

export const loadLinks = async (run: BriefRun): Promise<BriefLink[]> => {
  const rows = await run.transaction.execute<
    RelativeRow & { relation: string; outgoing: boolean }
  >(sql`
    select c.client_id, c.name, s.in_force_tier as tier, r.relation,
           r.from_client_id = ${run.clientId} as outgoing
      from relations r
      join clients c on c.client_id =
        case when r.from_client_id = ${run.clientId} then r.to_client_id else r.from_client_id end
      left join client_state s on s.client_id = c.client_id
     where ${run.clientId} in (r.from_client_id, r.to_client_id)
       and (r.since is null or r.since <= ${day(run)})
     order by r.relation, c.client_id limit ${RELATIVES_MAX}`);
  return rows.map(({ relation, outgoing, ...row }) => ({ ...relativeOf(row), relation, outgoing }));
};
