/** Conditions of a plan as SQL. "Not" is the complement: what is unknown is not high, and not low either. */
import { and, type SQL, sql } from 'drizzle-orm';
import { parseMinor } from '../domain/money.ts';
import { fieldOf } from '../query/catalog.ts';
import type { Condition } from '../query/query-plan.ts';
import { type StoredField, storedFields } from './run-plan-fields.ts';

const OPERATORS = { gte: sql`>=`, gt: sql`>`, lte: sql`<=`, lt: sql`<`, eq: sql`=` };
type Operator = keyof typeof OPERATORS;

export type PlanUnits = { on: Temporal.PlainDate; digits: number };

const AMOUNT_DECIMALS_MAX = 4;

/** An amount of a plan in what the column holds: minor units for money, rounded to the currency's digits. */
const stored = (condition: Condition, value: number, digits: number): bigint => {
  if (fieldOf(condition.field).type !== 'money') return BigInt(Math.trunc(value));
  const text = value.toFixed(Math.min(digits, AMOUNT_DECIMALS_MAX));
  return parseMinor(text, digits) ?? 0n;
};

const compared = (field: StoredField, op: Operator, value: bigint): SQL =>
  field.ratio
    ? sql`${field.ratio.sum} ${OPERATORS[op]} ${value.toString()}::numeric * ${field.ratio.parts}`
    : sql`${field.value} ${OPERATORS[op]} ${value.toString()}::bigint`;

const within = (field: StoredField, from: string | null, to: string | null): SQL => {
  const parts = [
    sql`${field.value} is not null`,
    from === null ? null : sql`${field.value} >= ${from}::date`,
    to === null ? null : sql`${field.value} <= ${to}::date`,
  ].filter((part) => part !== null);
  return and(...parts) ?? sql`true`;
};

const holds = (condition: Condition, field: StoredField, { digits }: PlanUnits): SQL => {
  const amount = (value: number): bigint => stored(condition, value, digits);
  switch (condition.op) {
    case 'in':
      return fieldOf(condition.field).type === 'codes'
        ? sql`${field.value} && ${sql.param(condition.codes)}::text[]`
        : sql`${field.value} = any(${sql.param(condition.codes)}::text[])`;
    case 'flag':
      return sql`${field.value}`;
    case 'between':
      return sql`(${compared(field, 'gte', amount(condition.from))} and ${compared(field, 'lte', amount(condition.to))})`;
    case 'within':
      return within(field, condition.from, condition.to);
    default:
      return compared(field, condition.op, amount(condition.value));
  }
};

/** One condition; what the feed does not record meets neither "happened" nor "did not happen". */
export const conditionSql = (condition: Condition, units: PlanUnits): SQL => {
  const field = storedFields(units.on)[condition.field];
  const positive = sql`coalesce(${holds(condition, field, units)}, false)`;
  if (!('is' in condition) || condition.is) return positive;
  return field.known ? sql`(${field.known} and not ${positive})` : sql`not ${positive}`;
};
