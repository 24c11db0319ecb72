/** Of which products something matures, and which of those have no instruction. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Period } from '../calendar.ts';
import type { Item, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';
import { spanFor } from './events.ts';
import { holds } from './holds.ts';

/** "Funds maturing": of which products something matures. */
const LINES: Partial<Record<FieldKey, FieldKey>> = {
  maturityCount: 'maturingLines',
  unrenewedCount: 'unrenewedLines',
};

const ofLines = (code: Item, field: FieldKey, is: boolean): Meaning | null => {
  const lines = LINES[field];
  const codes =
    code.type === 'code'
      ? code.readings.find((reading) => reading.field === 'productLines')?.codes
      : code.type === 'field'
        ? fieldOf(code.field).heldLines
        : undefined;
  if (!lines || !codes || codes.length === 0) return null;
  return holds({ op: 'in', field: lines, is, codes: [...codes] });
};

/** 下周到期的理财: of which products something matures within the span. */
const linesWithin = (
  on: BusinessDate,
  code: Item,
  field: FieldKey,
  period: Period,
): Meaning | null => {
  const lines = ofLines(code, field, true);
  const [condition] = lines?.type === 'condition' ? lines.conditions : [];
  const span = condition?.op === 'in' ? spanFor(on, condition.field, period) : null;
  return condition?.op === 'in' && span ? holds({ ...condition, period: span }) : null;
};

/** What matures and has no instruction. */
const UNRENEWED: Partial<Record<FieldKey, FieldKey>> = { maturityCount: 'unrenewedCount' };

const unrenewedLines = (code: Item, field: FieldKey): Meaning | null => {
  const unrenewed = UNRENEWED[field];
  return unrenewed ? ofLines(code, unrenewed, true) : null;
};

const unrenewedWithin = (on: BusinessDate, code: Item, field: FieldKey, period: Period) => {
  const unrenewed = UNRENEWED[field];
  return unrenewed ? linesWithin(on, code, unrenewed, period) : null;
};

const PRODUCT = ['code', 'field'] as const;

export const maturityRules = (on: BusinessDate): readonly Rule[] => [
  rule(['period', 'event', 'not', 'renewal', PRODUCT], ([period, { field }, , , code]) =>
    unrenewedWithin(on, code, field, period),
  ),
  rule(['period', 'event', 'not', 'has', 'renewal', PRODUCT], ([period, { field }, , , , code]) =>
    unrenewedWithin(on, code, field, period),
  ),
  rule(['event', 'not', 'renewal', PRODUCT], ([{ field }, , , code]) =>
    unrenewedLines(code, field),
  ),
  rule(['event', 'not', 'has', 'renewal', PRODUCT], ([{ field }, , , , code]) =>
    unrenewedLines(code, field),
  ),
  rule([PRODUCT, 'period', 'event'], ([code, period, { field }]) =>
    linesWithin(on, code, field, period),
  ),
  rule(['period', 'event', PRODUCT], ([period, { field }, code]) =>
    linesWithin(on, code, field, period),
  ),
  rule([PRODUCT, 'has', 'event'], ([code, , { field }]) => ofLines(code, field, true)),
  rule([PRODUCT, 'event'], ([code, { field }]) => ofLines(code, field, true)),
  rule(['event', PRODUCT], ([{ field }, code]) => ofLines(code, field, true)),
];
