/** What is wanted: rankings, orders, groups, sums and averages, further columns. */
import { tiersOf } from '../../../domain/client.ts';
import { balanceOfLine, fieldCan, fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Measure } from '../../query-plan.ts';
import type { Direction, Item, Meaning } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const sort = (
  field: FieldKey,
  direction: Direction | null,
  n: number | null = null,
): Meaning | null => (fieldCan(field, 'sort') ? { type: 'sort', field, direction, n } : null);

const group = (...fields: FieldKey[]): Meaning | null =>
  fields.every((field) => fieldCan(field, 'group')) && new Set(fields).size === fields.length
    ? { type: 'group', fields }
    : null;

const measure = (of: Measure['of'], field: FieldKey): Meaning | null => {
  const spread = of !== 'sum' && AVERAGED.includes(fieldOf(field).type);
  if (!fieldCan(field, 'measure') && !spread) return null;
  return of === 'sum' && !ADDED.includes(fieldOf(field).type)
    ? null
    : { type: 'measure', of, field };
};

/** What has a meaningful sum. */
const ADDED: readonly string[] = ['money', 'count'];
const AVERAGED: readonly string[] = ['days', 'points', 'percent'];

const ranked = (n: number, direction: Direction): Meaning => ({
  type: 'rank',
  direction,
  n,
  alone: true,
});

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1;

export const rankRules: readonly Rule[] = [
  rule(['rank', 'number', 'great'], ([{ direction }, { value }]) =>
    isCount(value) ? ranked(value, direction) : null,
  ),
  rule(['rank', 'number'], ([{ direction }, { value, scaled }]) =>
    isCount(value) && !scaled ? ranked(value, direction) : null,
  ),
  rule(['rank', 'headcount'], ([{ direction, n: known }, { n }]) =>
    known === null ? ranked(n, direction) : null,
  ),
  rule(['headcount', 'rank'], ([{ n }, { direction, alone, n: known }]) =>
    known === null && alone ? ranked(n, direction) : null,
  ),
  rule(['number', 'rank'], ([{ value, scaled }, { direction, alone, n: known }]) =>
    isCount(value) && !scaled && alone && known === null ? ranked(value, direction) : null,
  ),
  rule(['rank', ['counter', 'great']], ([{ direction, n, alone }]) =>
    n === null ? null : { type: 'rank', direction, n, alone },
  ),
];

const FIGURES = ['sum', 'average', 'median', 'max', 'min'] as const;

export const measureRules: readonly Rule[] = [
  rule(['each', 'counter', 'field'], ([, , { field }]) => group(field)),
  rule([FIGURES, 'field'], ([{ type }, { field }]) => measure(type, field)),
  rule(['field', FIGURES], ([{ field }, { type }]) => measure(type, field)),
  rule(
    [
      ['howMuch', 'amountOf'],
      ['field', 'measure'],
    ],
    ([, { field }]) => measure('sum', field),
  ),
  rule([['howMuch', 'amountOf'], 'code'], ([, code]) => balanceIn(code)),
  rule(['code', 'howMuch'], ([code]) => balanceIn(code)),
  rule(['field', 'has', 'howMuch'], ([{ field }]) => measure('sum', field)),
  rule(['field', 'howMuch'], ([{ field }]) => measure('sum', field) ?? { type: 'field', field }),
  rule(['howMany', 'field'], ([, { field }]) => productsOf(field)),
  rule(['measure', 'has', 'howMuch'], ([{ of, field }]) => measure(of, field)),
  rule(['measure', 'howMuch'], ([{ of, field }]) => measure(of, field)),
  rule(['howMuch', 'clients'], () => ({ type: 'howMany' })),
  rule(['howMany', 'counter'], () => ({ type: 'howMany' })),
  rule(['sum', 'howMany'], () => ({ type: 'howMany' })),
  rule(['each', ['clients', 'counter']], () => ({ type: 'noise' })),
];

/** "How much in time deposits" */
const balanceIn = (code: Item): Meaning | null => {
  const lines =
    code.type === 'code' ? code.readings.find(({ field }) => field === 'productLines') : undefined;
  const [line, ...others] = lines?.codes ?? [];
  const field = line !== undefined && others.length === 0 ? balanceOfLine(line) : null;
  return field && measure('sum', field);
};

/** "How many products" */
const productsOf = (field: FieldKey): Meaning | null => {
  const counted = field === 'productLines' ? 'productCount' : field;
  return fieldOf(counted).type === 'count' ? measure('sum', counted) : null;
};

const NO_ORDER: Direction | null = null;

