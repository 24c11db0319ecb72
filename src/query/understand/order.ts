/** Which order and how many: a rank, a sort and a headcount of one question must agree. */
import type { FieldKey } from '../field-keys.ts';
import type { Sort } from '../query-plan.ts';
import type { Direction, Item, ItemOf } from './items.ts';
import type { Parts } from './parts.ts';

/** `left`: order words that cannot all hold. */
export type Order = { sort: Sort | null; limit: number | null; left: Item[] };

const one = <T>(values: readonly (T | null)[]): { value: T | null; agrees: boolean } => {
  const known = [...new Set(values.filter((value) => value !== null))];
  return { value: known[0] ?? null, agrees: known.length <= 1 };
};

/** "Closest to moving up, top ten": the nearest come first, which is no order from the top. */
const isNearest = ({ field, direction }: ItemOf<'sort'>): boolean =>
  field === 'nextTierGap' && direction === 'asc';

/** "Top ten … by AUM": the rank gives direction and number, the sort the field; `unnamed` where none is named. */
export const orderOf = (parts: Parts, unnamed: FieldKey = 'aum'): Order => {
  const { sorts, ranks, directions, headcounts, climbs } = parts;
  const all: Item[] = [...sorts, ...ranks, ...directions, ...headcounts, ...climbs];
  if (all.length === 0) return { sort: null, limit: null, left: [] };
  const nearest = climbs.length > 0 || sorts.some(isNearest);
  const field = one([
    ...sorts.map((sort) => sort.field),
    ...climbs.map(() => 'nextTierGap' as const),
  ]);
  const direction = one<Direction>([
    ...sorts.map((sort) => sort.direction),
    ...(nearest ? [] : ranks.map((rank) => rank.direction)),
    ...directions.map((item) => item.direction),
    ...climbs.map(() => 'asc' as const),
  ]);
  const limit = one([
    ...sorts.map(({ n }) => n),
    ...ranks.map(({ n }) => n),
    ...headcounts.map(({ n }) => n),
  ]);
  const bareRank = field.value === null ? ranks.filter(({ alone }) => !alone) : [];
  if (!field.agrees || !direction.agrees || !limit.agrees || bareRank.length > 0)
    return { sort: null, limit: null, left: bareRank.length > 0 ? bareRank : all };
  const orders = sorts.length + ranks.length + directions.length + climbs.length > 0;
  const sort = orders
    ? { field: field.value ?? unnamed, direction: direction.value ?? ('desc' as const) }
    : null;
  return { sort, limit: limit.value, left: [] };
};
