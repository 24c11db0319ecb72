/** Sorts joined items into what a plan is made of and what nothing has used. */
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import { type Condition, fieldsIn } from '../query-plan.ts';
import type { Item, ItemOf, ItemType } from './items.ts';

export type Parts = {
  conditions: Condition[];
  fields: ItemOf<'field'>[];
  shown: FieldKey[];
  sorts: ItemOf<'sort'>[];
  ranks: ItemOf<'rank'>[];
  directions: ItemOf<'direction'>[];
  headcounts: ItemOf<'headcount'>[];
  groups: ItemOf<'group'>[];
  measures: ItemOf<'measure'>[];
  climbs: ItemOf<'climb'>[];
  references: ItemOf<'reference'>[];
  days: ItemOf<'asOf'>[];
  spans: ItemOf<'over'>[];
  comparisons: ItemOf<'versus'>[];
  series: ItemOf<'series'>[];
  marks: ReadonlySet<ItemType>;
  /** Items that carry meaning and that no rule could use. */
  left: Item[];
};

/** Left alone, these carry no constraint. */
const WEIGHTLESS: ReadonlySet<ItemType> = new Set<ItemType>([
  'noise',
  'pause',
  'clients',
  'counter',
  'and',
  'has',
  'among',
  'thisClient',
  'now',
  'make',
  'which',
  'whole',
  'both',
  'moved',
  'also',
  'amongst',
  'theOne',
  'holders',
  'whatDo',
]);

/** These shape the kind of plan. */
const SHAPING: ReadonlySet<ItemType> = new Set<ItemType>(['howMany', 'share', 'why', 'brief']);

/** 有多少沉睡客户 counts clients, where no amount is named. */
export const countsClients = (said: ReadonlySet<ItemType>): boolean =>
  said.has('howMuch') &&
  (said.has('clients') || said.has('among') || said.has('condition')) &&
  !said.has('field') &&
  !said.has('measure');

const isPast = (item: Item): boolean =>
  item.type === 'asOf' ||
  (item.type === 'condition' &&
    item.conditions.some(
      (condition) =>
        condition.op === 'moved' ||
        condition.op === 'within' ||
        ('asOf' in condition && condition.asOf) ||
        ('period' in condition && condition.period),
    ));

/** "Were key and joined in 2018": what was so then is not bound to a day. */
const isPresent = (items: readonly Item[]): boolean => {
  const told = items.filter(({ type }) => type !== 'noise');
  const next = told[told.findIndex(({ type }) => type === 'was') + 1];
  return (
    next?.type === 'condition' &&
    !isPast(next) &&
    !items.some(({ type }) => type === 'asOf') &&
    fieldsIn(next.conditions).some((field) => fieldOf(field).takes === 'day')
  );
};

/** "How much do they hold", "what do they hold in total": all that they hold. */
export const asksWhatIsHeld = (said: ReadonlySet<ItemType>): boolean =>
  (said.has('amountOf') ||
    (said.has('inTotal') && !said.has('howMany')) ||
    (said.has('whatDo') && said.has('together'))) &&
  said.has('has') &&
  !said.has('field') &&
  !said.has('measure');

/** Beside these "in total" says nothing more. */
const TOTALLED: readonly ItemType[] = [
  'howMany',
  'measure',
  'group',
  'reference',
  'share',
  'field',
];

/** "What do they hold": a sum or what each of them holds. */
export const asksWhoHoldsWhat = (said: ReadonlySet<ItemType>): boolean =>
  said.has('whatDo') &&
  said.has('has') &&
  !['field', 'measure', 'reference', 'shown', 'howMany'].some((type) => said.has(type as ItemType));

/** "How did deposits change over …", "total AUM from …" */
const ofFigures = (said: ReadonlySet<ItemType>): ItemType[] => [
  ...(said.has('over') ? (['changed'] as const) : []),
  ...(said.has('measure') ? (['dateEdge'] as const) : []),
];

/** Words that another word of the question has use for: "sort … by AUM", "why … moved up". */
const spoken = (items: readonly Item[]): ReadonlySet<ItemType> => {
  const said = new Set(items.map(({ type }) => type));
  return new Set<ItemType>([
    ...(said.has('sort') ? (['sorted'] as const) : []),
    ...(said.has('why') ? WHY_WORDS : []),
    ...((said.has('measure') && said.has('clients')) || said.has('group')
      ? (['each'] as const)
      : []),
    ...(asksWhatIsHeld(said) ? (['amountOf', 'inTotal', 'together'] as const) : []),
    ...(TOTALLED.some((type) => said.has(type)) ? (['inTotal'] as const) : []),
    ...ofFigures(said),
    ...(countsClients(said) ? (['howMuch'] as const) : []),
    ...(said.has('reference')
      ? (['howMuch', 'amountOf', 'was', 'event', 'dateEdge'] as const)
      : []),
    ...(said.has('share') ? (['howMuch', 'amountOf', 'outOf'] as const) : []),
    ...(said.has('versus') ? (['changed', 'howMuch', 'amountOf', 'versusWord'] as const) : []),
    ...(said.has('series') ? (['changed', 'howMuch', 'amountOf', 'was'] as const) : []),
    ...(items.some(isPast) && !isPresent(items) ? (['was'] as const) : []),
  ]);
};

const WHY_WORDS = [
  'grouped',
  'moved',
  'to',
  'was',
  'move',
  'dropped',
  'dateEdge',
  'has',
  'not',
  'relative',
  'differs',
  'went',
] as const;

const USED: readonly ItemType[] = [
  'condition',
  'field',
  'shown',
  'sort',
  'rank',
  'direction',
  'headcount',
  'group',
  'measure',
  'climb',
  'reference',
  'asOf',
  'over',
  'versus',
  'series',
];
const used: ReadonlySet<ItemType> = new Set(USED);

const all = <T extends ItemType>(items: readonly Item[], type: T): ItemOf<T>[] =>
  items.filter((item): item is ItemOf<T> => item.type === type);

const leftOf = (items: readonly Item[]): Item[] => {
  const weightless = spoken(items);
  return items.filter(
    ({ type }) =>
      !WEIGHTLESS.has(type) && !SHAPING.has(type) && !used.has(type) && !weightless.has(type),
  );
};

export const partsOf = (items: readonly Item[]): Parts => ({
  conditions: all(items, 'condition').flatMap(({ conditions }) => conditions),
  fields: all(items, 'field'),
  shown: all(items, 'shown').flatMap(({ fields }) => fields),
  sorts: all(items, 'sort'),
  ranks: all(items, 'rank'),
  directions: all(items, 'direction'),
  headcounts: all(items, 'headcount'),
  groups: all(items, 'group'),
  measures: all(items, 'measure'),
  climbs: all(items, 'climb'),
  references: all(items, 'reference'),
  days: all(items, 'asOf'),
  spans: all(items, 'over'),
  comparisons: all(items, 'versus'),
  series: all(items, 'series'),
  marks: new Set(items.map(({ type }) => type)),
  left: leftOf(items),
});
