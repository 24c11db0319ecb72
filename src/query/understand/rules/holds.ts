/** Makes conditions of what is said, and turns them round. */
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Condition } from '../../query-plan.ts';
import type { Period } from '../calendar.ts';
import type { Item, Meaning, Reading } from '../items.ts';

export const holds = (...conditions: Condition[]): Meaning => ({ type: 'condition', conditions });

export const within = (field: FieldKey, is: boolean, { from, to }: Period): Meaning =>
  holds({ op: 'within', field, is, from, to });

export const ALWAYS: Period = { from: null, to: null };

const defaultReading = (code: Item): Reading | undefined =>
  code.type === 'code' ? code.readings.find(({ needsField }) => !needsField) : undefined;

export const coded = (code: Item, is: boolean): Meaning | null => {
  const reading = defaultReading(code);
  if (!reading || code.type !== 'code') return null;
  if (!is && code.joined === 'and' && fieldOf(reading.field).type !== 'code') return null;
  return holds({ op: 'in', field: reading.field, is, codes: [...reading.codes] });
};

export const turned = (meaning: Meaning | null): Meaning | null => {
  if (meaning?.type === 'code') return coded({ ...meaning, start: 0, end: 0 } as Item, false);
  if (meaning?.type !== 'condition' || meaning.conditions.length !== 1) return null;
  const [opposite] = meaning.conditions.map(oppositeOf);
  return opposite ? holds(opposite) : null;
};

const OPPOSITES = { gte: 'lt', gt: 'lte', lte: 'gt', lt: 'gte' } as const;

/** null = "not exactly" has no plan. */
const oppositeOf = (condition: Condition): Condition | null => {
  if (condition.op === 'eq' || condition.op === 'any') return null;
  if ('is' in condition) return { ...condition, is: !condition.is };
  return { ...condition, op: OPPOSITES[condition.op] };
};
