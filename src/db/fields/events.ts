/** What happened with a client: contacts, complaints, surveys, log-ins. */
import { type SQL, sql } from 'drizzle-orm';
import { clientState, clients, contacts } from '../schema/index.ts';
import { seen } from './changes.ts';
import {
  column,
  dateSql,
  day,
  type FieldAt,
  type FieldSource,
  type FieldSpan,
  plain,
  spanned,
  withinSql,
} from './stored-field.ts';

const TWO_WAY = sql`k.two_way`;

const counted = (which: SQL): FieldSource =>
  spanned((span, at) =>
    plain(sql`(select count(*)::int from contacts k where k.client_id = ${clients.clientId}
      and ${withinSql(sql`k.on`, seen(span, at))} and ${which})`),
  );

/** Every attempt counts, answered or not: it says how often the client was approached. */
const by = (channel: string): SQL => sql`k.channel = ${sql.raw(`'${channel}'`)}`;

const lastContact = (what: SQL, { on }: FieldAt): SQL => sql`
  (select ${what} from contacts k where k.client_id = ${clients.clientId} and k.two_way
     and k.on <= ${dateSql(on)} order by k.on desc, k.at desc, k.contact_id desc limit 1)`;

const openSql = ({ on }: FieldAt): SQL => sql`q.client_id = ${clients.clientId}
  and q.opened_on <= ${dateSql(on)} and (q.closed_on is null or q.closed_on > ${dateSql(on)})`;

const lastSurvey = (what: SQL, { on }: FieldAt): SQL => sql`
  (select ${what} from surveys v where v.client_id = ${clients.clientId}
     and v.on <= ${dateSql(on)} order by v.on desc limit 1)`;

/**
 * Log-ins come by month: those of the months that begin within the span; null = none does, or the bank's
 * feed does not reach all of them.
 */
const loginsSql = ({ from, to }: FieldSpan): SQL => {
  const last = to.with({ day: 1 });
  const first = from === null || from.day === 1 ? from : from.with({ day: 1 }).add({ months: 1 });
  if (first && Temporal.PlainDate.compare(first, last) > 0) return sql`null::int`;
  const begins = first ? sql`${dateSql(first)} >= (select min(g.month) from logins g)` : sql`true`;
  return sql`(case when ${begins} and ${dateSql(last)} <= date_trunc('month',
      (select coalesce(f.loaded_through, f.newest_row_on) from feeds f where f.feed = 'logins'))::date
    then coalesce((select sum(l.days) from logins l where l.client_id = ${clients.clientId}
      and ${withinSql(sql`l.month`, { from: first, to: last })}), 0) end)::int`;
};

const flag =
  (condition: (at: FieldAt) => SQL): FieldSource =>
  (at) =>
    plain(sql`(${condition(at)})`);

export const eventFields = {
  contactCount: counted(TWO_WAY),
  callCount: counted(by('call')),
  visitCount: counted(by('visit')),
  messageCount: counted(by('message')),
  emailCount: counted(by('email')),
  massMessageCount: counted(by('mass_message')),
  marketingContactCount: counted(sql`k.purpose = 'marketing'`),
  serviceContactCount: counted(sql`k.purpose = 'service'`),
  lastContactChannel: ((at) => plain(lastContact(sql`k.channel`, at))) satisfies FieldSource,
  lastContactNote: ((at) =>
    plain(lastContact(sql`k.note`, at), contacts.note)) satisfies FieldSource,
  contactDueOn: (() => column(clientState.contactDueOn)) satisfies FieldSource,
  contactOverdue: flag(({ on }) => sql`${clientState.contactDueOn} < ${dateSql(on)}`),
  openComplaint: flag((at) => sql`exists (select from complaints q where ${openSql(at)})`),
  openComplaintCount: ((at) =>
    plain(
      sql`(select count(*)::int from complaints q where ${openSql(at)})`,
    )) satisfies FieldSource,
  complaintSeverity: ((at) =>
    plain(sql`(select case when bool_or(q.severity = 'severe') then 'severe' when count(*) > 0 then 'normal' end
      from complaints q where ${openSql(at)})`)) satisfies FieldSource,
  complaintCount: spanned((span, at) =>
    plain(sql`(select count(*)::int from complaints q where q.client_id = ${clients.clientId}
      and ${withinSql(sql`q.opened_on`, seen(span, at))})`),
  ),
  csat: ((at) => plain(sql`${lastSurvey(sql`v.csat`, at)}::int`)) satisfies FieldSource,
  lastSurveyOn: ((at) => day(lastSurvey(sql`v.on`, at))) satisfies FieldSource,
  loginDays: spanned((span, at) => plain(loginsSql(seen(span, at)))),
};
