/** Joins neighbouring items by rules; each rule names the sequence it takes, so that a stage is one scan. */
import type { Item, ItemOf, ItemType, Meaning } from './items.ts';

/** A place in a sequence: one of these types. */
type Slot = ItemType | readonly ItemType[];
type ItemIn<S> = S extends readonly (infer T extends ItemType)[]
  ? ItemOf<T>
  : S extends ItemType
    ? ItemOf<S>
    : never;
type ItemsIn<P extends readonly Slot[]> = { -readonly [I in keyof P]: ItemIn<P[I]> };

type Build<P extends readonly Slot[]> = (items: ItemsIn<P>) => Meaning | null;
export type Rule = { slots: readonly Slot[]; build: (items: Item[]) => Meaning | null };

/** `build` answers null where the sequence has the right shape but not the right meaning. */
export const rule = <const P extends readonly Slot[]>(slots: P, build: Build<P>): Rule => ({
  slots,
  build: build as unknown as Rule['build'],
});

/** Words that may stand between the items of a sequence without parting them. */
const SKIPPED: ReadonlySet<ItemType> = new Set<ItemType>(['noise', 'also']);

const fits = (slot: Slot, item: Item): boolean =>
  typeof slot === 'string' ? slot === item.type : slot.includes(item.type);

type Match = { taken: Item[]; end: number };

const matchAt = (items: readonly Item[], start: number, slots: readonly Slot[]): Match | null => {
  const taken: Item[] = [];
  let at = start;
  for (const slot of slots) {
    while (
      taken.length > 0 &&
      SKIPPED.has(items[at]?.type ?? 'pause') &&
      !fits(slot, items[at] as Item)
    )
      at += 1;
    const item = items[at];
    if (!item || !fits(slot, item)) return null;
    taken.push(item);
    at += 1;
  }
  return { taken, end: at };
};

const applyAt = (items: Item[], at: number, rules: readonly Rule[]): boolean => {
  for (const { slots, build } of rules) {
    const match = matchAt(items, at, slots);
    if (!match) continue;
    const meaning = build(match.taken);
    if (!meaning) continue;
    const { start } = items[at] as Item;
    const { end } = match.taken.at(-1) as Item;
    items.splice(at, match.end - at, { ...meaning, start, end } as Item);
    return true;
  }
  return false;
};

/** One stage from right to left: a list takes its meaning from the conjunction before its last member. */
export const rewriteBackwards = (given: readonly Item[], rules: readonly Rule[]): Item[] => {
  const items = [...given];
  for (let at = items.length - 1; at >= 0; at -= 1) while (applyAt(items, at, rules));
  return items;
};

/**
 * One stage: at each place, from left to right, the first rule that fits; its result may be the first item of
 * another match. A rule of one slot is applied once a place.
 */
export const rewrite = (given: readonly Item[], rules: readonly Rule[]): Item[] => {
  const items = [...given];
  const single = rules.filter((one) => one.slots.length === 1);
  const joining = rules.filter((one) => one.slots.length > 1);
  for (let at = 0; at < items.length; at += 1) {
    while (applyAt(items, at, joining));
    if (applyAt(items, at, single)) while (applyAt(items, at, joining));
  }
  return items;
};
