/** A word without a number ("recently", "big") becomes a choice: the readings that the question could have. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { HIGH_VALUE_TIERS } from '../../domain/client.ts';
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import { type Condition, fieldsIn } from '../query-plan.ts';
import { lacksItsSpan } from './bind-times.ts';
import { lastPeriod, namedPeriod, nextPeriod, type Period } from './calendar.ts';
import type { Item, Meaning, VagueWord } from './items.ts';

const LAPSES_DAYS = [30, 90, 180, 365];

const codes = (field: FieldKey, ...values: string[]): Meaning => {
  const condition: Condition = { op: 'in', field, is: true, codes: values };
  return { type: 'condition', conditions: [condition] };
};

const atLeast = (field: FieldKey, value: number): Meaning => ({
  type: 'condition',
  conditions: [{ op: 'gte', field, value }],
});

const below = (field: FieldKey, value: number): Meaning => ({
  type: 'condition',
  conditions: [{ op: 'lt', field, value }],
});

const activity = (...values: string[]): Meaning => ({
  type: 'code',
  readings: [{ field: 'activity', codes: values, needsField: false }],
  joined: 'none',
});

const periods = (on: BusinessDate): Meaning[] =>
  LAPSES_DAYS.map((days) => ({ type: 'period', ...lastPeriod(on, days, 'day') }));

const readings = (vague: VagueWord, on: BusinessDate): Meaning[] => {
  const all: Record<VagueWord, () => Meaning[]> = {
    recently: () => periods(on),
    longTime: () => periods(on),
    large: () => [
      codes('tier', ...HIGH_VALUE_TIERS),
      atLeast('aum', 1_000_000),
      atLeast('aum', 300_000),
    ],
    small: () => [codes('tier', 'mass'), below('aum', 50_000), below('aum', 10_000)],
    inactive: () => [
      activity('dormant'),
      activity('quiet'),
      activity('dormant', 'long_inactive'),
      activity('quiet', 'dormant', 'long_inactive'),
    ],
    highRisk: () => [
      codes('churnBand', 'high'),
      codes('churnBand', 'high', 'medium'),
      { type: 'flag', field: 'watch', readings: [] },
    ],
  };
  return all[vague]();
};

/** The question once for each reading of its first vague word; empty = no word is vague. */
export const readingsOf = (items: readonly Item[], on: BusinessDate): Item[][] => {
  const at = items.findIndex(({ type }) => type === 'vague');
  const vague = items[at];
  if (vague?.type !== 'vague') return [];
  const { start, end } = vague;
  return readings(vague.vague, on).map((meaning) => [
    ...items.slice(0, at),
    { ...meaning, start, end } as Item,
    ...items.slice(at + 1),
  ]);
};

/** 大客户 without a number: the question once for each meaning of large; 十大客户 is a rank and has none. */
export const sizesOf = (
  items: readonly Item[],
  left: readonly Item[],
  on: BusinessDate,
): Item[][] => {
  const great = left.find(({ type }) => type === 'great');
  const at = items.findIndex((item) => item.type === 'great' && item.start === great?.start);
  if (!great || items[at + 1]?.type !== 'clients') return [];
  const { start, end } = great;
  const vague: Item = { type: 'vague', vague: 'large', start, end };
  return readingsOf([...items.slice(0, at), vague, ...items.slice(at + 1)], on);
};

const SPANS: readonly ((on: BusinessDate) => Period)[] = [
  (on) => lastPeriod(on, 30, 'day'),
  (on) => namedPeriod(on, 'thisMonth'),
  (on) => namedPeriod(on, 'thisQuarter'),
  (on) => namedPeriod(on, 'thisYear'),
];
const SPANS_AHEAD: readonly ((on: BusinessDate) => Period)[] = [
  (on) => nextPeriod(on, 30, 'day'),
  (on) => namedPeriod(on, 'nextMonth'),
  (on) => nextPeriod(on, 90, 'day'),
  (on) => namedPeriod(on, 'thisYear'),
];

/** What is asked over a span, without the span: the question once for each. */
export const spansOf = (
  items: readonly Item[],
  left: readonly Item[],
  on: BusinessDate,
): Item[][] => {
  const need = left.find((item) => lacksItsSpan(item, false));
  if (!need) return [];
  const ahead =
    need.type === 'condition' && fieldsIn(need.conditions).some((field) => fieldOf(field).ahead);
  const end = items.at(-1)?.end ?? 0;
  return (ahead ? SPANS_AHEAD : SPANS).map((span) => [
    ...items,
    { type: 'period', ...span(on), start: end, end },
  ]);
};

/** "Not contacted", without since when: the question once for each period. */
export const periodsOf = (
  items: readonly Item[],
  left: readonly Item[],
  on: BusinessDate,
): Item[][] => {
  const event = left.find(({ type }) => type === 'event');
  const at = items.findIndex((item) => item.type === 'event' && item.start === event?.start);
  if (!event || at < 0) return [];
  return periods(on).map((meaning) => [
    ...items.slice(0, at + 1),
    { ...meaning, start: event.end, end: event.end } as Item,
    ...items.slice(at + 1),
  ]);
};