export const orderRules: readonly Rule[] = [
  rule(['closest', 'to', 'code'], ([, , code]) => climbers(code)),
  rule(['closest', 'code'], ([, code]) => climbers(code)),
  rule(['nearTo', 'code', 'field'], ([, code, { field }]) =>
    field === 'tier' ? climbers(code) : null,
  ),
  rule(['nearTo', 'code'], ([, code]) => climbers(code)),
  rule(['closest'], () => sort('nextTierGap', 'asc')),
  rule(['field', ['and', 'pause'], 'field', 'grouped'], ([a, , b]) => group(a.field, b.field)),
  rule(['each', 'field'], ([, { field }]) => group(field)),
  rule(['by', 'each', 'field'], ([, , { field }]) => group(field)),
  rule(['grouped', 'field'], ([, { field }]) => group(field)),
  rule(['field', ['by', 'versusWord'], 'field'], ([a, , b]) => group(a.field, b.field)),
  rule(['group', 'versusWord', 'field'], ([{ fields }, , { field }]) => group(...fields, field)),
  rule(['by', 'field', 'grouped'], ([, { field }]) => group(field)),
  rule(['field', 'grouped'], ([{ field }]) => group(field)),
  rule(['measure', 'rank'], ([{ of }]) => (of === 'sum' ? null : { type: 'unknown' })),
  rule([['rank', 'by', 'sortBy'], 'measure'], ([, { of }]) =>
    of === 'sum' ? null : { type: 'unknown' },
  ),
  rule(['sortBy', ['field', 'measure']], ([, { field }]) => sort(field, NO_ORDER)),
  rule(['rank', 'by', ['field', 'measure']], ([{ direction, n }, , { field }]) =>
    sort(field, direction, n),
  ),
  rule(['by', ['field', 'measure']], ([, { field }]) => sort(field, NO_ORDER) ?? group(field)),
  rule(['rank', ['field', 'measure']], ([{ direction, n }, { field }]) =>
    sort(field, direction, n),
  ),
  rule([['field', 'measure'], 'rank'], ([{ field }, { direction, n }]) =>
    sort(field === 'productLines' ? 'productCount' : field, direction, n),
  ),
  rule(['event', 'rank'], ([{ field }, { direction, n }]) => timesOf(field, direction, n)),
  rule(['flag', 'rank'], ([{ field }, { direction, n }]) => numberOf(field, direction, n)),
  rule(['group', 'grouped'], ([{ fields }]) => group(...fields)),
  rule(['sort', 'and', 'field'], () => ({ type: 'unknown' })),
  rule(['sort', 'firstWord'], (items) => sortOf(items[0])),
  rule(['sort', 'sorted'], (items) => sortOf(items[0])),
  rule(['sort', 'direction'], ([{ field, direction: known, n }, { direction }]) =>
    known === null || known === direction ? sort(field, direction, n) : null,
  ),
  rule(['sorted', 'direction'], ([, { direction }]) => ({ type: 'direction', direction })),
  rule(['sort', 'pause', 'direction'], ([{ field, direction: known, n }, , { direction }]) =>
    known === null ? sort(field, direction, n) : null,
  ),
  rule(['number', 'sort'], ([{ value, scaled }, { field, direction, n }]) =>
    isCount(value) && !scaled && direction !== null && n === null
      ? sort(field, direction, value)
      : null,
  ),
  rule(['sort', 'headcount'], ([{ field, direction, n: known }, { n }]) =>
    known === null ? sort(field, direction, n) : null,
  ),
  rule(['headcount', 'has', 'sort'], ([{ n }, , { field, direction, n: known }]) =>
    known === null ? sort(field, direction, n) : null,
  ),
  rule(['has', 'sort'], ([, item]) => sortOf(item)),
];

const COUNTS: Partial<Record<FieldKey, FieldKey>> = {
  lastContactOn: 'contactCount',
  openAlert: 'openAlertCount',
  openComplaint: 'openComplaintCount',
  productLines: 'productCount',
};

/** 走访最少: how often it happened. */
const timesOf = (field: FieldKey, direction: Direction, n: number | null): Meaning | null => {
  const counted = COUNTS[field] ?? field;
  return fieldOf(counted).takes === 'period' ? sort(counted, direction, n) : null;
};

/** 预警最多: how many there are. */
const numberOf = (field: FieldKey, direction: Direction, n: number | null): Meaning | null => {
  const counted = COUNTS[field];
  return counted ? sort(counted, direction, n) : null;
};

const shownOf = (item: Item): FieldKey[] => {
  if (item.type === 'field' || item.type === 'flag') return [item.field];
  return item.type === 'shown' ? [...item.fields] : [];
};

const shown = (...items: Item[]): Meaning => ({
  type: 'shown',
  fields: [...new Set(items.flatMap(shownOf))],
});

/** Runs before a flag becomes a condition. */
export const shownFlagRules: readonly Rule[] = [
  rule(['their', 'flag'], ([, item]) => shown(item)),
  rule(['shown', ['and', 'pause'], 'flag'], ([a, , b]) => shown(a, b)),
  rule(['their', 'field'], ([, item]) => shown(item)),
  rule(['shown', ['and', 'pause'], 'field'], ([a, , b]) => shown(a, b)),
];

/** Runs when every field that a condition needs is taken, so that a list of names holds names only. */
export const listRules: readonly Rule[] = [
  rule(['field', 'group'], ([{ field }, { fields }]) =>
    field === 'clientId' ? group(...fields) : null,
  ),
  rule(['group', 'and', 'field'], ([{ fields }, , { field }]) => group(...fields, field)),
  rule(['group', 'and', 'group'], ([a, , b]) => group(...a.fields, ...b.fields)),
  rule(['group', 'group'], ([a, b]) => group(...a.fields, ...b.fields)),
];

const sortOf = (item: Item): Meaning | null =>
  item.type === 'sort' ? sort(item.field, item.direction, item.n) : null;

/** "Closest to moving up to premier": those one tier below, by what they still lack. */
const climbers = (code: Item): Meaning | null => {
  if (code.type !== 'code') return null;
  const [target, ...others] = code.readings.find(({ field }) => field === 'tier')?.codes ?? [];
  const ladder = [tiersOf('individual'), tiersOf('corporate')]
    .map((ladders) => ladders.map(String))
    .find((names) => target !== undefined && names.includes(target));
  const below = target === undefined ? undefined : ladder?.[ladder.indexOf(target) - 1];
  if (!below || others.length > 0) return null;
  return { type: 'climb', tier: below };
};
