/** What matures when: accounts that were open until their maturity, or still are. */
import { type SQL, sql } from 'drizzle-orm';
import { clients } from '../schema/index.ts';
import { accountMinorSql } from './balances.ts';
import {
  codes,
  dateSql,
  day,
  type FieldAt,
  type FieldSource,
  type FieldSpan,
  money,
  plain,
  type StoredField,
  spanned,
  withinSql,
} from './stored-field.ts';

const UNINSTRUCTED = sql` and a.renewal_instructed is distinct from true`;

const lastDay = ({ on }: FieldAt): SQL => sql`least(${dateSql(on)}, a.matures_on - 1)`;

const openSql = (at: FieldAt): SQL => sql`a.client_id = ${clients.clientId}
  and (a.opened_on is null or a.opened_on <= ${dateSql(at.on)})
  and (a.closed_on is null or a.closed_on > ${lastDay(at)})`;

type Maturing = (met: SQL, at: FieldAt) => StoredField;

const amount: Maturing = (met, at) =>
  money(
    sql`(select coalesce(sum_minor(${accountMinorSql(lastDay(at), at)}), 0) from accounts a where ${met})`,
  );
const count: Maturing = (met) => plain(sql`(select count(*)::int from accounts a where ${met})`);
const lines: Maturing = (met) =>
  codes(
    sql`array(select distinct a.product_line from accounts a where ${met} order by a.product_line)`,
  );

const maturing = (show: Maturing, further: SQL = sql``): FieldSource =>
  spanned((span: FieldSpan, at) =>
    show(sql`${openSql(at)} and ${withinSql(sql`a.matures_on`, span)}${further}`, at),
  );

export const maturityFields = {
  maturityCount: maturing(count),
  maturingLines: maturing(lines),
  maturingAmount: maturing(amount),
  unrenewedCount: maturing(count, UNINSTRUCTED),
  unrenewedLines: maturing(lines, UNINSTRUCTED),
  unrenewedAmount: maturing(amount, UNINSTRUCTED),
  nextMaturityOn: ((at) =>
    day(sql`(select min(a.matures_on) from accounts a
      where ${openSql(at)} and a.matures_on > ${dateSql(at.on)})`)) satisfies FieldSource,
};
