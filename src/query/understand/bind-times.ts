/** Gives days and spans to the conditions and figures that are asked as of a day or over a span. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Condition, SimpleCondition, Span } from '../query-plan.ts';
import { noise, placed } from './at-place.ts';
import { bindDay, isThen } from './bind-days.ts';
import { bindSeries } from './bind-series.ts';
import type { Item } from './items.ts';
import { spanFor } from './rules/events.ts';

const takes = (field: FieldKey, what: 'day' | 'period'): boolean => fieldOf(field).takes === what;

/** Asked over a span that nothing has said yet. */
const lacksSpan = (condition: Condition): boolean =>
  condition.op === 'any'
    ? condition.of.some(lacksSpan)
    : takes(condition.field, 'period') && !('period' in condition && condition.period);

const fieldsOf = (item: Item): FieldKey[] => {
  if (item.type === 'sort' || item.type === 'measure' || item.type === 'field') return [item.field];
  return item.type === 'shown' ? [...item.fields] : [];
};

const needsSpan = (item: Item): boolean =>
  item.type === 'move' ||
  (item.type === 'condition' && item.conditions.some(lacksSpan)) ||
  fieldsOf(item).some((field) => takes(field, 'period'));

/** An item whose span nothing has said; a figure's span is that of the plan. */
export const lacksItsSpan = (item: Item, over: boolean): boolean =>
  needsSpan(item) && !(over && fieldsOf(item).length > 0);

const spanned = (
  on: BusinessDate,
  condition: SimpleCondition,
  period: Item,
): SimpleCondition | null => {
  if (period.type !== 'period' && period.type !== 'over') return null;
  const span = spanFor(on, condition.field, period);
  return span && ({ ...condition, period: span } as SimpleCondition);
};

const withSpan = (on: BusinessDate, condition: Condition, period: Item): Condition | null => {
  if (!lacksSpan(condition)) return condition;
  if (condition.op !== 'any') return spanned(on, condition, period);
  const of = condition.of.map((one) => (lacksSpan(one) ? spanned(on, one, period) : one));
  return of.some((one) => one === null) ? null : { op: 'any', of: of as SimpleCondition[] };
};

/** The item with its span; null = the span cannot be that of the item. */
const filled = (on: BusinessDate, item: Item, period: Item): Item | null => {
  if (item.type === 'move') {
    const span =
      period.type === 'period' || period.type === 'over' ? spanFor(on, 'tier', period) : null;
    if (!span) return null;
    const { is, direction, from, to } = item;
    const codes = { from: from && [...from], to: to && [...to] };
    return placed(item, [{ op: 'moved', field: 'tier', is, direction, ...codes, period: span }]);
  }
  if (item.type !== 'condition') return item;
  const conditions = item.conditions.map((condition) => withSpan(on, condition, period));
  return conditions.some((one) => one === null) ? null : placed(item, conditions as Condition[]);
};

const overOf = (on: BusinessDate, needs: readonly Item[], period: Item): Span | null => {
  const [field] = needs.flatMap(fieldsOf).filter((key) => takes(key, 'period'));
  if (!field || (period.type !== 'period' && period.type !== 'over')) return null;
  return spanFor(on, field, period);
};

type Bound = { need: number; item: Item };

/** Of several spans each belongs to the condition right before it, else right after it. */
const neighbour = (items: readonly Item[], at: number, on: BusinessDate): Bound | null => {
  const told = (index: number): boolean => items[index]?.type !== 'noise';
  const before = items.slice(0, at).findLastIndex((_, index) => told(index));
  const after = items.findIndex((_, index) => index > at && told(index));
  for (const need of [before, after]) {
    const item = items[need];
    if (!item || !needsSpan(item) || fieldsOf(item).length > 0) continue;
    const bound = filled(on, item, items[at] as Item);
    if (bound) return { need, item: bound };
  }
  return null;
};

const bindEach = (given: readonly Item[], on: BusinessDate): Item[] =>
  given.reduce<Item[]>(
    (items, { type }, at) => {
      const bound = type === 'period' ? neighbour(items, at, on) : null;
      if (!bound) return items;
      return items.map((item, index) => {
        if (index === bound.need) return bound.item;
        return index === at ? noise(item) : item;
      });
    },
    [...given],
  );

