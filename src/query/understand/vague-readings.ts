/** The meanings that a word without a number can have, alone or said of a fact; each has its number. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { HIGH_VALUE_TIERS } from '../../domain/client.ts';
import { type FieldType, fieldCan, fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Condition } from '../query-plan.ts';
import { lastPeriod } from './calendar.ts';
import type { Meaning, VagueWord } from './items.ts';

const LAPSES_DAYS = [30, 90, 180, 365];

const holding = (condition: Condition): Meaning => ({ type: 'condition', conditions: [condition] });

const codes = (field: FieldKey, ...values: string[]): Meaning =>
  holding({ op: 'in', field, is: true, codes: values });

const atLeast = (field: FieldKey, value: number): Meaning => holding({ op: 'gte', field, value });

const below = (field: FieldKey, value: number): Meaning => holding({ op: 'lt', field, value });

const atMost = (field: FieldKey, value: number): Meaning => holding({ op: 'lte', field, value });

const timesAtMost = (value: number): Meaning => ({
  type: 'bound',
  bounds: [{ op: 'lte', value }],
  money: false,
});

const flag = (field: FieldKey): Meaning => ({ type: 'flag', field, readings: [] });

const activity = (...values: string[]): Meaning => ({
  type: 'code',
  readings: [{ field: 'activity', codes: values, needsField: false }],
  joined: 'none',
});

export const periodReadings = (on: BusinessDate): Meaning[] =>
  LAPSES_DAYS.map((days) => ({ type: 'period', ...lastPeriod(on, days, 'day') }));

export const vagueReadings = (vague: VagueWord, on: BusinessDate): Meaning[] => {
  const all: Record<VagueWord, () => Meaning[]> = {
    recently: () => periodReadings(on),
    longTime: () => periodReadings(on),
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
      flag('watch'),
    ],
    riskGrade: () => [
      codes('amlRisk', 'high'),
      codes('creditRisk', 'high'),
      codes('operationalRisk', 'high'),
      codes('churnBand', 'high'),
    ],
    lostTouch: () => [
      flag('redList'),
      flag('contactOverdue'),
      holding({ op: 'gt', field: 'contactGapDays', value: 180 }),
    ],
    hardly: () => [{ type: 'not' }, timesAtMost(1), timesAtMost(2)],
    about: () => [],
    churnRisk: () => [codes('churnBand', 'high'), codes('churnBand', 'high', 'medium')],
    important: () => [codes('tier', ...HIGH_VALUE_TIERS), codes('tier', 'key'), flag('watch')],
    young: () => [codes('ageBand', 'young'), ...[30, 35, 40].map((age) => below('age', age))],
    old: () => [codes('ageBand', 'senior'), ...[60, 65, 70].map((age) => atLeast('age', age))],
    oldest: () => [
      { type: 'sort', field: 'age', direction: 'desc', n: null },
      { type: 'sort', field: 'onboardedOn', direction: 'asc', n: null },
    ],
    unhappy: () => [atMost('csat', 2), atMost('csat', 3), flag('openComplaint')],
    callFirst: () => [
      { type: 'sort', field: 'valueAtRisk', direction: 'desc', n: null },
      flag('contactOverdue'),
      codes('alertPriority', 'p1'),
    ],
  };
  return all[vague]();
};

/** Round numbers at which a fact of the type is large, and below which it is small. */
const SIZES: Partial<Record<FieldType, { large: readonly number[]; small: readonly number[] }>> = {
  money: { large: [1_000_000, 300_000, 100_000], small: [10_000, 50_000, 100_000] },
  points: { large: [70, 40], small: [20, 40] },
  percent: { large: [80, 50], small: [50, 20] },
  days: { large: [90, 180, 365], small: [7, 30] },
  count: { large: [3, 5], small: [2, 3] },
};

/** "Large deposits": the fact limited by each of the round numbers; empty = it has none. */
export const sizedReadings = (vague: VagueWord, field: FieldKey): Meaning[] => {
  const sizes = SIZES[fieldOf(field).type];
  if (!sizes || !fieldCan(field, 'filter') || field === 'age') return [];
  if (vague === 'large') return sizes.large.map((value) => atLeast(field, value));
  return vague === 'small' || vague === 'hardly'
    ? sizes.small.map((value) => below(field, value))
    : [];
};
