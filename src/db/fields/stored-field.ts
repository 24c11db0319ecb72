/** How a fact is found in the database: an expression over a client, its state, its manager and its branch. */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { clientState } from '../schema/index.ts';

export type FieldValue = bigint | number | string | boolean | string[] | Temporal.PlainDate | null;

export type StoredField = {
  /** What is shown and sorted by. */
  value: SQL<FieldValue>;
  /** An average is compared as sum and days, so that nothing is rounded before it is compared. */
  ratio: { sum: SQL | AnyColumn; parts: SQL } | null;
  /** False where a missing value means "not recorded" rather than "never". */
  known: SQL | null;
  /** What a group of it is keyed and called by; the value itself where null. */
  group: { key: SQL<string | null>; name: SQL<string | null> } | null;
};

/** Both ends included; `from` null = ever. */
export type FieldSpan = { from: Temporal.PlainDate | null; to: Temporal.PlainDate };

/** `on`: the business date; `asOf`: the day of a fact that has a history; `digits`: of the reporting currency. */
export type FieldAt = {
  on: Temporal.PlainDate;
  asOf: Temporal.PlainDate;
  period: FieldSpan | null;
  digits: number;
  /** Whose number plan a phone must fit, as an ISO code. */
  country?: string | undefined;
};

export type FieldSource = (at: FieldAt) => StoredField;

export const plain = (value: SQL | AnyColumn, decodedBy?: AnyColumn): StoredField => {
  const expression = sql<FieldValue>`${value}`;
  return {
    value: decodedBy ? expression.mapWith(decodedBy as never) : expression,
    ratio: null,
    known: null,
    group: null,
  };
};

export const column = (of: AnyColumn): StoredField => plain(of, of);

export const money = (value: SQL): StoredField => plain(value, clientState.aumMinor);
export const codes = (value: SQL): StoredField => plain(value, clientState.productLines);
export const day = (value: SQL): StoredField => plain(value, clientState.businessDate);

/** Written out, so that PostgreSQL sees the same expression wherever it stands in a query and works it out once. */
export const dateSql = (date: Temporal.PlainDate): SQL => sql.raw(`date '${date.toString()}'`);

/** For code lists of the domain, never for what a person typed. */
export const listSql = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '));

/** A column's days within a span. */
export const withinSql = (of: SQL, { from, to }: FieldSpan): SQL =>
  from === null
    ? sql`${of} <= ${dateSql(to)}`
    : sql`${of} between ${dateSql(from)} and ${dateSql(to)}`;

/** A fact of a span of days; without a span it has no value. */
export const spanned =
  (build: (span: FieldSpan, at: FieldAt) => StoredField): FieldSource =>
  (at) =>
    at.period ? build(at.period, at) : plain(sql`null`);
