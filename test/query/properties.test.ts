import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { CATALOG, fieldCan, fieldOf } from '../../src/query/catalog.ts';
import { describe } from '../../src/query/describe.ts';
import { FIELD_KEYS, type FieldKey } from '../../src/query/field-keys.ts';
import {
  type Condition,
  type QueryPlan,
  SERIES_UNITS,
  simpleOf,
} from '../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT, planOf, statusOf } from './context.ts';
import { figures, orders, persons } from './data/orders.ts';
import { sayings } from './data/sayings.ts';
import { contrasts, lastings } from './data/sayings-of-time.ts';
import { conditions, periods } from './data/sets.ts';
import { times } from './data/times.ts';

const QUESTIONS = [...conditions, ...periods, ...orders, ...figures].flatMap(({ en, zh }) => [
  ...en,
  ...zh,
]);
const question = fc.constantFrom(...QUESTIONS);

const filterable = FIELD_KEYS.filter((key) => fieldCan(key, 'filter'));
const ofType = (...types: string[]): FieldKey[] =>
  filterable.filter((key) => types.includes(fieldOf(key).type));
const date = fc
  .integer({ min: 0, max: 2800 })
  .map((days) => Temporal.PlainDate.from('2012-01-01').add({ days }).toString());

const amountFor = (key: FieldKey): fc.Arbitrary<number> =>
  fieldOf(key).type === 'money'
    ? fc.integer({ min: 1_000, max: 1e9 })
    : fc.integer({ min: 1, max: 900 });

/** What is asked over a span of days has one, and all of a plan the same. */
const SPAN = { from: '2019-07-01', to: '2019-08-15' };
const spanned = (one: Condition): Condition =>
  one.op !== 'any' && fieldOf(one.field).takes === 'period'
    ? ({ ...one, period: SPAN } as Condition)
    : one;

const takesSpan = (key: FieldKey): boolean => fieldOf(key).takes === 'period';

/** A figure over a span gives the plan its span. */
const withSpan = (plan: QueryPlan): QueryPlan => {
  const figures = [
    ...plan.measures.map(({ field }) => field),
    ...plan.show,
    ...(plan.sort ? [plan.sort.field] : []),
  ];
  return figures.some(takesSpan) ? { ...plan, period: SPAN } : plan;
};

const amountCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...ofType('money', 'count', 'days', 'points'))
  .chain((field) =>
    fc.oneof(
      fc.record({
        op: fc.constantFrom('gte', 'gt', 'lte', 'lt', 'eq'),
        field: fc.constant(field),
        value: amountFor(field),
      }),
      fc.tuple(amountFor(field), amountFor(field), fc.boolean()).map(
        ([a, b, is]): Condition => ({
          op: 'between',
          field,
          is,
          from: Math.min(a, b),
          to: Math.max(a, b),
        }),
      ),
    ),
  ) as fc.Arbitrary<Condition>;

const codeCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...ofType('code', 'codes'))
  .chain((field) =>
    fc
      .tuple(fc.subarray([...fieldOf(field).codes], { minLength: 1 }), fc.boolean())
      .map(([codes, is]): Condition => ({ op: 'in', field, is, codes })),
  );

const period = fc
  .tuple(
    fc.uniqueArray(date, { minLength: 2, maxLength: 2 }),
    fc.constantFrom('both', 'from', 'to'),
  )
  .map(([days, ends]) => {
    const [from = null, to = null] = days.toSorted();
    return { from: ends === 'to' ? null : from, to: ends === 'from' ? null : to };
  });

const dateCondition: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom(...ofType('date')), period, fc.boolean())
  .map(([field, { from, to }, is]): Condition => ({ op: 'within', field, is, from, to }));

const moved: fc.Arbitrary<Condition> = fc.record({
  op: fc.constant('moved' as const),
  field: fc.constant('tier' as const),
  is: fc.boolean(),
  direction: fc.constantFrom('up', 'down', 'any'),
  from: fc.option(fc.constant(['key'])),
  to: fc.option(fc.constant(['premier'])),
  period: fc.constant(SPAN),
}) as fc.Arbitrary<Condition>;

const condition = fc.oneof(amountCondition, codeCondition, dateCondition, moved).map(spanned);

const fieldIn = (condition: Condition): FieldKey => simpleOf(condition)[0]?.field ?? 'clientId';

/** Conditions on different fields, in the order in which a plan holds them. */
const where = fc
  .uniqueArray(condition, { maxLength: 4, selector: fieldIn })
  .map((all) =>
    all.sort((a, b) => FIELD_KEYS.indexOf(fieldIn(a)) - FIELD_KEYS.indexOf(fieldIn(b))),
  );

const fieldsThatCan = (ability: 'sort' | 'group' | 'measure') =>
  fc.constantFrom(...FIELD_KEYS.filter((key) => fieldCan(key, ability)));

const shown = fc.uniqueArray(
  fc.constantFrom(...FIELD_KEYS.filter((key) => !['clientId', 'name'].includes(key))),
  { maxLength: 3 },
);

