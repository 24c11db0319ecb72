/** Decides what a condition is after its controls were changed. */
import type { Condition, Move } from '../../query/query-plan.ts';
import { type Controls, idleOf, type Span } from './refine-controls.ts';

/** What was chosen, by name of the control; null or [] = emptied. */
export type Values = Record<string, string | string[] | null | undefined>;

const textOf = (value: Values[string]): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const amountOf = (value: Values[string]): number | null => {
  const text = textOf(value);
  const amount = text === null ? Number.NaN : Number(text);
  return Number.isFinite(amount) ? amount : null;
};

const readIdle = (
  condition: Condition,
  was: Span,
  values: Values,
  at: string,
): Condition | null => {
  const from = amountOf(values[`${at}_from`]);
  const to = amountOf(values[`${at}_to`]);
  if (from === was.from && to === was.to) return condition;
  if (from === null && to === null) return null;
  const field = 'idleDays' as const;
  if (to === null) return { op: 'gte', field, value: from ?? 0 };
  return from === null
    ? { op: 'lte', field, value: to }
    : { op: 'between', field, is: true, from, to };
};

const readBetween = (
  condition: Extract<Condition, { op: 'between' }>,
  from: number | null,
  to: number | null,
): Condition | null => {
  const { op: _op, from: _from, to: _to, is, ...rest } = condition;
  if (from !== null && to !== null) return { ...condition, from, to };
  if (from === null && to === null) return null;
  // "Not between" with one end open is the other side of that end.
  if (from !== null) return { ...rest, op: is ? 'gte' : 'lt', value: from };
  return { ...rest, op: is ? 'lte' : 'gt', value: to ?? 0 };
};

type Of<Op extends Condition['op']> = Extract<Condition, { op: Op }>;

const readCodes = (condition: Of<'in'>, codes: Values[string]): Condition | null =>
  Array.isArray(codes) && codes.length > 0 ? { ...condition, codes } : null;

const readFlag = (condition: Of<'flag'>, is: string | null): Condition | null =>
  is === null ? null : { ...condition, is: is === 'yes' };

const readDates = (
  condition: Of<'within'>,
  from: string | null,
  to: string | null,
): Condition | null => {
  const hadDates = (condition.from ?? condition.to) !== null;
  return hadDates && from === null && to === null ? null : { ...condition, from, to };
};

const readMoved = (condition: Of<'moved'>, values: Values, at: string): Condition | null => {
  const direction = textOf(values[`${at}_way`]) as Move | null;
  const to = textOf(values[`${at}_to`]);
  if (direction === null || to === null) return null;
  return { ...condition, direction, period: { from: textOf(values[`${at}_from`]), to } };
};

/** The condition as its controls now say; null = it was emptied and falls away. */
export const readCondition = (
  condition: Condition,
  at: string,
  values: Values,
  controls: Controls,
): Condition | null => {
  const idle = idleOf(condition, controls);
  if (idle) return readIdle(condition, idle, values, at);
  const [from, to] = [values[`${at}_from`], values[`${at}_to`]];
  switch (condition.op) {
    case 'in':
      return readCodes(condition, values[`${at}_codes`]);
    case 'flag':
      return readFlag(condition, textOf(values[`${at}_is`]));
    case 'between':
      return readBetween(condition, amountOf(from), amountOf(to));
    case 'within':
      return readDates(condition, textOf(from), textOf(to));
    case 'moved':
      return readMoved(condition, values, at);
    case 'gte':
    case 'gt':
    case 'lte':
    case 'lt':
    case 'eq': {
      const value = amountOf(values[`${at}_value`]);
      return value === null ? null : { ...condition, value };
    }
    default:
      return condition;
  }
};
