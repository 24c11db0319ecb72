/** Stage 5: what is turned round, then what simply holds. */
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { limited, SMALL_AMOUNT } from './comparisons.ts';
import { closed } from './events.ts';
import { coded, holds, turned } from './holds.ts';

const held = (field: FieldKey, is: boolean): Meaning | null => {
  const lines = fieldOf(field).heldLines;
  if (lines.length === 0) return null;
  return holds({ op: 'in', field: 'productLines', is, codes: [...lines] });
};

export const negationRules: readonly Rule[] = [
  rule(['not', 'moved'], () => ({ type: 'moved' })),
  rule(['not', 'has', 'condition'], ([, , condition]) => turned(condition)),
  rule(['not', 'condition'], ([, condition]) => turned(condition)),
  rule(['not', 'has', 'code'], ([, , code]) => coded(code, false)),
  rule(['not', 'code'], ([, code]) => coded(code, false)),
  rule(['not', 'flag'], ([, { field }]) => holds({ op: 'flag', field, is: false })),
  rule(['not', 'has', 'field'], ([, , { field }]) => held(field, false)),
  rule(['not', 'field'], ([, { field }]) => held(field, false)),
  rule(['has', 'field', 'clients'], ([, { field }]) => held(field, true)),
  rule(['has', 'field'], ([, { field }]) => held(field, true)),
];

export const plainRules: readonly Rule[] = [
  rule(['event'], ([{ field }]) => closed(field)),
  rule(['code'], ([code]) => coded(code, true)),
  rule(['flag'], ([{ field }]) => holds({ op: 'flag', field, is: true })),
  rule(['bound'], ([{ bounds: limits, money }]) => {
    const value = limits[0]?.value ?? 0;
    const conditions = money || value >= SMALL_AMOUNT ? limited('aum', limits, true) : null;
    return conditions && holds(...conditions);
  }),
];