const list = fc
  .record({
    where,
    sort: fc.option(
      fc.record({ field: fieldsThatCan('sort'), direction: fc.constantFrom('asc', 'desc') }),
    ),
    limit: fc.option(fc.integer({ min: 1, max: 900 })),
    show: shown,
  })
  .map((parts) => withSpan({ ...EMPTY_PLAN, ...parts } as QueryPlan));

const grouped = fc
  .record({
    where,
    groupBy: fc.uniqueArray(fieldsThatCan('group'), { minLength: 1, maxLength: 2 }),
    measures: fc.uniqueArray(
      fc.record({
        of: fc.constant('sum' as const),
        field: fc.constantFrom('aum', 'deposits', 'loans').map((key) => key as FieldKey),
      }),
      { maxLength: 2, selector: ({ field }) => field },
    ),
  })
  .map((parts) => ({ ...EMPTY_PLAN, kind: 'groups', ...parts }) as QueryPlan);

const counted = where.map((all) => ({ ...EMPTY_PLAN, kind: 'count', where: all }) as QueryPlan);
const shared = where
  .filter((all) => all.length > 0)
  .map((all) => ({ ...EMPTY_PLAN, kind: 'share', where: all }) as QueryPlan);

const SERIES = { from: '2018-02-01', to: '2019-09-30' };
const series = fc
  .tuple(where, fc.constantFrom('aum', 'netInflow'), fc.constantFrom(...SERIES_UNITS))
  .map(([all, field, unit]) => {
    const measures = [{ of: 'average', field }];
    const parts = { where: all, measures, series: { unit, ...SERIES } };
    return { ...EMPTY_PLAN, kind: 'aggregate', ...parts } as QueryPlan;
  });

/** Some random plans contradict themselves; those are asked about, not answered. */
const clear = (plan: QueryPlan, sentence: string): boolean => {
  const understanding = understand(sentence, CONTEXT);
  return !(understanding.status === 'clarify' && understanding.cause === 'conflict' && plan);
};

suite('a plan read back', () => {
  test.each(['en', 'zh-CN'] as const)('means itself again in %s', (locale) => {
    fc.assert(
      fc.property(fc.oneof(list, grouped, counted, shared, series), (plan) => {
        const sentence = describe(plan, locale, 'CNY');
        fc.pre(sentence.length <= 400 && clear(plan, sentence));
        expect(planOf(sentence), sentence).toEqual(plan);
      }),
      { numRuns: 400 },
    );
  });

  test.each(
    [conditions, periods, orders, figures, persons, times, sayings, lastings, contrasts].flat(),
  )('the interpretation of a question means the same: $en $zh', ({ plan }) => {
    const full = { ...EMPTY_PLAN, ...plan };
    expect(planOf(describe(full, 'en', 'CNY'))).toEqual(full);
    expect(planOf(describe(full, 'zh-CN', 'CNY'))).toEqual(full);
  });
});

suite('whatever is asked', () => {
  test('a word that nothing knows is never passed over', () => {
    const nonsense = fc
      .stringMatching(/^[b-z]{4,9}$/)
      .filter((word) => statusOf(word) === 'not_understood');
    fc.assert(
      fc.property(question, nonsense, fc.boolean(), (asked, word, ahead) => {
        const status = statusOf(ahead ? `${word} ${asked}` : `${asked} ${word}`);
        expect(['not_understood', 'refused', 'clarify']).toContain(status);
      }),
    );
  });

  test('politeness, width, case and white space change nothing', () => {
    const noise = fc.constantFrom('please', '请问', 'hi', '谢谢', '  ', '👍', '？');
    fc.assert(
      fc.property(question, noise, fc.boolean(), (asked, word, upper) => {
        const wide = asked.replace(/[0-9]/g, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        const shouted = upper ? wide.toUpperCase() : wide;
        expect(planOf(`${word} ${shouted}`)).toEqual(planOf(asked));
      }),
    );
  });

  test('any text at all gives a result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect(['plan', 'clarify', 'not_understood', 'refused']).toContain(statusOf(text));
      }),
    );
  });

  test('conditions may come in any order', () => {
    const phrases = ['dormant', 'with AUM over 500k', 'onboarded before 2018', 'with a mortgage'];
    fc.assert(
      fc.property(fc.shuffledSubarray(phrases, { minLength: 4 }), (shuffled) => {
        expect(planOf(`clients ${shuffled.join(', ')}`)).toEqual(
          planOf(`clients ${phrases.join(', ')}`),
        );
      }),
    );
  });

  test('a long question costs no more than its length', () => {
    for (const word of ['not ', '重点、', 'over 5 ', '一二三', 'a million and ', '(('])
      expect(statusOf(word.repeat(200).slice(0, 400))).toBeDefined();
  });
});

test('every field has exactly one entry', () => {
  expect(CATALOG.map(({ key }) => key).sort()).toEqual([...FIELD_KEYS].sort());
});
