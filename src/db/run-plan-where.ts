/** Conditions of a plan as SQL. "Not" is the complement: what is unknown is not high, and not low either. */
import { and, or, type SQL, sql } from 'drizzle-orm';
import { CORPORATE_TIERS, INDIVIDUAL_TIERS } from '../domain/client.ts';
import { parseMinor } from '../domain/money.ts';
import { fieldOf } from '../query/catalog.ts';
import type { Condition, SimpleCondition, Span } from '../query/query-plan.ts';
import { type FieldAt, type StoredField, storedField } from './run-plan-fields.ts';
import { clients } from './schema/index.ts';

const OPERATORS = { gte: sql`>=`, gt: sql`>`, lte: sql`<=`, lt: sql`<`, eq: sql`=` };
type Operator = keyof typeof OPERATORS;

/** `asOf`, `period`: what holds for everything that names no day or span of its own. */
export type PlanUnits = {
  on: Temporal.PlainDate;
  digits: number;
  asOf?: string | undefined;
  period?: Span | undefined;
  /** Whose number plan a phone must fit. */
  country?: string | undefined;
};

const AMOUNT_DECIMALS_MAX = 4;

/** Where and when a fact is read. */
export const fieldAt = (units: PlanUnits, own: { asOf?: string; period?: Span } = {}): FieldAt => {
  const { on, digits, country } = units;
  const asOf = own.asOf ?? units.asOf;
  const period = own.period ?? units.period;
  return {
    on,
    digits,
    country,
    asOf: asOf ? Temporal.PlainDate.from(asOf) : on,
    period: period
      ? {
          from: period.from === null ? null : Temporal.PlainDate.from(period.from),
          to: Temporal.PlainDate.from(period.to),
        }
      : null,
  };
};

/** An amount of a plan in what the column holds: minor units for money, rounded to the currency's digits. */
const stored = (condition: SimpleCondition, value: number, digits: number): string => {
  const { type } = fieldOf(condition.field);
  if (type === 'percent') return value.toString();
  if (type !== 'money') return Math.trunc(value).toString();
  const text = value.toFixed(Math.min(digits, AMOUNT_DECIMALS_MAX));
  return (parseMinor(text, digits) ?? 0n).toString();
};

const compared = (field: StoredField, op: Operator, value: string): SQL =>
  field.ratio
    ? sql`${field.ratio.sum} ${OPERATORS[op]} ${value}::numeric * ${field.ratio.parts}`
    : sql`${field.value} ${OPERATORS[op]} ${value}::numeric`;

const within = (field: StoredField, from: string | null, to: string | null): SQL => {
  const parts = [
    sql`${field.value} is not null`,
    from === null ? null : sql`${field.value} >= ${from}::date`,
    to === null ? null : sql`${field.value} <= ${to}::date`,
  ].filter((part) => part !== null);
  return and(...parts) ?? sql`true`;
};

/** A name or code that is the text, else a name that contains it. */
const worded = (field: StoredField, text: string): SQL => {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const key = field.group ? sql`lower(${field.group.key}) = lower(${text}) or ` : sql``;
  return sql`(${key}${field.value} ilike ${pattern})`;
};

const RANKS = sql.raw(
  `(values ${[INDIVIDUAL_TIERS, CORPORATE_TIERS]
    .flatMap((ladder) => ladder.map((tier, rank) => `('${tier}', ${rank})`))
    .join(', ')})`,
);

const among = (column: SQL, codes: string[] | null): SQL[] =>
  codes === null ? [] : [sql`${column} = any(${sql.param(codes)}::text[])`];

type Moved = Extract<SimpleCondition, { op: 'moved' }>;

/** Whether `a`, an assessment, changed its client's tier within the period; the first of all changes nothing. */
const isMove = ({ direction, from, to, period }: Moved): SQL | undefined => {
  const [before, after] = [sql`a.previous_in_force_tier`, sql`a.in_force_tier`];
  const rank = (tier: SQL): SQL =>
    sql`(select r.rank from ${RANKS} as r(tier, rank) where r.tier = ${tier})`;
  const steps = sql`${rank(after)} - ${rank(before)}`;
  return and(
    sql`a.client_id = ${clients.clientId}`,
    sql`a.valid_from <= ${period.to}::date`,
    ...(period.from === null ? [] : [sql`a.valid_from >= ${period.from}::date`]),
    sql`${before} <> ${after}`,
    ...(direction === 'any' ? [] : [direction === 'up' ? sql`${steps} > 0` : sql`${steps} < 0`]),
    ...among(before, from),
    ...among(after, to),
    sql`not exists (select 1 from assessments later where later.client_id = a.client_id
      and later.valid_from = a.valid_from and later.revision > a.revision)`,
  );
};

const moved = (condition: Moved): SQL =>
  sql`exists (select 1 from assessments a where ${isMove(condition)})`;

/** The client's last such move, "from>to". */
export const lastMove = (condition: Moved): SQL<string> =>
  sql<string>`(select a.previous_in_force_tier || '>' || a.in_force_tier from assessments a
    where ${isMove(condition)} order by a.valid_from desc limit 1)`;

const holds = (condition: SimpleCondition, field: StoredField, { digits }: PlanUnits): SQL => {
  const amount = (value: number): string => stored(condition, value, digits);
  switch (condition.op) {
    case 'in':
      return fieldOf(condition.field).type === 'codes'
        ? sql`${field.value} && ${sql.param(condition.codes)}::text[]`
        : sql`${field.value} = any(${sql.param(condition.codes)}::text[])`;
    case 'only':
      return sql`cardinality(${field.value}) > 0 and ${field.value} <@ ${sql.param(condition.codes)}::text[]`;
    case 'flag':
      return sql`${field.value}`;
    case 'between':
      return sql`(${compared(field, 'gte', amount(condition.from))} and ${compared(field, 'lte', amount(condition.to))})`;
    case 'within':
      return within(field, condition.from, condition.to);
    case 'known':
      return sql`${field.value} is not null`;
    case 'text':
      return worded(field, condition.text);
    case 'moved':
      return moved(condition);
    default:
      return compared(field, condition.op, amount(condition.value));
  }
};

const simpleSql = (condition: SimpleCondition, units: PlanUnits): SQL => {
  const field = storedField(condition.field, fieldAt(units, condition as { asOf?: string }));
  const positive = sql`coalesce(${holds(condition, field, units)}, false)`;
  if (!('is' in condition) || condition.is) return positive;
  return field.known ? sql`(${field.known} and not ${positive})` : sql`not ${positive}`;
};

/** One condition; what the feed does not record meets neither "happened" nor "did not happen". */
export const conditionSql = (condition: Condition, units: PlanUnits): SQL =>
  condition.op === 'any'
    ? (or(...condition.of.map((one) => simpleSql(one, units))) ?? sql`false`)
    : simpleSql(condition, units);
