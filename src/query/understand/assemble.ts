/** Makes a plan of the parts of a question, or says which of them it has no use for. */
import type { BusinessDate } from '../../domain/business-date.ts';
import { balanceOfLine, fieldCan, fieldOf } from '../catalog.ts';
import { inOrder } from '../condition-order.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Condition, Measure } from '../query-plan.ts';
import { oneClient } from './assemble-client.ts';
import { type Assembly, checked, itemsOf, left, unique } from './assembly.ts';
import { lacksItsSpan } from './bind-times.ts';
import type { Item, ItemType } from './items.ts';
import { orderOf } from './order.ts';
import { asksWhatIsHeld, asksWhoHoldsWhat, countsClients, type Parts, partsOf } from './parts.ts';
import { EMPTY_PLAN } from './plans.ts';
import { sidesOf } from './share-sides.ts';
import { withTimes } from './times.ts';
import { oppositeMoves, secondCount, secondQuestion, tangled } from './unclear.ts';

/** What is said twice is one condition. */
const once = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((one) => [JSON.stringify(one), one])).values(),
];

const conditionsOf = (parts: Parts): Condition[] =>
  inOrder(
    once([
      ...parts.conditions,
      ...parts.climbs.map(
        ({ tier }): Condition => ({ op: 'in', field: 'tier', is: true, codes: [tier] }),
      ),
    ]),
  );

const measuresOf = (parts: Parts): Measure[] => [
  ...new Map(
    parts.measures.map(({ of, field }): [string, Measure] => [`${of} ${field}`, { of, field }]),
  ).values(),
];

const groups = (parts: Parts, items: readonly Item[]): Assembly => {
  const order = itemsOf(parts).filter(({ type }) => type !== 'group' && type !== 'measure');
  const fields = unique(parts.groups.flatMap((group) => group.fields));
  const measures = [
    ...measuresOf(parts),
    ...parts.fields
      .filter(({ field }) => fieldOf(field).type === 'money')
      .map(({ field }): Measure => ({ of: 'sum', field })),
  ];
  const others = parts.fields.filter(({ field }) => fieldOf(field).type !== 'money');
  const doubled = measures.length > new Set(measures.map(({ field }) => field)).size;
  if (order.length + others.length + parts.shown.length > 0 || parts.marks.has('share') || doubled)
    return left(
      ...order,
      ...others,
      ...items.filter(({ type }) => isAny(type, ['shown', 'share'])),
    );
  const where = conditionsOf(parts);
  return checked({ ...EMPTY_PLAN, kind: 'groups', where, groupBy: fields, measures }, items);
};

const isAny = (type: ItemType, types: readonly ItemType[]): boolean => types.includes(type);

const share = (parts: Parts, items: readonly Item[]): Assembly => {
  const shares = items.filter(({ type }) => type === 'share');
  const money = [...parts.fields, ...parts.measures].map(({ field }) => field);
  const groupBy = unique(parts.groups.flatMap((group) => group.fields));
  const others = itemsOf(parts).filter(({ type }) => type !== 'group' && type !== 'measure');
  const sides = sidesOf(items);
  const figures = unique(money);
  const spoiled =
    others.length > 0 ||
    figures.length > 1 ||
    figures.some((field) => !fieldCan(field, 'measure')) ||
    parts.measures.some(({ of }) => of !== 'sum');
  if (!sides || sides.part.length === 0 || spoiled) return left(...shares, ...others);
  const where = sides.part;
  const measures = figures.map((field): Measure => ({ of: 'sum', field }));
  const among = sides.among.length > 0 ? { among: sides.among } : {};
  return checked({ ...EMPTY_PLAN, kind: 'share', where, groupBy, measures, ...among }, items);
};

const aggregate = (parts: Parts, items: readonly Item[]): Assembly => {
  const order = itemsOf(parts).filter(({ type }) => type !== 'measure');
  const others = [...order, ...parts.fields, ...items.filter(({ type }) => type === 'shown')];
  if (others.length > 0) return left(...others);
  const measures = measuresOf(parts);
  const kind = measures.length > 0 ? 'aggregate' : 'count';
  const doubled = measures.length > new Set(measures.map(({ field }) => field)).size;
  if (doubled) return left(...parts.measures);
  return checked({ ...EMPTY_PLAN, kind, where: conditionsOf(parts), measures }, items);
};

/** "AUM clients" names no column: a field right before the noun would have to be a condition. */
const beforeClients = (items: readonly Item[]): Item[] =>
  items.filter((item, index) => {
    const next = items[index + 1];
    return item.type === 'field' && next?.type === 'clients';
  });

/** "Largest fund holders" hold the most of that. */
const heldMost = ({ marks, conditions }: Parts): FieldKey => {
  const lines = conditions.flatMap((one) =>
    one.op === 'in' && one.field === 'productLines' && one.is ? one.codes : [],
  );
  const [line, ...others] = lines;
  const held = marks.has('holders') && line && others.length === 0 ? balanceOfLine(line) : null;
  return held ?? 'aum';
};

