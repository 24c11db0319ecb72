/** A word without a number ("recently", "big") becomes a choice: the readings that the question could have. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { balanceOfLine, fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import { fieldsIn } from '../query-plan.ts';
import { aroundOf } from './around.ts';
import { lacksItsSpan } from './bind-times.ts';
import { lastPeriod, namedPeriod, nextPeriod, type Period } from './calendar.ts';
import type { Item, Meaning, VagueWord } from './items.ts';
import { periodReadings, sizedReadings, vagueReadings } from './vague-readings.ts';

type Place = { from: number; to: number };

/** The items once for each meaning, in the place of those from `from` to `to`. */
const replaced = (items: readonly Item[], { from, to }: Place, meanings: Meaning[]): Item[][] => {
  const start = items[from]?.start ?? 0;
  const end = items[to]?.end ?? 0;
  return meanings.map((meaning) => [
    ...items.slice(0, from),
    { ...meaning, start, end } as Item,
    ...items.slice(to + 1),
  ]);
};

const isTold = ({ type }: Item): boolean => type !== 'noise' && type !== 'has';

/** The fact that an item names: a field, or what is held in the one product line of a code. */
const figureOf = (item: Item | undefined): FieldKey | null => {
  if (item?.type === 'field') return item.field === 'productLines' ? 'productCount' : item.field;
  if (item?.type !== 'code') return null;
  const [line, ...others] =
    item.readings.find(({ field }) => field === 'productLines')?.codes ?? [];
  return line !== undefined && others.length === 0 ? balanceOfLine(line) : null;
};

/** "Large deposits", "deposits are large": the word at `at` is said of a fact beside it; empty = of the clients. */
const saidOfFact = (items: readonly Item[], at: number, vague: VagueWord): Item[][] => {
  const after = items.findIndex((item, index) => index > at && isTold(item));
  const before = items.slice(0, at).findLastIndex(isTold);
  const beyond = items.slice(after + 1).find(isTold);
  for (const beside of [after, before]) {
    const item = items[beside];
    const noun = beside === after && item?.type === 'code' && beyond?.type === 'clients';
    const field = noun ? null : figureOf(item);
    const meanings = field ? sizedReadings(vague, field) : [];
    const place = { from: Math.min(at, beside), to: Math.max(at, beside) };
    if (meanings.length > 0) return replaced(items, place, meanings);
  }
  return [];
};

const VAGUE_CODES = new Map<string, { field: FieldKey; vague: VagueWord }>([
  ['young', { field: 'ageBand', vague: 'young' }],
]);

/** A word that names a code where its field is named ("age band young") is vague without it. */
export const withVagueCodes = (items: readonly Item[], text: string): readonly Item[] =>
  items.map((item) => {
    const { type, start, end } = item;
    const code = type === 'code' ? VAGUE_CODES.get(text.slice(start, end)) : undefined;
    const named = items.some((one) => one.type === 'field' && one.field === code?.field);
    return code && !named ? { type: 'vague', vague: code.vague, start, end } : item;
  });

const OF_TIME: readonly VagueWord[] = ['longTime', 'recently'];

/** "Inactive for a while" is vague once. */
const vagueOnce = (items: readonly Item[], at: number): Item[] =>
  items.map((item, index) => {
    const { type, start, end } = item;
    const again = type === 'vague' && index > at && OF_TIME.includes(item.vague);
    return again ? { type: 'noise', start, end } : item;
  });

/** The question once for each reading of its first vague word; empty = no word is vague. */
export const readingsOf = (given: readonly Item[], on: BusinessDate): Item[][] => {
  const at = given.findIndex(({ type }) => type === 'vague');
  const vague = given[at];
  if (vague?.type !== 'vague') return [];
  if (vague.vague === 'about') return aroundOf(given, at);
  const items = vagueOnce(given, at);
  const sized = saidOfFact(items, at, vague.vague);
  const place = { from: at, to: at };
  return sized.length > 0 ? sized : replaced(items, place, vagueReadings(vague.vague, on));
};

const first = (items: readonly Item[]): number => items.findIndex(({ type }) => type === 'vague');

const VAGUE_MAX = 3;
const OF_THE_NEXT = 2;

/** The question once for each way to read all its vague words; of the second and third the first two. */
export const allReadingsOf = (items: readonly Item[], on: BusinessDate): Item[][] => {
  let readings = readingsOf(items, on);
  for (let more = 1; more < VAGUE_MAX; more += 1)
    readings = readings.flatMap((one) =>
      first(one) < 0 ? [one] : readingsOf(one, on).slice(0, OF_THE_NEXT),
    );
  return readings.filter((one) => first(one) < 0);
};

const GRADES: Partial<Record<string, VagueWord>> = { high: 'large', low: 'small' };

export type Sizes = { cause: VagueWord; variants: Item[][] };

/** "High AUM": a grade said of an amount; the question once for each amount that may be meant. */
const gradesOf = (items: readonly Item[], left: readonly Item[]): Sizes | null => {
  for (const grade of left) {
    const code = grade.type === 'code' ? (grade.readings[0]?.codes ?? []) : [];
    const vague = code.length === 1 ? GRADES[code[0] ?? ''] : undefined;
    const at = items.findIndex(({ type, start }) => type === 'code' && start === grade.start);
    const variants = vague && at >= 0 ? saidOfFact(items, at, vague) : [];
    if (vague && variants.length > 0) return { cause: vague, variants };
  }
  return null;
};

/** 大客户 without a number: the question once for each meaning of large; 十大客户 is a rank and has none. */
export const sizesOf = (
  items: readonly Item[],
  left: readonly Item[],
  on: BusinessDate,
): Sizes | null => {
  const graded = gradesOf(items, left);
  if (graded) return graded;
  const great = left.find(({ type }) => type === 'great');
  const at = items.findIndex((item) => item.type === 'great' && item.start === great?.start);
  if (!great || items[at + 1]?.type !== 'clients') return null;
  const { start, end } = great;
  const vague: Item = { type: 'vague', vague: 'large', start, end };
  const variants = readingsOf([...items.slice(0, at), vague, ...items.slice(at + 1)], on);
  return { cause: 'large', variants };
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
  const asked =
    need.type === 'condition'
      ? fieldsIn(need.conditions)
      : need.type === 'sort' || need.type === 'measure' || need.type === 'field'
        ? [need.field]
        : [];
  const ahead = asked.some((field) => fieldOf(field).ahead);
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
  if (event?.type !== 'event' || at < 0) return [];
  const spans = fieldOf(event.field).ahead
    ? SPANS_AHEAD.map((span): Meaning => ({ type: 'period', ...span(on) }))
    : periodReadings(on);
  return spans.map((meaning) => [
    ...items.slice(0, at + 1),
    { ...meaning, start: event.end, end: event.end } as Item,
    ...items.slice(at + 1),
  ]);
};
