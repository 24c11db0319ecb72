/** Decides what a condition is after its controls were changed. */
import type { Condition, Move, SimpleCondition } from '../../query/query-plan.ts';
import { alternativeAt, type Controls } from './refine-controls.ts';
import { type IdleSpan, idleOf } from './refine-idle.ts';
import { amountOf, codesOf, readTime, textOf, type Values } from './refine-values.ts';

const readIdle = (
  condition: SimpleCondition,
  was: IdleSpan,
  values: Values,
  at: string,
): SimpleCondition | null => {
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

type Of<Op extends SimpleCondition['op']> = Extract<SimpleCondition, { op: Op }>;

const readBetween = (
  condition: Of<'between'>,
  from: number | null,
  to: number | null,
): SimpleCondition | null => {
  const { op: _op, from: _from, to: _to, is, ...rest } = condition;
  if (from !== null && to !== null) return { ...condition, from, to };
  if (from === null && to === null) return null;
  // "Not between" with one end open is the other side of that end.
  if (from !== null) return { ...rest, op: is ? 'gte' : 'lt', value: from };
  return { ...rest, op: is ? 'lte' : 'gt', value: to ?? 0 };
};

const readDates = (
  condition: Of<'within'>,
  from: string | null,
  to: string | null,
): SimpleCondition | null => {
  const hadDates = (condition.from ?? condition.to) !== null;
  return hadDates && from === null && to === null ? null : { ...condition, from, to };
};

const readMoved = (condition: Of<'moved'>, values: Values, at: string): SimpleCondition | null => {
  const direction = textOf(values[`${at}_way`]) as Move | null;
  const end = textOf(values[`${at}_to`]);
  if (direction === null || end === null) return null;
  return {
    ...condition,
    direction,
    from: condition.from && codesOf(values[`${at}_was`]),
    to: condition.to && codesOf(values[`${at}_became`]),
    period: { from: textOf(values[`${at}_from`]), to: end },
  };
};

const readValue = (
  condition: SimpleCondition,
  at: string,
  values: Values,
): SimpleCondition | null => {
  const [from, to] = [values[`${at}_from`], values[`${at}_to`]];
  switch (condition.op) {
    case 'in':
    case 'only': {
      const codes = codesOf(values[`${at}_codes`]);
      return codes && { ...condition, codes };
    }
    case 'flag':
    case 'known': {
      const is = textOf(values[`${at}_is`]);
      return is === null ? null : { ...condition, is: is === 'yes' };
    }
    case 'text': {
      const text = textOf(values[`${at}_text`])?.trim();
      return text ? { ...condition, text } : null;
    }
    case 'between':
      return readBetween(condition, amountOf(from), amountOf(to));
    case 'within':
      return readDates(condition, textOf(from), textOf(to));
    case 'moved':
      return readMoved(condition, values, at);
    default: {
      const value = amountOf(values[`${at}_value`]);
      return value === null ? null : { ...condition, value };
    }
  }
};

const readSimple = (
  condition: SimpleCondition,
  at: string,
  values: Values,
  { edges }: Controls,
): SimpleCondition | null => {
  const isShown = Object.keys(values).some((name) => name.startsWith(`${at}_`));
  if (!isShown) return condition;
  const idle = idleOf(condition, edges);
  if (idle) return readIdle(condition, idle, values, at);
  const value = readValue(condition, at, values);
  return value && readTime(value, at, values);
};

/** The condition as its controls now say; null = it was emptied and falls away. */
export const readCondition = (
  condition: Condition,
  at: string,
  values: Values,
  controls: Controls,
): Condition | null => {
  if (condition.op !== 'any') return readSimple(condition, at, values, controls);
  const left = condition.of.flatMap(
    (each, index) => readSimple(each, alternativeAt(at, index), values, controls) ?? [],
  );
  const [only, another] = left;
  if (!only) return null;
  return another ? { ...condition, of: left } : only;
};
