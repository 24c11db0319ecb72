import { sql } from 'drizzle-orm';
import type { ScopedTransaction } from '../db/scope.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import type { DigestManager } from './compose-digest.ts';

export type DigestRecipient = DigestManager & {
  /** As Slack says, else the bank's file; null = neither does. */
  timezone: string | null;
  /** Wall time that the manager chose, HH:MM; null = the bank's. */
  digestAt: string | null;
  /** The manager wants none sent. */
  digestOff: boolean;
  /** Business date of the last digest that went out; null = none has. */
  lastDigestOn: BusinessDate | null;
};

type Row = {
  manager_id: string;
  name: string;
  timezone: string | null;
  book_size: number;
  digest_at: string | null;
  digest_off: boolean | null;
  last_digest_on: string | null;
};

/** Everyone who has a book on `on`, or stands in for somebody who does. */
export const readRecipients = async (
  transaction: ScopedTransaction,
  on: BusinessDate,
): Promise<DigestRecipient[]> => {
  const date = sql`${on.toString()}::date`;
  const rows = await transaction.execute<Row>(sql`
    with books as (
      select c.manager_id, count(*)::int as clients
        from coverage c join clients k using (client_id)
       where c.superseded_at is null and c.valid_from <= ${date}
         and (c.valid_to is null or c.valid_to > ${date})
         and (k.closed_on is null or k.closed_on > ${date})
       group by c.manager_id
    )
    select m.manager_id, m.name, coalesce(slack.timezone, m.timezone) as timezone,
           coalesce(books.clients, 0) as book_size, last.business_date as last_digest_on,
           chosen.digest_at, chosen.digest_off
      from managers m
      left join preferences chosen on chosen.manager_id = m.manager_id
      left join books on books.manager_id = m.manager_id
      left join lateral (
        select p.timezone from slack_people p
         where p.manager_id = m.manager_id and p.timezone is not null
         order by p.looked_up_at desc limit 1) slack on true
      left join lateral (
        select max(d.business_date) as business_date from deliveries d
         where d.manager_id = m.manager_id and d.kind = 'digest' and d.business_date < ${date}
           and d.status in ('sent', 'sending', 'parked')) last on true
     where books.manager_id is not null
        or exists (select from covers v join books b on b.manager_id = v.manager_id
                    where v.covered_by = m.manager_id
                      and v.valid_from <= ${date} and v.valid_to > ${date})
     order by m.manager_id`);
  return rows.map((row) => ({
    managerId: row.manager_id,
    managerName: row.name,
    bookSize: row.book_size,
    timezone: row.timezone,
    digestAt: row.digest_at,
    digestOff: row.digest_off === true,
    lastDigestOn: row.last_digest_on ? Temporal.PlainDate.from(row.last_digest_on) : null,
  }));
};
