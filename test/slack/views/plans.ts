/** Plans of every shape that a form may have to show. */
import fc from 'fast-check';
import { CATALOG, fieldCan, fieldOf, isAmount } from '../../../src/query/catalog.ts';
import type { FieldKey } from '../../../src/query/field-keys.ts';
import {
  CONDITIONS_MAX,
  type Condition,
  type QueryPlan,
  queryPlanSchema,
  type SimpleCondition,
} from '../../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../../src/query/understand/plans.ts';

const keys = CATALOG.filter(({ key }) => fieldCan(key, 'filter')).map(({ key }) => key);
const keysOf = (fits: (key: FieldKey) => boolean) => fc.constantFrom(...keys.filter(fits));
const ofType = (...types: string[]) => keysOf((key) => types.includes(fieldOf(key).type));

const day = fc
  .integer({ min: 0, max: 2_800 })
  .map((days) => Temporal.PlainDate.from('2018-01-01').add({ days }).toString());
const span = fc.tuple(day, day, fc.boolean()).map(([a, b, open]) => {
  const [from = a, to = b] = [a, b].toSorted();
  return { from: open ? null : from, to };
});
const amount = fc.integer({ min: -900_000, max: 900_000 }).map((cents) => cents / 100);
const is = fc.boolean();

/** A condition on its own day, over its own span, or neither; what needs a span has one. */
const timed = <T extends SimpleCondition>(condition: T): fc.Arbitrary<T> => {
  const over = span.map((period) => ({ ...condition, period }));
  if (fieldOf(condition.field).takes === 'period') return over;
  return fc.oneof(
    fc.constant(condition),
    day.map((asOf) => ({ ...condition, asOf })),
    over,
  );
};

const coded = ofType('code', 'codes').chain((field) =>
  fc
    .tuple(fc.subarray(fieldOf(field).codes.slice(0, 20), { minLength: 1 }), is)
    .chain(([codes, yes]) => timed({ op: 'in' as const, field, is: yes, codes })),
);
const only = fc
  .subarray([...fieldOf('productLines').codes], { minLength: 1 })
  .chain((codes) =>
    is.map((yes) => ({ op: 'only' as const, field: 'productLines' as const, is: yes, codes })),
  );
const flag = fc
  .tuple(ofType('flag'), is)
  .chain(([field, yes]) => timed({ op: 'flag' as const, field, is: yes }));
const compared = fc
  .tuple(keysOf(isAmount), fc.constantFrom('gte', 'gt', 'lte', 'lt', 'eq'), amount)
  .chain(([field, op, value]) => timed({ op, field, value }));
const between = fc.tuple(keysOf(isAmount), amount, amount, is).chain(([field, a, b, yes]) => {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return timed({ op: 'between' as const, field, is: yes, from, to });
});
const within = fc
  .tuple(ofType('date'), fc.option(day), fc.option(day), is)
  .map(([field, a, b, yes]) => {
    const [from, to] = a && b ? ([a, b].toSorted() as [string, string]) : [a, b];
    return { op: 'within' as const, field, is: yes, from, to };
  });
const known = fc
  .tuple(fc.constantFrom(...keys), is)
  .chain(([field, yes]) => timed({ op: 'known' as const, field, is: yes }));
const text = fc
  .tuple(ofType('text'), is, fc.constantFrom('Xuhui', '浦东', 'Ltd.', '=x', '<!channel>'))
  .map(([field, yes, said]) => ({ op: 'text' as const, field, is: yes, text: said }));
const tiers = fc.option(fc.subarray([...fieldOf('tier').codes], { minLength: 1 }));
const moved = fc
  .record({ direction: fc.constantFrom('up', 'down', 'any'), is, from: tiers, to: tiers, span })
  .map(({ span: period, ...rest }) => ({
    ...{ op: 'moved' as const, field: 'tier' as const },
    ...{ ...rest, period },
  }));

const simple = fc.oneof(coded, only, flag, compared, between, within, known, text, moved);
const any = fc
  .array(simple, { minLength: 2, maxLength: 6 })
  .map((of) => ({ op: 'any' as const, of }));
const condition = fc.oneof(simple, any) as fc.Arbitrary<Condition>;
const several = fc.array(condition, { maxLength: CONDITIONS_MAX });

const times = fc.record(
  {
    asOf: day,
    period: span,
    versus: fc.oneof(
      day.map((asOf) => ({ asOf })),
      span.map((period) => ({ period })),
    ),
  },
  { requiredKeys: [] },
);

export const conditionPlan: fc.Arbitrary<QueryPlan> = fc
  .record({
    where: several,
    among: several,
    limit: fc.option(fc.integer({ min: 1, max: 1_000 })),
    times,
  })
  .map(({ where, among, limit, times: own }) => {
    const { versus, ...rest } = own;
    const then = versus && ('asOf' in versus || rest.period) ? { versus } : {};
    const base = among.length > 0 ? { among } : {};
    return queryPlanSchema.parse({ ...EMPTY_PLAN, where, limit, ...base, ...rest, ...then });
  });
