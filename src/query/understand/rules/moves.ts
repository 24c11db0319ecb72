/** Who moved up or down: from which tier and to which, when is said elsewhere in the question. */
import type { Item, ItemOf, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const tiersOf = (item: Item): readonly string[] | null =>
  item.type === 'code'
    ? (item.readings.find(({ field }) => field === 'tier')?.codes ?? null)
    : null;

const toward = (move: ItemOf<'move'>, code: Item): Meaning | null => {
  const to = tiersOf(code);
  return to && move.to === null ? { ...move, to } : null;
};

const outOf = (move: ItemOf<'move'>, code: Item): Meaning | null => {
  const from = tiersOf(code);
  return from && move.from === null ? { ...move, from } : null;
};

const between = (move: ItemOf<'move'>, from: Item, to: Item): Meaning | null => {
  const half = outOf(move, from);
  return half && toward(half as ItemOf<'move'>, to);
};

const became = (code: Item): Meaning | null => {
  const to = tiersOf(code);
  return to && { type: 'move', is: true, direction: 'any', from: null, to };
};

const CHANGED = { type: 'move', is: true, direction: 'any', from: null, to: null } as const;

const WENT = ['went', 'dropped', 'trend'] as const;

/** "Fell from premier to key": down; "went" says no direction. */
const wentAs = (item: Item): ItemOf<'move'> => {
  const sign = item.type === 'trend' ? item.sign : item.type === 'dropped' ? -1 : 0;
  const direction = sign === 0 ? 'any' : sign === 1 ? 'up' : 'down';
  return { ...CHANGED, direction, start: item.start, end: item.end };
};

export const moveRules: readonly Rule[] = [
  rule(['now', 'became'], () => ({ type: 'now' })),
  rule(['became', 'code'], ([, code]) => became(code)),
  rule(['field', 'not', 'changed'], ([{ field }]) =>
    field === 'tier' ? { ...CHANGED, is: false } : null,
  ),
  rule(['field', 'changed'], ([{ field }]) => (field === 'tier' ? CHANGED : null)),
  rule(['field', 'not', 'move'], ([{ field }, , move]) =>
    field === 'tier' && move.is ? { ...move, is: false } : null,
  ),
  rule(['field', 'move'], ([{ field }, move]) => (field === 'tier' ? move : null)),
  rule(['move', 'field'], ([move, { field }]) => (field === 'tier' ? move : null)),
  rule([WENT, 'dateEdge', 'code', 'to', 'code'], ([went, , from, , to]) =>
    between(wentAs(went), from, to),
  ),
  rule([WENT, 'to', 'code'], ([went, , to]) => toward(wentAs(went), to)),
  rule([WENT, 'dateEdge', 'code'], ([went, , from]) => outOf(wentAs(went), from)),
  rule(['move', 'dateEdge', 'code', 'to', 'code'], ([move, , from, , to]) =>
    between(move, from, to),
  ),
  rule(['not', 'dateEdge', 'code', 'move', 'to', 'code'], ([, , from, move, , to]) =>
    between({ ...move, is: false }, from, to),
  ),
  rule(['not', 'dateEdge', 'code', 'move', 'code'], ([, , from, move, to]) =>
    between({ ...move, is: false }, from, to),
  ),
  rule(['not', 'dateEdge', 'code', 'move'], ([, , from, move]) =>
    outOf({ ...move, is: false }, from),
  ),
  rule(['dateEdge', 'code', 'not', 'move', 'to', 'code'], ([, from, , move, , to]) =>
    between({ ...move, is: false }, from, to),
  ),
  rule(['dateEdge', 'code', 'move', ['to'], 'code'], ([, from, move, , to]) =>
    between(move, from, to),
  ),
  rule(['dateEdge', 'code', 'move', 'code'], ([, from, move, to]) => between(move, from, to)),
  rule(['dateEdge', 'code', 'move'], ([, from, move]) => outOf(move, from)),
  rule(['move', 'to', 'code'], ([move, , to]) => toward(move, to)),
  rule(['move', 'dateEdge', 'code'], ([move, , from]) => outOf(move, from)),
  rule(['move', 'code'], ([move, to]) => toward(move, to)),
  rule(['not', 'has', 'move'], ([, , move]) => (move.is ? { ...move, is: false } : null)),
  rule(['not', 'was', 'move'], ([, , move]) => (move.is ? { ...move, is: false } : null)),
  rule(['was', 'not', 'move'], ([, , move]) => (move.is ? { ...move, is: false } : null)),
  rule(['was', 'move'], ([, move]) => move),
  rule(['has', 'move'], ([, move]) => move),
  rule(['not', 'move'], ([, move]) => (move.is ? { ...move, is: false } : null)),
];
