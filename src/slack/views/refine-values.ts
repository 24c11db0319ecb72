/** Decides what the values of a form's controls mean. */
import { fieldOf } from '../../query/catalog.ts';
import type { SimpleCondition } from '../../query/query-plan.ts';

/** What was chosen, by name of the control; null or [] = emptied, absent = it was not shown. */
export type Values = Record<string, string | string[] | null | undefined>;

export const textOf = (value: Values[string]): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const amountOf = (value: Values[string]): number | null => {
  const text = textOf(value);
  const amount = text === null ? Number.NaN : Number(text);
  return Number.isFinite(amount) ? amount : null;
};

/** null = none. */
export const codesOf = (value: Values[string]): string[] | null =>
  Array.isArray(value) && value.length > 0 ? value : null;

/** The condition on its own day or over its own span; what means nothing without a span falls away with it. */
export const readTime = (
  condition: SimpleCondition,
  at: string,
  values: Values,
): SimpleCondition | null => {
  if (condition.op === 'moved') return condition;
  if ('asOf' in condition && condition.asOf) {
    const { asOf: _was, ...now } = condition;
    const asOf = textOf(values[`${at}_asof`]);
    return asOf === null ? now : { ...now, asOf };
  }
  if (!('period' in condition) || !condition.period) return condition;
  const { period: _was, ...now } = condition;
  const to = textOf(values[`${at}_till`]);
  if (to === null) return fieldOf(condition.field).takes === 'period' ? null : now;
  return { ...now, period: { from: textOf(values[`${at}_since`]), to } };
};
