/** What a question asks, as plain data: the only thing that is ever run. It has no word that could widen a scope. */
import { z } from 'zod';
import { FIELD_KEYS } from './field-keys.ts';

export const CONDITIONS_MAX = 12;
export const GROUPS_MAX = 2;
export const SHOWN_MAX = 8;
export const LIMIT_MAX = 1_000;

const field = z.enum(FIELD_KEYS);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Money in units of the reporting currency, at most two decimals; days, counts and points as they are. */
const amount = z.number().min(-1e13).max(1e13);

/** `is: false` is the complement: "not high" includes the unknown. */
const codeCondition = z.strictObject({
  op: z.literal('in'),
  field,
  is: z.boolean(),
  codes: z.array(z.string().min(1).max(40)).min(1).max(20),
});
const flagCondition = z.strictObject({ op: z.literal('flag'), field, is: z.boolean() });
const amountCondition = z.strictObject({
  op: z.enum(['gte', 'gt', 'lte', 'lt', 'eq']),
  field,
  value: amount,
});
/** An amount between two others, both included. */
const betweenCondition = z.strictObject({
  op: z.literal('between'),
  field,
  is: z.boolean(),
  from: amount,
  to: amount,
});
/** A date within [from, to], null = open on that side; turned round, it includes "never". */
const periodCondition = z.strictObject({
  op: z.literal('within'),
  field,
  is: z.boolean(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
});

export const conditionSchema = z.discriminatedUnion('op', [
  codeCondition,
  flagCondition,
  amountCondition,
  betweenCondition,
  periodCondition,
]);
export type Condition = z.infer<typeof conditionSchema>;

export const measureSchema = z.strictObject({ of: z.enum(['sum', 'average']), field });
export type Measure = z.infer<typeof measureSchema>;

export const sortSchema = z.strictObject({ field, direction: z.enum(['asc', 'desc']) });
export type Sort = z.infer<typeof sortSchema>;

/** One client, named as the asker named it; looked up only among those the asker may see. */
export const clientReferenceSchema = z.strictObject({
  by: z.enum(['id', 'name']),
  text: z.string().min(1).max(80),
});
export type ClientReference = z.infer<typeof clientReferenceSchema>;

/**
 * - list: clients, with the fields in `show`; `sort` and `limit` make a top N
 * - count: how many; aggregate: `measures` over all of them; share: percentage of the book that matches
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

export const queryPlanSchema = z.strictObject({
  kind: z.enum(PLAN_KINDS),
  where: z.array(conditionSchema).max(CONDITIONS_MAX),
  groupBy: z.array(field).max(GROUPS_MAX),
  measures: z.array(measureSchema).max(4),
  show: z.array(field).max(SHOWN_MAX),
  sort: sortSchema.nullable(),
  limit: z.int().min(1).max(LIMIT_MAX).nullable(),
  client: clientReferenceSchema.nullable(),
});
export type QueryPlan = z.infer<typeof queryPlanSchema>;
