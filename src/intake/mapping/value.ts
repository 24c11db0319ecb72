/** Decides what a column of the canonical table gets from a source row. */
import type { CellFault } from '../cells.ts';
import { czechBirthNumber, type DateReader, datePattern } from './date-format.ts';
import type { ConditionSpec, ValueSpec } from './schema.ts';
import type { Scope, Template } from './template.ts';

export type ValueResult = { text: string } | { value: string; fault: CellFault };
export type ValueReader = (scope: Scope) => ValueResult;

const DEFAULT_YEARS_FROM = 1950;

const dateReaderOf = (spec: { date?: string; years_from?: number }): DateReader | null => {
  if (!spec.date) return null;
  if (spec.date === 'czech_birth_number') return czechBirthNumber;
  return datePattern(spec.date, spec.years_from ?? DEFAULT_YEARS_FROM);
};

const capped = (text: string, atMost: number | undefined): string =>
  atMost !== undefined && Number(text) > atMost ? String(atMost) : text;

/** `compile` turns the value's template into a reader. */
export const compileValue = (
  spec: ValueSpec,
  compile: (template: string) => Template,
): ValueReader => {
  const read = compile(spec.value);
  if (!('map' in spec || 'date' in spec || 'at_most' in spec))
    return (scope) => ({ text: read(scope) });
  const { map, otherwise, at_most: atMost } = spec;
  const entries = map ? new Map(Object.entries(map)) : null;
  const readDate = dateReaderOf(spec);
  return (scope) => {
    const value = read(scope);
    const mapped = entries ? (entries.get(value) ?? otherwise) : value;
    if (mapped === undefined) return { value, fault: { code: 'notMapped', parameters: [] } };
    if (mapped === '' || !readDate) return { text: capped(mapped, atMost) };
    const date = readDate(mapped);
    if (date) return { text: date };
    return { value, fault: { code: 'badDate', parameters: [spec.date ?? ''] } };
  };
};

export type Condition = (scope: Scope) => boolean;

/** All that is said must hold. `keys` are those of the lookup named by `in`. */
export const compileCondition = (
  spec: ConditionSpec,
  read: Template,
  keys: ReadonlyMap<string, unknown> | null,
): Condition => {
  const { is, not, not_zero: notZero } = spec;
  return (scope) => {
    const value = read(scope);
    if (is && !is.includes(value)) return false;
    if (not?.includes(value)) return false;
    if (keys && !keys.has(value)) return false;
    // What is no number at all is not zero: it is taken, and rejected where it is checked.
    return notZero === undefined || (Number(value) !== 0) === notZero;
  };
};
