/** "… with no renewal instruction": of what matures, what nobody has said what is to become of. */

import type { FieldKey } from '../field-keys.ts';
import type { Condition, SimpleCondition } from '../query-plan.ts';
import { simpleOf } from '../query-plan.ts';
import { noise, placed } from './at-place.ts';
import type { Item, ItemType } from './items.ts';

const UNRENEWED: Partial<Record<FieldKey, FieldKey>> = {
  maturityCount: 'unrenewedCount',
  maturingLines: 'unrenewedLines',
};

const JOINTS: readonly ItemType[] = ['and', 'pause', 'has', 'also', 'noise'];

const unrenewed = (one: SimpleCondition): SimpleCondition => {
  const field = UNRENEWED[one.field];
  return field ? ({ ...one, field } as SimpleCondition) : one;
};

const matures = (item: Item): boolean =>
  item.type === 'condition' &&
  item.conditions.every((one) =>
    simpleOf(one).every(({ field }) => ['maturityCount', 'maturingLines'].includes(field)),
  );

const withoutInstruction = (condition: Condition): Condition =>
  condition.op === 'any' ? { op: 'any', of: condition.of.map(unrenewed) } : unrenewed(condition);

/** The places of "no … renewal", with the words that join it to what is before. */
const sayingsOf = (items: readonly Item[]): number[] => {
  const at = items.findIndex(({ type }) => type === 'renewal');
  const not = items.slice(0, at).findLastIndex(({ type }) => type !== 'noise' && type !== 'has');
  if (at < 0 || items[not]?.type !== 'not') return [];
  const before = items.slice(0, not).findLastIndex(({ type }) => !JOINTS.includes(type));
  return Array.from({ length: at - before }, (_, index) => before + 1 + index);
};

export const withRenewals = (items: readonly Item[]): Item[] => {
  const said = sayingsOf(items);
  const maturing = items.filter(matures);
  if (said.length === 0 || maturing.length !== 1) return [...items];
  return items.map((item, at) => {
    if (said.includes(at)) return noise(item);
    return item.type === 'condition' && item === maturing[0]
      ? placed(item, item.conditions.map(withoutInstruction))
      : item;
  });
};
