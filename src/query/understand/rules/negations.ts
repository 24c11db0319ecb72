/** Stage 5: what is turned round, then what simply holds. */
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import { ALTERNATIVES_MAX, simpleOf } from '../../query-plan.ts';
import type { Item, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { limited, SMALL_AMOUNT } from './comparisons.ts';
import { closed } from './events.ts';
import { coded, holds, turned } from './holds.ts';

const held = (field: FieldKey, is: boolean): Meaning | null => {
  const { heldLines: lines, type, takes, can } = fieldOf(field);
  if (lines.length > 0) return holds({ op: 'in', field: 'productLines', is, codes: [...lines] });
  if (!can.includes('filter') || (field === 'churnBand' && !is)) return null;
  if (takes !== 'day' && (type === 'count' || (type === 'days' && takes === 'period')))
    return holds({ op: is ? 'gte' : 'eq', field, value: is ? 1 : 0 });
  return is || !['code', 'text', 'date'].includes(type) ? null : holds({ op: 'known', field, is });
};

/** Free text of a field, as it was put in quotation marks. */
const worded = (field: FieldKey, is: boolean, text: string): Meaning | null => {
  const { type, can } = fieldOf(field);
  const asked = type === 'text' && (can.includes('filter') || can.includes('group'));
  return asked ? holds({ op: 'text', field, is, text }) : null;
};

const recorded = (field: FieldKey, is: boolean): Meaning | null =>
  ['flag', 'id'].includes(fieldOf(field).type) || !fieldOf(field).can.includes('filter')
    ? null
    : holds({ op: 'known', field, is });

/** "Not recorded" is a state of activity too, unless another fact is named before it. */
const isUnrecorded = (code: Item): boolean =>
  code.type === 'code' &&
  code.readings.some(({ field, codes }) => field === 'activity' && codes.includes('unknown'));

/** "Only funds" leaves no room for other products; of anything else "only" says nothing more. */
const only = (item: Item): Meaning | null => {
  if (item.type === 'field') {
    const { heldLines } = fieldOf(item.field);
    return heldLines.length === 0
      ? null
      : holds({ op: 'only', field: 'productLines', is: true, codes: [...heldLines] });
  }
  if (item.type !== 'code') return null;
  const products = item.readings.find(({ field }) => field === 'productLines');
  if (!products) return item;
  return holds({ op: 'only', field: 'productLines', is: true, codes: [...products.codes] });
};

const productsOf = (item: Item): readonly string[] | null => {
  if (item.type === 'code')
    return item.readings.find(({ field }) => field === 'productLines')?.codes ?? null;
  const lines = item.type === 'field' ? fieldOf(item.field).heldLines : [];
  return lines.length > 0 ? lines : null;
};

/** 没有基金和保险, "without funds, bonds": none of them. */
const noneOf = (...items: Item[]): Meaning | null => {
  const lines = items.map(productsOf);
  if (lines.some((codes) => codes === null)) return null;
  const codes = [...new Set(lines.flatMap((known) => known ?? []))];
  return holds({ op: 'in', field: 'productLines', is: false, codes });
};

const norAlso = (item: Item, more: Item): Meaning | null => {
  const [condition, ...others] = item.type === 'condition' ? item.conditions : [];
  const codes = productsOf(more);
  if (condition?.op !== 'in' || condition.is || others.length > 0 || !codes) return null;
  if (condition.field !== 'productLines') return null;
  return holds({ ...condition, codes: [...new Set([...condition.codes, ...codes])] });
};

/** 只有存款和理财: nothing but those. */
const onlyAlso = (item: Item, more: Item): Meaning | null => {
  const [condition, ...others] = item.type === 'condition' ? item.conditions : [];
  const codes = productsOf(more);
  if (condition?.op !== 'only' || others.length > 0 || !codes) return null;
  return holds({ ...condition, codes: [...new Set([...condition.codes, ...codes])] });
};

const LISTED = ['and', 'pause', 'or'] as const;
const PRODUCT = ['code', 'field'] as const;

export const negationRules: readonly Rule[] = [
  rule(['not', 'has', PRODUCT, LISTED, PRODUCT], ([, , a, , b]) => noneOf(a, b)),
  rule(['not', PRODUCT, LISTED, PRODUCT], ([, a, , b]) => noneOf(a, b)),
  rule(['not', PRODUCT, 'outside', 'field'], () => ({ type: 'unclear' })),
  rule([PRODUCT, 'outside', 'field'], () => ({ type: 'unclear' })),
  rule(
    ['condition', LISTED, PRODUCT],
    ([condition, , code]) => norAlso(condition, code) ?? onlyAlso(condition, code),
  ),
  rule(['only', 'has', PRODUCT], ([, , product]) => only(product)),
  rule(['has', 'only', PRODUCT], ([, , product]) => only(product)),
  rule(['only', PRODUCT], ([, product]) => only(product)),
  rule(['only', 'bound'], ([, bound]) => bound),
  rule(['only', 'flag'], ([, flag]) => flag),
  rule(['only', 'condition'], ([, condition]) => condition),
  rule(['only', 'clients'], () => ({ type: 'clients' })),
  rule(['not', 'moved'], () => ({ type: 'moved' })),
  rule(['not', 'condition', 'outside'], ([, condition]) => turned(condition)),
  rule(['not', 'has', 'condition'], ([, , condition]) => turned(condition)),
  rule(['not', 'condition'], ([, condition]) => turned(condition)),
  rule(['not', 'has', 'code'], ([, , code]) => coded(code, false)),
  rule(['not', 'code', 'clients', 'outside'], ([, code]) => coded(code, false)),
  rule(['code', 'clients', 'outside'], ([code]) => coded(code, false)),
  rule(['not', 'code', 'outside'], ([, code]) => coded(code, false)),
  rule(['code', 'outside'], ([code]) => coded(code, false)),
  rule(['not', 'condition', 'outside'], ([, condition]) => turned(condition)),
  rule(['condition', 'outside'], ([condition]) => turned(condition)),
  rule(['not', 'flag', 'outside'], ([, { field }]) => holds({ op: 'flag', field, is: false })),
  rule(['not', 'code'], ([, code]) => coded(code, false)),
  rule(['field', 'not', 'quoted'], ([{ field }, , { text }]) => worded(field, false, text)),
  rule(['field', 'quoted'], ([{ field }, { text }]) => worded(field, true, text)),
  rule(['field', 'code'], ([{ field }, code]) =>
    isUnrecorded(code) ? recorded(field, false) : null,
  ),
  rule(['field', 'not', 'recorded'], ([{ field }]) => recorded(field, false)),
  rule(['not', 'recorded', 'field'], ([, , { field }]) => recorded(field, false)),
  rule(['field', 'was', 'recorded'], ([{ field }]) => recorded(field, true)),
  rule(['field', 'recorded'], ([{ field }]) => recorded(field, true)),
  rule(['recorded', 'field'], ([, { field }]) => recorded(field, true)),
  rule(['not', 'flag'], ([, { field }]) => holds({ op: 'flag', field, is: false })),
  rule(['not', 'has', 'field'], ([, , { field }]) => held(field, false)),
  rule(['not', 'field'], ([, { field }]) => held(field, false)),
  rule(['has', 'field', 'clients'], ([, { field }]) => held(field, true)),
  rule(['has', 'field'], ([, { field }]) => held(field, true)),
];

export const plainRules: readonly Rule[] = [
  rule(['clients', 'only'], () => ({ type: 'clients' })),
  rule(['code', 'only'], ([code]) => code),
  rule(['event'], ([{ field }]) => closed(field)),
  rule(['code'], ([code]) => coded(code, true)),
  rule(['flag'], ([{ field }]) => holds({ op: 'flag', field, is: true })),
  rule(['bound'], ([{ bounds: limits, money, percent, age }]) => {
    if (percent) return null;
    if (age) return holds(...(limited('age', limits, false) ?? []));
    const value = limits[0]?.value ?? 0;
    const conditions = money || value >= SMALL_AMOUNT ? limited('aum', limits, true) : null;
    return conditions && holds(...conditions);
  }),
];

const alternative = (a: Item, b: Item): Meaning | null => {
  if (a.type !== 'condition' || b.type !== 'condition') return null;
  const sides = [a, b].map(({ conditions }) => (conditions.length === 1 ? conditions[0] : null));
  if (sides.some((side) => !side)) return null;
  const of = sides.flatMap((side) => (side ? simpleOf(side) : []));
  return of.length > ALTERNATIVES_MAX ? null : holds({ op: 'any', of: [...of] });
};

const OR = ['or', 'orElse'] as const;

/** Either/or across facts. */
export const eitherRules: readonly Rule[] = [
  rule(['eitherOr', 'condition', 'eitherOr', 'condition'], ([, a, , b]) => alternative(a, b)),
  rule(['eitherOr', 'condition', 'pause', 'eitherOr', 'condition'], ([, a, , , b]) =>
    alternative(a, b),
  ),
  rule(['condition', OR, ['has', 'was'], 'condition'], ([a, , , b]) => alternative(a, b)),
  rule(['condition', OR, 'condition'], ([a, , b]) => alternative(a, b)),
  rule(['condition', 'pause', OR, ['has', 'was'], 'condition'], ([a, , , , b]) =>
    alternative(a, b),
  ),
  rule(['condition', 'pause', OR, 'condition'], ([a, , , b]) => alternative(a, b)),
];
