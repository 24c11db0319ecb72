/** Decides which columns an answer has and how a stored fact becomes a cell. */
import type { FieldRow, MeasuredSum } from '../db/run-plan.ts';
import type { FieldValue } from '../db/run-plan-fields.ts';
import type { Locale } from '../domain/actor.ts';
import { divideHalfEven } from '../domain/divide-half-even.ts';
import { minorToNumber } from '../domain/money.ts';
import { type FieldType, fieldOf } from '../query/catalog.ts';
import { fieldName } from '../query/describe.ts';
import type { FieldKey } from '../query/field-keys.ts';
import { fieldsIn, type Measure, type QueryPlan } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import type { Cell, Column, ColumnKind, Row } from './answer.ts';

const ALWAYS: readonly FieldKey[] = ['clientId', 'name', 'tier', 'aum'];

/** What a card of one client shows where nothing in particular was asked. */
const CARD: readonly FieldKey[] = [
  'clientId',
  'name',
  'kind',
  'tier',
  'computedTier',
  'watch',
  'aum',
  'avg3',
  'nextTierGap',
  'deposits',
  'investments',
  'loans',
  'productLines',
  'activity',
  'lastTransactionOn',
  'lastContactOn',
  'lifecycle',
  'churnBand',
  'churnScore',
  'valueAtRisk',
  'branch',
  'manager',
];

const unique = (keys: readonly FieldKey[]): FieldKey[] => [...new Set(keys)];

/** The facts that an answer to the plan shows, in order. */
export const shownFields = (plan: QueryPlan): FieldKey[] => {
  if (plan.kind === 'explain' || (plan.client && plan.show.length === 0)) return [...CARD];
  const conditions = fieldsIn(plan.where);
  return unique([...ALWAYS, ...conditions, ...(plan.sort ? [plan.sort.field] : []), ...plan.show]);
};

const KINDS: Record<FieldType, ColumnKind> = {
  id: 'id',
  text: 'text',
  code: 'code',
  codes: 'codes',
  flag: 'flag',
  money: 'money',
  count: 'count',
  days: 'days',
  points: 'points',
  percent: 'percent',
  date: 'date',
};

const labelsOf = (key: FieldKey, locale: Locale): Record<string, string> | null => {
  const field = fieldOf(key);
  const words = answerText[locale];
  if (field.type === 'flag') return { true: words.yes, false: words.no };
  const names = locale === 'zh-CN' ? field.codeNames.zh : field.codeNames.en;
  return Object.keys(names).length === 0 ? null : names;
};

export const columnOf = (key: FieldKey, locale: Locale): Column => {
  const field = fieldOf(key);
  return {
    key,
    heading: locale === 'zh-CN' ? field.name.zh : field.name.en,
    kind: KINDS[field.type],
    labels: labelsOf(key, locale),
    whenNull: answerText[locale][field.whenNull],
  };
};

/** A column of sums or averages. */
export const measureColumn = ({ of, field }: Measure, locale: Locale): Column => {
  const words = answerText[locale];
  const name = fieldName(field, locale);
  return { ...columnOf(field, locale), heading: words[`${of}Of`](name) };
};

export const countColumn = (locale: Locale): Column => ({
  key: 'count',
  heading: answerText[locale].count,
  kind: 'count',
  labels: null,
  whenNull: '',
});

/** Of the clients, or of the sum of a field. */
export const shareColumn = (locale: Locale, of: FieldKey | null): Column => ({
  ...countColumn(locale),
  key: 'share',
  heading: of ? answerText[locale].shareOf(fieldName(of, locale)) : answerText[locale].share,
  kind: 'percent',
});

/** Minor units become reporting-currency units, dates ISO text. */
export const cellOf = (key: FieldKey, value: FieldValue | undefined, digits: number): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint')
    return fieldOf(key).type === 'money' ? minorToNumber(value, digits) : Number(value);
  if (value instanceof Temporal.PlainDate) return value.toString();
  return value;
};

export const rowOf = (row: FieldRow, keys: readonly FieldKey[], digits: number): Row => ({
  ...Object.fromEntries(keys.map((key) => [key, cellOf(key, row[key], digits)])),
  clientId: row.clientId,
});

const HALVED = 2;

/** What the exact sum is divided by: the clients of a mean, the two middle values of a median. */
const partsOf = ({ of }: Measure, n: number): bigint => {
  if (of === 'average') return BigInt(n);
  return of === 'median' ? BigInt(HALVED) : 1n;
};

/**
 * A measure of those that have the fact (money half-even to the minor unit); null = of those `asked` nobody has it.
 * A sum over nobody is 0.
 */
export const measuredCell = (
  measure: Measure,
  { sum, n }: MeasuredSum,
  { digits, asked }: { digits: number; asked: number },
): Cell => {
  if (n === 0 && (measure.of !== 'sum' || asked > 0)) return null;
  const parts = partsOf(measure, n);
  const exact = fieldOf(measure.field).type === 'money' && /^-?\d+$/.test(sum);
  if (exact) return minorToNumber(divideHalfEven(BigInt(sum), parts), digits);
  const value = Number(sum) / Number(parts);
  return measure.of === 'average' || measure.of === 'median' ? Math.round(value * 10) / 10 : value;
};
