/** Stages 2 to 4: what happened when, what is compared, what holds; then what is turned round. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldCan, fieldOf, isAmount } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import type { Condition } from '../../query-plan.ts';
import { dayBefore, lapsePeriod, type Period } from '../calendar.ts';
import type { Bound, Item, Meaning, Reading } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const holds = (...conditions: Condition[]): Meaning => ({ type: 'condition', conditions });

const within = (field: FieldKey, is: boolean, { from, to }: Period): Meaning =>
  holds({ op: 'within', field, is, from, to });

const always: Period = { from: null, to: null };

/** Only a last day can say that nothing happened since; a day of onboarding happens once. */
const recurs = (field: FieldKey): boolean => fieldOf(field).whenNull === 'never';

const notSince = (on: BusinessDate, field: FieldKey, lapse: Item): Meaning | null => {
  if (!recurs(field)) return null;
  if (lapse.type === 'period') return within(field, false, lapse);
  const period =
    lapse.type === 'duration'
      ? lapsePeriod(on, 'gte', lapse.n, lapse.unit)
      : lapse.type === 'lapse'
        ? lapsePeriod(on, lapse.op, lapse.n, lapse.unit)
        : null;
  return period && within(field, false, period);
};

const lapse = ['period', 'duration', 'lapse'] as const;

export const eventRules = (on: BusinessDate): Rule[] => [
  rule(['was', 'not', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'has', 'event', lapse], ([, , { field }, when]) => notSince(on, field, when)),
  rule(['not', 'event', lapse], ([, { field }, when]) => notSince(on, field, when)),
  rule([lapse, 'not', 'has', 'event'], ([when, , , { field }]) => notSince(on, field, when)),
  rule([lapse, 'not', 'event'], ([when, , { field }]) => notSince(on, field, when)),
  rule(['not', lapse, 'event'], ([, when, { field }]) => notSince(on, field, when)),
  rule(['never', 'has', 'event'], ([, , { field }]) => never(field)),
  rule(['never', 'event'], ([, { field }]) => never(field)),
  rule(['has', 'event', 'period'], ([, { field }, period]) => within(field, true, period)),
  rule(['was', 'event', 'period'], ([, { field }, period]) => within(field, true, period)),
  rule(['event', 'period'], ([{ field }, period]) => within(field, true, period)),
  rule(['period', 'has', 'event'], ([period, , { field }]) => within(field, true, period)),
  rule(['period', 'event'], ([period, { field }]) => within(field, true, period)),
  rule(['field', ['lapse', 'duration'], ['ago', 'front']], ([{ field }, when]) => longAgo(on, field, when)),
  rule(['ever', 'event'], ([, { field }]) => within(field, true, always)),
  rule(['field', 'not', 'period'], ([{ field }, , period]) => turned(dated(field, period))),
  rule(['field', 'period'], ([{ field }, period]) => dated(field, period)),
  rule(['code', 'clients', 'period'], ([code, , period]) => newcomers(code, period)),
  rule(['code', 'period'], ([code, period]) => newcomers(code, period)),
  rule(['period', 'code'], ([period, code]) => newcomers(code, period)),
  rule(['event', 'clients'], ([{ field }]) => closed(field)),
  rule(['not', 'event'], ([, { field }]) => notClosed(field)),
  rule(['clients', 'event'], ([, { field }]) => closed(field)),
];

const never = (field: FieldKey): Meaning | null => (recurs(field) ? within(field, false, always) : null);

/** "Last contact more than 90 days ago": it happened, so that "never" is not meant. */
const longAgo = (on: BusinessDate, field: FieldKey, when: Item): Meaning | null => {
  if (fieldOf(field).type !== 'date') return null;
  if (when.type !== 'lapse') return null;
  const day = dayBefore(on, when.n, when.unit);
  if (when.op === 'gt')
    return within(field, true, { from: null, to: day.subtract({ days: 1 }).toString() });
  if (when.op === 'gte') return within(field, true, { from: null, to: day.toString() });
  return null;
};

const dated = (field: FieldKey, period: Period): Meaning | null =>
  fieldOf(field).type === 'date' ? within(field, true, period) : null;

/** "New clients this month" are those onboarded this month, not those in the stage "new". */
const newcomers = (code: Item, period: Period): Meaning | null =>
  code.type === 'code' && code.readings.some(({ codes }) => codes[0] === 'new')
    ? within('onboardedOn', true, period)
    : null;