const list = (parts: Parts, items: readonly Item[]): Assembly => {
  const { sort, limit, left: disordered } = orderOf(parts, heldMost(parts));
  const strange = [...disordered, ...beforeClients(items)];
  if (strange.length > 0) return left(...strange);
  const show = unique([...parts.shown, ...parts.fields.map(({ field }) => field)]);
  const plan = { ...EMPTY_PLAN, where: conditionsOf(parts), show, sort, limit };
  const whole = parts.marks.has('whole');
  const [only] = parts.fields;
  if (only && whole && parts.fields.length === 1 && fieldOf(only.field).type === 'money' && !sort)
    return checked(
      {
        ...EMPTY_PLAN,
        kind: 'aggregate',
        where: plan.where,
        measures: [{ of: 'sum', field: only.field }],
      },
      items,
    );
  if (only && parts.fields.length === 1 && fieldOf(only.field).type === 'money' && !sort)
    return { status: 'totalOrEach', field: only.field, plan };
  return checked(plan, items);
};

const TELLING: readonly ItemType[] = [
  'clients',
  'condition',
  'howMany',
  'climb',
  'sort',
  'rank',
  'headcount',
];

const tells = (parts: Parts): boolean =>
  TELLING.some((type) => parts.marks.has(type)) ||
  parts.groups.length + parts.measures.length + parts.fields.length > 0;

const isSummed = (field: FieldKey): boolean =>
  fieldOf(field).type === 'money' ||
  (fieldOf(field).takes === 'period' && fieldOf(field).type === 'count');

/** A figure that is compared, or told month by month, is a sum: "compare deposits with the end of June". */
const comparedParts = (parts: Parts): Parts => {
  const sums = parts.fields.filter(({ field }) => isSummed(field));
  const timed = parts.comparisons.length + parts.series.length;
  if (timed === 0 || sums.length !== parts.fields.length) return parts;
  const measures = sums.map(
    ({ field, start, end }): Item => ({ type: 'measure', of: 'sum', field, start, end }),
  );
  return {
    ...parts,
    fields: [],
    measures: [...parts.measures, ...(measures as Parts['measures'])],
  };
};

/** "How much do my dormant clients hold?" */
const heldParts = (parts: Parts): Parts => {
  const aum = { field: 'aum', start: 0, end: 0 } as const;
  if (asksWhatIsHeld(parts.marks))
    return { ...parts, measures: [{ type: 'measure', of: 'sum', ...aum }] };
  return asksWhoHoldsWhat(parts.marks) ? { ...parts, fields: [{ type: 'field', ...aum }] } : parts;
};

const timesOf = ({ days, spans, comparisons, series }: Parts): Item[] => [
  ...days,
  ...spans,
  ...comparisons,
  ...series,
];

const timed = (assembly: Assembly, parts: Parts, on: BusinessDate): Assembly => {
  if (assembly.status === 'left') return assembly;
  const plan = withTimes(assembly.plan, parts, on);
  return plan ? { ...assembly, plan } : left(...timesOf(parts));
};

export const assemble = (items: readonly Item[], on: BusinessDate): Assembly => {
  const parts = heldParts(comparedParts(partsOf(items)));
  return timed(assembleParts(items, parts), parts, on);
};

/** "Compare my book with Emily Carter's": whom the words name is said, not only that they compare. */
const otherBook = ({ left: unused, references }: Parts): Item[] =>
  unused.some(({ type }) => type === 'versusWord') ? references : [];

const assembleParts = (items: readonly Item[], parts: Parts): Assembly => {
  const over = parts.spans.length + parts.series.length > 0;
  const why = parts.marks.has('why') && parts.references.length > 0;
  const spanless = why ? [] : items.filter((item) => lacksItsSpan(item, over));
  const unclear = [...secondCount(items), ...secondQuestion(items), ...tangled(items)];
  const unused = [...parts.left, ...spanless, ...unclear, ...otherBook(parts)];
  const opposite = unused.length === 0 ? oppositeMoves(items) : [];
  if (unused.length + opposite.length > 0) return left(...unused, ...opposite);
  if (parts.references.length > 0) return oneClient(parts, items);
  const personal = items.filter(({ type }) => type === 'why' || type === 'brief');
  if (personal.length > 0) return left(...personal);
  if (!tells(parts)) return left(...items);
  if (parts.marks.has('share')) return share(parts, items);
  if (parts.groups.length > 0) return groups(parts, items);
  const counts = parts.marks.has('howMany') || countsClients(parts.marks);
  if (counts || parts.measures.length > 0) return aggregate(parts, items);
  return list(parts, items);
};
