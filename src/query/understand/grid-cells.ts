/** "Key / quiet" and 重点-沉睡 name one cell of the 16 grid; they are neither two facts nor alternatives. */

import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Item } from './items.ts';

const BETWEEN = /^ *[-–/／×] *$/;

const codeOf = (item: Item | undefined, field: FieldKey): string | null => {
  if (item?.type !== 'code' || item.joined !== 'none') return null;
  const codes = item.readings.find((reading) => reading.field === field)?.codes ?? [];
  return codes.length === 1 ? (codes[0] ?? null) : null;
};

const cellOf = (a: Item, b: Item, written: string): Item | null => {
  if (!BETWEEN.test(written.slice(a.end, b.start))) return null;
  const cells = [[a, b] as const, [b, a] as const].map(
    ([band, state]) => `${codeOf(band, 'tier')}_${codeOf(state, 'activity')}`,
  );
  const cell = cells.find((one) => fieldOf('gridCell').codes.includes(one));
  if (!cell) return null;
  const reading = { field: 'gridCell' as const, codes: [cell], needsField: false };
  return { type: 'code', readings: [reading], joined: 'none', start: a.start, end: b.end };
};

const CELL = /^(?:cell|cells|box|square)$/;

/** The signs are those that were written: the normalised text may have lost them. */
export const withGridCells = (items: readonly Item[], written: string): readonly Item[] => {
  for (const [at, first] of items.entries()) {
    const next = items.findIndex((item, index) => index > at && item.type === 'code');
    const second = items[next];
    const cell = second ? cellOf(first, second, written) : null;
    if (!cell) continue;
    const after = items[next + 1];
    const named = after?.type === 'unknown' && CELL.test(written.slice(after.start, after.end));
    const rest = items.slice(next + (named ? 2 : 1));
    return [...items.slice(0, at), cell, ...withGridCells(rest, written)];
  }
  return items;
};