const closed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, true, always) : null;
const notClosed = (field: FieldKey): Meaning | null =>
  field === 'closedOn' ? within(field, false, always) : null;

/** "Assets over 50" may mean 50 or 500,000: a small amount of money needs its currency. */
const isUnclear = ({ value }: Bound): boolean => value !== 0 && value < SMALL_AMOUNT;

const SMALL_AMOUNT = 1_000;

/** The conditions that limits put on a field; null = the field has no amounts. */
export const limited = (field: FieldKey, bounds: readonly Bound[], money: boolean): Condition[] | null => {
  if (!isAmount(field) || !fieldCan(field, 'filter')) return null;
  if (money && fieldOf(field).type !== 'money') return null;
  if (!money && fieldOf(field).type === 'money' && bounds.some(isUnclear)) return null;
  const [low, high] = bounds;
  if (low?.op === 'gte' && high?.op === 'lte')
    return [{ op: 'between', field, is: true, from: low.value, to: high.value }];
  return bounds.map(({ op, value }) => ({ op, field, value }));
};

const compared = (field: FieldKey, bound: Item): Meaning | null => {
  if (bound.type === 'lapse') {
    if (fieldOf(field).type !== 'days' || bound.unit !== 'day') return null;
    return holds({ op: bound.op, field, value: bound.n });
  }
  if (bound.type !== 'bound') return null;
  const conditions = limited(field, bound.bounds, bound.money);
  return conditions && holds(...conditions);
};

/** "More than 3 products" counts product lines. */
const counted = (field: FieldKey, bound: Item): Meaning | null =>
  compared(field === 'productLines' ? 'productCount' : field, bound);

const bounds = ['bound', 'lapse'] as const;

export const comparisonRules: readonly Rule[] = [
  rule(['field', 'has', bounds], ([{ field }, , bound]) => compared(field, bound)),
  rule(['field', bounds], ([{ field }, bound]) => compared(field, bound)),
  rule(['field', 'not', bounds], ([{ field }, , bound]) => turned(compared(field, bound))),
  rule(['measure', bounds], ([{ of, field }, bound]) =>
    of === 'sum' ? compared(field, bound) : { type: 'unknown' },
  ),
  rule(['sort', bounds], ([{ field }]) => (field === 'aum' ? null : { type: 'unknown' })),
  rule([bounds, 'field'], ([bound, { field }]) => counted(field, bound)),
  rule(['number', 'counter', 'field', 'compare'], ([{ value }, , { field }, { op, side }]) =>
    side === 'after' ? counted(field, oneBound(op, value)) : null,
  ),
  rule(['number', 'field', 'compare'], ([{ value }, { field }, { op, side }]) =>
    side === 'after' ? counted(field, oneBound(op, value)) : null,
  ),
];

const oneBound = (op: Bound['op'], value: number): Item => ({
  type: 'bound',
  bounds: [{ op, value }],
  money: false,
  start: 0,
  end: 0,
});

const readingOf = (readings: readonly Reading[], field: FieldKey): Reading | undefined =>
  readings.find((reading) => reading.field === field);

/** The readings that two codes share, with the codes of both: "key or premier". */
const union = (a: readonly Reading[], b: readonly Reading[]): Reading[] =>
  a.flatMap((reading) => {
    const other = readingOf(b, reading.field);
    return other ? [{ ...reading, codes: [...new Set([...reading.codes, ...other.codes])] }] : [];
  });

const isSet = (readings: readonly Reading[]): boolean =>
  readings.some(({ field }) => fieldOf(field).type === 'codes');

const alternatives = (a: Item, b: Item, joined: 'or' | 'and'): Meaning | null => {
  if (a.type !== 'code' || b.type !== 'code') return null;
  const readings = union(a.readings, b.readings);
  if (readings.length === 0 || (joined === 'and' && isSet(readings))) return null;
  if (a.joined !== 'none' && a.joined !== joined) return null;
  return { type: 'code', readings, joined };
};

/** A code beside its field's name is that field's: "lifecycle: dormant". */
const named = (field: FieldKey, code: Item): Meaning | null => {
  if (code.type !== 'code') return null;
  const reading = readingOf(code.readings, field);
  if (!reading) return null;
  return { type: 'code', readings: [{ ...reading, needsField: false }], joined: code.joined };
};

