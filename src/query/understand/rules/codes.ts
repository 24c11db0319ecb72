/** Stage 4: codes joined into alternatives and beside the names of their fields. */
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Item, Meaning, Reading } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { turned } from './holds.ts';

const readingOf = (readings: readonly Reading[], field: FieldKey): Reading | undefined =>
  readings.find((reading) => reading.field === field);

/** The readings that two codes share, with the codes of both: "key or premier". */
const union = (a: readonly Reading[], b: readonly Reading[]): Reading[] =>
  a.flatMap((reading) => {
    const other = readingOf(b, reading.field);
    return other ? [{ ...reading, codes: [...new Set([...reading.codes, ...other.codes])] }] : [];
  });

const isSet = (readings: readonly Reading[]): boolean =>
  readings.some(({ field }) => fieldOf(field).type === 'codes');

/** 贷款 is an amount, and in a list of products one of them. */
const asCode = (item: Item): Extract<Item, { type: 'code' }> | null => {
  if (item.type === 'code') return item;
  if (item.type === 'flag') return { ...item, type: 'code', joined: 'none' };
  if (item.type !== 'field') return null;
  const codes = fieldOf(item.field).heldLines;
  if (codes.length === 0) return null;
  const { start, end } = item;
  const reading = { field: 'productLines' as const, codes, needsField: false };
  return { type: 'code', readings: [reading], joined: 'none', start, end };
};

const alternatives = (first: Item, second: Item, joined: 'or' | 'and'): Meaning | null => {
  const [a, b] = [asCode(first), asCode(second)];
  if (!a || !b || (b.joined !== 'none' && b.joined !== joined)) return null;
  const readings = union(a.readings, b.readings);
  if (readings.length === 0 || (joined === 'and' && isSet(readings))) return null;
  return { type: 'code', readings, joined };
};

/** 信用风险高，操作风险为中: a word that names its own field begins anew. */
const beginsAnew = (first: Item, rest: Item): boolean =>
  first.type === 'code' &&
  rest.type === 'code' &&
  first.readings.every(({ needsField }) => needsField) &&
  rest.readings.every(({ needsField }) => !needsField);

/** A comma joins as the conjunction after it does: "key, premier or class 1". */
const listed = (first: Item, rest: Item): Meaning | null => {
  if (beginsAnew(first, rest)) return null;
  const joined = rest.type === 'code' && rest.joined !== 'none' ? rest.joined : 'and';
  return alternatives(first, rest, joined);
};

const member = ['code', 'field', 'flag'] as const;

/** Applied from right to left. */
export const codeRules: readonly Rule[] = [
  rule(['eitherOr', member, 'eitherOr', member], ([, a, , b]) => alternatives(a, b, 'or')),
  rule(['eitherOr', member, 'pause', 'eitherOr', member], ([, a, , , b]) =>
    alternatives(a, b, 'or'),
  ),
  rule([member, 'or', member], ([a, , b]) => alternatives(a, b, 'or')),
  rule([member, 'and', member], ([a, , b]) => alternatives(a, b, 'and')),
  rule([member, 'pause', ['code', 'flag']], ([a, , b]) => listed(a, b)),
];

/** A code beside its field's name is that field's: "lifecycle: dormant". */
const named = (field: FieldKey, item: Item): Meaning | null => {
  const code = item.type === 'code' || item.type === 'flag' ? asCode(item) : null;
  if (!code) return null;
  const reading = readingOf(code.readings, field);
  if (!reading) return null;
  return { type: 'code', readings: [{ ...reading, needsField: false }], joined: code.joined };
};

/** 流失风险为中或高: 中 is a grade here, not "among". */
const middle = (field: FieldKey, code: Item | null): Meaning | null => {
  if (!fieldOf(field).codes.includes('medium') || !fieldOf(field).codesNeedField) return null;
  const medium: Reading = { field, codes: ['medium'], needsField: false };
  if (!code) return { type: 'code', readings: [medium], joined: 'none' };
  const other = code.type === 'code' ? readingOf(code.readings, field) : undefined;
  return other
    ? { type: 'code', readings: [{ ...medium, codes: [...other.codes, 'medium'] }], joined: 'or' }
    : null;
};

const isReason = (code: Item): boolean =>
  code.type === 'code' && code.readings.some(({ field }) => field === 'churnReasons');

const reason = (code: Item): Meaning | null =>
  isReason(code) && code.type === 'code' ? { ...code } : null;

export const namedCodeRules: readonly Rule[] = [
  rule(['because', 'code'], ([, code]) => reason(code)),
  rule(['code', 'because'], ([code]) => reason(code)),
  rule(['field', 'among', 'or', 'code'], ([{ field }, , , code]) => middle(field, code)),
  rule(['field', 'not', ['code', 'flag']], ([{ field }, , code]) => turned(named(field, code))),
  rule(['field', ['code', 'flag']], ([{ field }, code]) => named(field, code)),
  rule([['code', 'flag'], 'field'], ([code, { field }]) => named(field, code)),
];
