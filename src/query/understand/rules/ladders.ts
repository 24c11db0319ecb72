/** "Key or above", 中级以下: the codes of a ladder on one side of another. */
import { ladderOf } from '../../ladders.ts';
import type { CompareOp, Item, Meaning, Reading } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const climbed = (reading: Reading, op: CompareOp): Reading | null => {
  const ladder = ladderOf(reading.field, reading.codes);
  if (!ladder || reading.codes.length !== 1) return null;
  const at = ladder.indexOf(reading.codes[0] ?? '');
  const sides: Record<CompareOp, readonly string[]> = {
    gte: ladder.slice(at),
    gt: ladder.slice(at + 1),
    lte: ladder.slice(0, at + 1),
    lt: ladder.slice(0, at),
    eq: ladder.slice(at, at + 1),
  };
  const codes = sides[op];
  return codes.length === 0 ? null : { ...reading, codes };
};

const side = (code: Item, op: CompareOp): Meaning | null => {
  if (code.type !== 'code' || code.joined !== 'none') return null;
  const readings = code.readings.flatMap((reading) => climbed(reading, op) ?? []);
  return readings.length === 0 ? null : { type: 'code', readings, joined: 'or' };
};

export const ladderRules: readonly Rule[] = [
  rule(['code', 'clients', 'compare'], ([code, , { op, side: where }]) =>
    where === 'after' ? side(code, op) : null,
  ),
  rule(['code', 'compare'], ([code, { op, side: where }]) =>
    where === 'after' ? side(code, op) : null,
  ),
  rule(['compare', 'code'], ([{ op, side: where }, code]) =>
    where === 'before' ? side(code, op) : null,
  ),
];