export const codeRules: readonly Rule[] = [
  rule(['code', 'pause', 'code', 'or', 'code'], ([a, , b, , c]) => {
    const first = alternatives(a, b, 'or');
    return first && alternatives({ ...first, start: 0, end: 0 } as Item, c, 'or');
  }),
  rule(['code', 'pause', 'code', 'and', 'code'], ([a, , b, , c]) => {
    const first = alternatives(a, b, 'and');
    return first && alternatives({ ...first, start: 0, end: 0 } as Item, c, 'and');
  }),
  rule(['code', 'pause', 'code', 'pause', 'code'], ([a, , b, , c]) => {
    const first = alternatives(a, b, 'or');
    return first && alternatives({ ...first, start: 0, end: 0 } as Item, c, 'or');
  }),
  rule(['code', 'pause', 'code'], ([a, , b]) => alternatives(a, b, 'and')),
  rule(['code', 'or', 'code'], ([a, , b]) => alternatives(a, b, 'or')),
  rule(['code', 'and', 'code'], ([a, , b]) => alternatives(a, b, 'and')),
];

export const namedCodeRules: readonly Rule[] = [
  rule(['field', 'not', 'code'], ([{ field }, , code]) => turned(named(field, code))),
  rule(['field', 'code'], ([{ field }, code]) => named(field, code)),
  rule(['code', 'field'], ([code, { field }]) => named(field, code)),
];

const defaultReading = (code: Item): Reading | undefined =>
  code.type === 'code' ? code.readings.find(({ needsField }) => !needsField) : undefined;

const coded = (code: Item, is: boolean): Meaning | null => {
  const reading = defaultReading(code);
  if (!reading || code.type !== 'code') return null;
  if (!is && code.joined === 'and') return null;
  return holds({ op: 'in', field: reading.field, is, codes: [...reading.codes] });
};

const turned = (meaning: Meaning | null): Meaning | null => {
  if (meaning?.type === 'code') return coded({ ...meaning, start: 0, end: 0 } as Item, false);
  if (meaning?.type !== 'condition' || meaning.conditions.length !== 1) return null;
  const [opposite] = meaning.conditions.map(oppositeOf);
  return opposite ? holds(opposite) : null;
};

const OPPOSITES = { gte: 'lt', gt: 'lte', lte: 'gt', lt: 'gte' } as const;

/** null = "not exactly" has no plan. */
const oppositeOf = (condition: Condition): Condition | null => {
  if (condition.op === 'eq') return null;
  if ('is' in condition) return { ...condition, is: !condition.is };
  return { ...condition, op: OPPOSITES[condition.op] };
};

const held = (field: FieldKey, is: boolean): Meaning | null => {
  const lines = fieldOf(field).heldLines;
  if (lines.length === 0) return null;
  return holds({ op: 'in', field: 'productLines', is, codes: [...lines] });
};

const negation = ['not', 'never'] as const;

export const negationRules: readonly Rule[] = [
  rule(['not', 'moved'], () => ({ type: 'moved' })),
  rule(['not', 'has', 'condition'], ([, , condition]) => turned(condition)),
  rule(['not', 'condition'], ([, condition]) => turned(condition)),
  rule(['not', 'has', 'code'], ([, , code]) => coded(code, false)),
  rule(['not', 'code'], ([, code]) => coded(code, false)),
  rule(['not', 'flag'], ([, { field }]) => holds({ op: 'flag', field, is: false })),
  rule([negation, 'has', 'field'], ([, , { field }]) => held(field, false)),
  rule(['not', 'field'], ([, { field }]) => held(field, false)),
  rule(['has', 'field', 'clients'], ([, { field }]) => held(field, true)),
  rule(['has', 'field'], ([, { field }]) => held(field, true)),
];

export const plainRules: readonly Rule[] = [
  rule(['event'], ([{ field }]) => closed(field)),
  rule(['code'], ([code]) => coded(code, true)),
  rule(['flag'], ([{ field }]) => holds({ op: 'flag', field, is: true })),
  rule(['bound'], ([{ bounds: limits, money }]) => {
    const value = limits[0]?.value ?? 0;
    const conditions = money || value >= SMALL_AMOUNT ? limited('aum', limits, true) : null;
    return conditions && holds(...conditions);
  }),
];
