/** Makes a plan of the parts of a question, or says which of them it has no use for. */
import { fieldOf } from '../catalog.ts';
import { FIELD_KEYS, type FieldKey } from '../field-keys.ts';
import {
  CONDITIONS_MAX,
  type Condition,
  type Measure,
  type QueryPlan,
  queryPlanSchema,
} from '../query-plan.ts';
import type { Item, ItemType } from './items.ts';
import { orderOf } from './order.ts';
import { countsClients, type Parts, partsOf } from './parts.ts';
import { EMPTY_PLAN } from './plans.ts';

/** `left` names what could not be used; `totalOrEach`: a sum or a column, the words allow both. */
export type Assembly =
  | { status: 'plan'; plan: QueryPlan }
  | { status: 'left'; left: Item[] }
  | { status: 'totalOrEach'; field: FieldKey; plan: QueryPlan };

const left = (...items: Item[]): Assembly => ({ status: 'left', left: items });

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Each condition once, in the catalog's order, so that the order of words does not matter. */
const inOrder = (conditions: readonly Condition[]): Condition[] => {
  const once = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]));
  const rank = ({ field }: Condition): number => FIELD_KEYS.indexOf(field);
  return [...once]
    .sort(([textA, a], [textB, b]) => rank(a) - rank(b) || (textA < textB ? -1 : 1))
    .map(([, condition]) => condition);
};

const conditionsOf = (parts: Parts): Condition[] =>
  inOrder([
    ...parts.conditions,
    ...parts.climbs.map(
      ({ tier }): Condition => ({ op: 'in', field: 'tier', is: true, codes: [tier] }),
    ),
  ]);

const itemsOf = (parts: Parts): Item[] => [
  ...parts.groups,
  ...parts.measures,
  ...parts.sorts,
  ...parts.ranks,
  ...parts.directions,
  ...parts.headcounts,
  ...parts.climbs,
];

/** One client: every field or code that is named is what is asked about it. */
const oneClient = (parts: Parts, items: readonly Item[]): Assembly => {
  const reference = parts.references[0];
  const strange = itemsOf(parts).filter(({ type }) => type !== 'measure');
  const doing = items.filter(({ type }) => type === 'howMany' || type === 'share');
  if (!reference || parts.references.length > 1) return left(...parts.references.slice(1));
  if (strange.length > 0 || doing.length > 0) return left(...strange, ...doing);
  const show = unique([
    ...parts.conditions.map(({ field }) => field),
    ...parts.fields.map(({ field }) => field),
    ...parts.shown,
    ...parts.measures.map(({ field }) => field),
  ]);
  const kind = parts.marks.has('why') ? 'explain' : 'client';
  const client = { by: reference.by, text: reference.text };
  return checked({ ...EMPTY_PLAN, kind, show, client }, items);
};

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

/** The share of the book that meets the conditions; which conditions make the whole must not be a guess. */
const share = (parts: Parts, items: readonly Item[]): Assembly => {
  const shares = items.filter(({ type }) => type === 'share');
  const others = [...itemsOf(parts), ...parts.fields];
  const where = conditionsOf(parts);
  const splits = items.findIndex(({ type }) => type === 'clients' || type === 'among');
  const sides = new Set(
    items.flatMap(({ type }, index) => (type === 'condition' ? [index > splits] : [])),
  );
  const among = parts.marks.has('among') && sides.size > 0;
  if (others.length > 0 || where.length === 0 || sides.size > 1 || among)
    return left(...shares, ...others);
  return checked({ ...EMPTY_PLAN, kind: 'share', where }, items);
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

const list = (parts: Parts, items: readonly Item[]): Assembly => {
  const { sort, limit, left: disordered } = orderOf(parts);
  const strange = [...disordered, ...beforeClients(items)];
  if (strange.length > 0) return left(...strange);
  const show = unique([...parts.shown, ...parts.fields.map(({ field }) => field)]);
  const plan = { ...EMPTY_PLAN, where: conditionsOf(parts), show, sort, limit };
  const [only] = parts.fields;
  if (only && parts.fields.length === 1 && fieldOf(only.field).type === 'money' && !sort)
    return { status: 'totalOrEach', field: only.field, plan };
  return checked(plan, items);
};

const checked = (plan: QueryPlan, items: readonly Item[]): Assembly => {
  if (plan.where.length > CONDITIONS_MAX || !queryPlanSchema.safeParse(plan).success)
    return left(...items.filter(({ type }) => type !== 'noise'));
  return { status: 'plan', plan };
};

/** "… clients and … clients" asks two questions; one plan would answer neither. */
const secondQuestion = (items: readonly Item[]): Item[] => {
  const told = items.filter(({ type }) => type !== 'noise');
  return told.filter(
    ({ type }, index) =>
      type === 'and' &&
      told[index - 1]?.type === 'clients' &&
      told.slice(index + 1).some((later) => later.type === 'clients') &&
      told.slice(0, index).some((earlier) => earlier.type === 'condition'),
  );
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

export const assemble = (items: readonly Item[]): Assembly => {
  const parts = partsOf(items);
  const unused = [...parts.left, ...secondQuestion(items)];
  if (unused.length > 0) return left(...unused);
  if (parts.references.length > 0) return oneClient(parts, items);
  const personal = items.filter(({ type }) => type === 'why' || type === 'brief');
  if (personal.length > 0) return left(...personal);
  if (!tells(parts)) return left(...items);
  if (parts.groups.length > 0) return groups(parts, items);
  if (parts.marks.has('share')) return share(parts, items);
  const counts = parts.marks.has('howMany') || countsClients(parts.marks);
  if (counts || parts.measures.length > 0) return aggregate(parts, items);
  return list(parts, items);
};
