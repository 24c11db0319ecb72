/** The small checks that the tables of blocks and elements are made of. */
import { isRecord, type Json, lengthOf } from '../json.ts';

/** One broken rule: `pointer` is a JSON pointer into what was sent. */
export type Issue = { pointer: string; code: string; message: string };
export type Check = (value: unknown, at: string) => Issue[];

export const issue = (pointer: string, message: string, code = 'failed_constraint'): Issue[] => [
  { pointer, code, message },
];

export const anything: Check = () => [];
export const bool: Check = (value, at) =>
  typeof value === 'boolean' ? [] : issue(at, 'must be a boolean', 'invalid_type');

export const text =
  (max: number, min = 1): Check =>
  (value, at) => {
    if (typeof value !== 'string') return issue(at, 'must be a string', 'invalid_type');
    if (lengthOf(value) < min) return issue(at, `must be more than ${min - 1} characters`);
    return lengthOf(value) > max ? issue(at, `must be less than ${max + 1} characters`) : [];
  };

export const number: Check = (value, at) =>
  typeof value === 'number' ? [] : issue(at, 'must be a number', 'invalid_type');

export const integer =
  (min: number, max: number): Check =>
  (value, at) => {
    if (!Number.isInteger(value)) return issue(at, 'must be an integer', 'invalid_type');
    const within = (value as number) >= min && (value as number) <= max;
    return within ? [] : issue(at, `must be between ${min} and ${max}`);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : issue(at, `must be ${what}`);

export const oneOf =
  (...allowed: string[]): Check =>
  (value, at) =>
    allowed.includes(value as string)
      ? []
      : issue(at, `must be one of: ${allowed.join(', ')}`, 'invalid_enum');

export const list =
  (of: Check, { min = 1, max }: { min?: number; max: number }): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return issue(at, 'must be an array', 'invalid_type');
    if (value.length < min) return issue(at, `no less than ${min} items allowed`);
    if (value.length > max) return issue(at, `no more than ${max} items allowed [max: ${max}]`);
    return value.flatMap((item, index) => of(item, `${at}/${index}`));
  };

/** An object with these fields and no others; a name ending in `?` is optional. */
export const shape =
  (fields: Record<string, Check>, ...rules: Check[]): Check =>
  (value, at) => {
    if (!isRecord(value)) return issue(at, 'must be an object', 'invalid_type');
    const known = new Set(Object.keys(fields).map((name) => name.replace('?', '')));
    const unknown = Object.keys(value)
      .filter((name) => !known.has(name))
      .flatMap((name) => issue(at, `invalid additional property: ${name}`));
    const wrong = Object.entries(fields).flatMap(([name, check]) => field(value, name, check, at));
    return [...unknown, ...wrong, ...rules.flatMap((rule) => rule(value, at))];
  };

const field = (value: Json, declared: string, check: Check, at: string): Issue[] => {
  const name = declared.replace('?', '');
  if (value[name] !== undefined) return check(value[name], `${at}/${name}`);
  return declared.endsWith('?')
    ? []
    : issue(at, `missing required field: ${name}`, 'missing_field');
};

/** Chooses the check by the object's `type`. */
export const byType =
  (table: () => Record<string, Check>, what: string): Check =>
  (value, at) => {
    if (!isRecord(value)) return issue(at, 'must be an object', 'invalid_type');
    const check = Object.hasOwn(table(), String(value.type)) ? table()[String(value.type)] : null;
    return check
      ? check(value, at)
      : issue(`${at}/type`, `unsupported ${what} type: ${String(value.type)}`, 'invalid_enum');
  };

/** At least one of these fields must be there. */
export const anyOf =
  (...names: string[]): Check =>
  (value, at) =>
    isRecord(value) && names.some((name) => value[name] !== undefined)
      ? []
      : issue(at, `must have one of: ${names.join(', ')}`, 'missing_field');

/** Exactly one of these fields must be there. */
export const exactlyOne =
  (...names: string[]): Check =>
  (value, at) =>
    isRecord(value) && names.filter((name) => value[name] !== undefined).length === 1
      ? []
      : issue(at, `must have exactly one of: ${names.join(', ')}`);