/** One span is that of everything asked over a span. */
const bindOne = (items: readonly Item[], span: Item, on: BusinessDate): Item[] => {
  const serial = items.some(({ type }) => type === 'series');
  const needs = items.filter((item) => needsSpan(item) && !(serial && fieldsOf(item).length > 0));
  const figures = needs.filter((item) => fieldsOf(item).length > 0);
  const results = new Map(needs.map((need) => [need, filled(on, need, span)]));
  const over = figures.length > 0 ? overOf(on, needs, span) : null;
  const bound = [...results.values()].every((item) => item !== null);
  if (!bound || (figures.length > 0 && !over)) return [...items];
  return items.map((item) => {
    const { start, end } = item;
    if (item === span) return over ? { type: 'over', ...over, start, end } : noise(item);
    return results.get(item) ?? item;
  });
};

const spansIn = (items: readonly Item[]): Item[] =>
  items.filter(({ type }) => type === 'period' || type === 'over');

const bindSpans = (items: readonly Item[], on: BusinessDate): Item[] => {
  if (!items.some(needsSpan)) return [...items];
  const given = spansIn(items).length > 1 ? bindEach(items, on) : [...items];
  const [only, ...more] = spansIn(given);
  return only && more.length === 0 && given.some(needsSpan) ? bindOne(given, only, on) : given;
};

/** How a figure changed "since the end of June" compares it with that day; "this year" with the day before it. */
const changedSince = (items: readonly Item[], on: BusinessDate): Item[] => {
  const changed = items.some(({ type }) => type === 'changed');
  const at = items.findIndex(({ type }) => type === 'period');
  const period = items[at];
  const known = items.some(({ type }) => type === 'versus' || type === 'series');
  if (!changed || known || period?.type !== 'period' || period.from === null) return [...items];
  if (period.to !== on.toString() || period.from > on.toString()) return [...items];
  const first = Temporal.PlainDate.from(period.from);
  const then = (period.point ? first : first.subtract({ days: 1 })).toString();
  const { start, end } = period;
  return items.map((one, index) =>
    index === at ? { type: 'versus', from: then, to: then, start, end } : one,
  );
};

const UNITS = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'months',
  year: 'years',
} as const;

/** "The month before": the unit of time before the span that is asked about. */
const compareBefore = (items: readonly Item[]): Item[] => {
  const at = items.findIndex(({ type }) => type === 'preceding');
  const preceding = items[at];
  const span = items.find(({ type }) => type === 'period');
  if (preceding?.type !== 'preceding' || span?.type !== 'period' || !span.from) return [...items];
  const first = Temporal.PlainDate.from(span.from);
  const n = preceding.unit === 'quarter' ? 3 : 1;
  const from = first.subtract({ [UNITS[preceding.unit]]: n }).toString();
  const { start, end } = preceding;
  return items.map((one, index) =>
    index === at
      ? { type: 'versus', from, to: first.subtract({ days: 1 }).toString(), start, end }
      : one,
  );
};

/** "AUM this month against last month": what is so on a day is compared as of now, which need not be said. */
const withoutPresent = (items: readonly Item[], on: BusinessDate): Item[] => {
  const compared = items.some(({ type }) => type === 'versus') && !items.some(needsSpan);
  return items.map((item) => {
    const present = item.type === 'period' && item.to === on.toString() && item.from !== item.to;
    return compared && present ? noise(item) : item;
  });
};

export const bindTimes = (joined: readonly Item[], on: BusinessDate): Item[] => {
  const given = bindSeries(joined, on);
  const spanned = withoutPresent(bindSpans(compareBefore(given), on), on);
  const items = spanned.some(needsSpan) ? spanned : changedSince(spanned, on);
  if (items.some(({ type }) => type === 'over')) return items;
  return items.reduce<Item[]>(
    (given, _, at) => (isThen(given, at) ? bindDay(given, at, on) : given),
    items,
  );
};
