/** What a question asks, as plain data: the only thing that is ever run. It has no word that could widen a scope. */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from './field-keys.ts';

export const CONDITIONS_MAX = 12;
export const ALTERNATIVES_MAX = 6;
export const GROUPS_MAX = 2;
export const SHOWN_MAX = 8;
export const LIMIT_MAX = 1_000;

const field = z.enum(FIELD_KEYS);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Money in units of the reporting currency, at most two decimals; days, counts and points as they are. */
const amount = z.number().min(-1e13).max(1e13);
const codes = z.array(z.string().min(1).max(40)).min(1).max(20);

/** Days, both ends included; `from` null = ever. */
export const spanSchema = z.strictObject({ from: isoDate.nullable(), to: isoDate });
export type Span = z.infer<typeof spanSchema>;

/** `asOf`: the day for a fact with a history, absent = the plan's; `period`: for a fact of a span of days. */
const when = { asOf: isoDate.optional(), period: spanSchema.optional() };

/** `is: false` is the complement: "not high" includes the unknown. */
const codeCondition = z.strictObject({
  op: z.literal('in'),
  field,
  is: z.boolean(),
  codes,
  ...when,
});
const flagCondition = z.strictObject({ op: z.literal('flag'), field, is: z.boolean(), ...when });
const amountCondition = z.strictObject({
  op: z.enum(['gte', 'gt', 'lte', 'lt', 'eq']),
  field,
  value: amount,
  ...when,
});
/** An amount between two others, both included. */
const betweenCondition = z.strictObject({
  op: z.literal('between'),
  field,
  is: z.boolean(),
  from: amount,
  to: amount,
  ...when,
});
/** A date within [from, to], null = open on that side; turned round, it includes "never". */
const periodCondition = z.strictObject({
  op: z.literal('within'),
  field,
  is: z.boolean(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
});
/** Whether the fact is recorded at all. */
const knownCondition = z.strictObject({ op: z.literal('known'), field, is: z.boolean(), ...when });
/** Free text that equals or contains the words: an industry, a manager's or a branch's name. */
const textCondition = z.strictObject({
  op: z.literal('text'),
  field,
  is: z.boolean(),
  text: z.string().min(1).max(80),
});
/** Some of these and no others. */
const onlyCondition = z.strictObject({
  op: z.literal('only'),
  field,
  is: z.boolean(),
  codes,
});
export const MOVES = ['up', 'down', 'any'] as const;
export type Move = (typeof MOVES)[number];
/** A change of the field decided within the period, from one of `from` to one of `to`; null = whichever. */
const movedCondition = z.strictObject({
  op: z.literal('moved'),
  field,
  is: z.boolean(),
  direction: z.enum(MOVES),
  from: codes.nullable(),
  to: codes.nullable(),
  period: spanSchema,
});

const simpleConditions = [
  codeCondition,
  onlyCondition,
  flagCondition,
  amountCondition,
  betweenCondition,
  periodCondition,
  knownCondition,
  textCondition,
  movedCondition,
] as const;
export const simpleConditionSchema = z.discriminatedUnion('op', [...simpleConditions]);
export type SimpleCondition = z.infer<typeof simpleConditionSchema>;

/** At least one of them holds. */
const anyCondition = z.strictObject({
  op: z.literal('any'),
  of: z.array(simpleConditionSchema).min(2).max(ALTERNATIVES_MAX),
});
export const conditionSchema = z.discriminatedUnion('op', [...simpleConditions, anyCondition]);
export type Condition = z.infer<typeof conditionSchema>;

/** The conditions that a condition is made of: itself, or its alternatives. */
export const simpleOf = (condition: Condition): readonly SimpleCondition[] =>
  condition.op === 'any' ? condition.of : [condition];

/** The facts that the conditions are about. */
export const fieldsIn = (where: readonly Condition[]): FieldKey[] => [
  ...new Set(where.flatMap(simpleOf).map(({ field: key }) => key)),
];

export const MEASURES = ['sum', 'average', 'median', 'min', 'max'] as const;
export const measureSchema = z.strictObject({ of: z.enum(MEASURES), field });
export type Measure = z.infer<typeof measureSchema>;

export const sortSchema = z.strictObject({ field, direction: z.enum(['asc', 'desc']) });
export type Sort = z.infer<typeof sortSchema>;

/** The earlier side of a comparison: the same question for another day or span. */
export const versusSchema = z.strictObject({
  asOf: isoDate.optional(),
  period: spanSchema.optional(),
});
export type Versus = z.infer<typeof versusSchema>;

export const SERIES_UNITS = ['month', 'quarter', 'year'] as const;
/** The figures at the end of each unit of a span of days, its last day included. */
export const seriesSchema = z.strictObject({
  unit: z.enum(SERIES_UNITS),
  from: isoDate,
  to: isoDate,
});
export type Series = z.infer<typeof seriesSchema>;

/** One client, named as the asker named it; looked up only among those the asker may see. */
export const clientReferenceSchema = z.strictObject({
  by: z.enum(['id', 'name']),
  text: z.string().min(1).max(80),
});
export type ClientReference = z.infer<typeof clientReferenceSchema>;

/**
 * - list: clients, with the fields in `show`; `sort` and `limit` make a top N
 * - count: how many; aggregate: `measures` over all of them
 * - share: percentage of the book, or of those in `among`, that matches, by heads or by the sum in `measures`;
 *   with `groupBy`, of each group
 * - groups: a count, and `measures`, for each code of `groupBy`
 * - client: facts of one client (`show` empty = the whole card); explain: why it has what `show` names
 */
export const PLAN_KINDS = [
  'list',
  'count',
  'aggregate',
  'share',
  'groups',
  'client',
  'explain',
] as const;

/**
 * `asOf`: the day of what is grouped, measured, sorted, shown and of conditions without their own; absent = D.
 * `period`: the span of what is measured, sorted or shown over a span. `versus`: compare with then. `series`: of
 * an aggregate, a count, a share or facts of one client, the figures at the end of each month of a span.
 */
export const queryPlanSchema = z.strictObject({
  kind: z.enum(PLAN_KINDS),
  where: z.array(conditionSchema).max(CONDITIONS_MAX),
  groupBy: z.array(field).max(GROUPS_MAX),
  measures: z.array(measureSchema).max(4),
  show: z.array(field).max(SHOWN_MAX),
  sort: sortSchema.nullable(),
  limit: z.int().min(1).max(LIMIT_MAX).nullable(),
  client: clientReferenceSchema.nullable(),
  among: z.array(conditionSchema).max(CONDITIONS_MAX).optional(),
  asOf: isoDate.optional(),
  period: spanSchema.optional(),
  versus: versusSchema.optional(),
  series: seriesSchema.optional(),
});
export type QueryPlan = z.infer<typeof queryPlanSchema>;
