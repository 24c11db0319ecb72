/** The mapping language: what a mapping file may say. Its meaning is told in examples/README.md. */
import { z } from 'zod';
import { ENCODINGS } from '../source/open-text.ts';
import { TABLES } from '../tables.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** Text with `${name}` in it. */
const template = scalar;

const sourceFile = z.strictObject({
  /** The first of these that is there, with or without `.gz`. */
  path: z.union([
    z
      .string()
      .min(1)
      .transform((path) => [path]),
    z.array(z.string().min(1)).min(1),
  ]),
  /** Where it was not delivered, what comes from it is left out; otherwise its absence is an error. */
  optional: z.boolean().default(false),
  /** Where the path starts: in the bundle's folder, or beside the mapping file. */
  beside: z.enum(['bundle', 'mapping']).default('bundle'),
  separator: z.string().length(1).default(','),
  quote: z.string().length(1).nullable().default('"'),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  /** The last line may be incomplete and is then left out. */
  cut_short: z.boolean().default(false),
});

const condition = z.strictObject({
  value: template,
  is: z.array(scalar).optional(),
  not: z.array(scalar).optional(),
  /** true: takes numbers other than zero; false: only zero. An empty cell is zero. */
  not_zero: z.boolean().optional(),
  /** Takes values that are keys of this lookup. */
  in: z.string().optional(),
});

const value = z.union([
  template.transform((text) => ({ value: text })),
  z.strictObject({
    value: template,
    map: z.record(z.string(), scalar).optional(),
    /** What a value without an entry in `map` becomes; without it such a row is rejected. */
    otherwise: scalar.optional(),
    /** A pattern of YYYY, YY, MM, DD (the rest of the pattern is skipped), or czech_birth_number. */
    date: z.string().optional(),
    /** The first of the hundred years that YY can mean. */
    years_from: z.number().int().min(1800).max(2100).optional(),
    at_most: z.number().optional(),
  }),
]);

const lookup = z.strictObject({
  from: z.string(),
  key: template,
  where: z.array(condition).default([]),
  take: z.array(z.string()).default([]),
});

const join = z.strictObject({
  lookup: z.string(),
  key: template,
  missing: z.enum(['reject', 'skip', 'empty']).default('reject'),
});

const fileSource = z.strictObject({
  from: z.string(),
  join: z.record(z.string(), join).default({}),
  let: z.record(z.string(), value).default({}),
  each: z.array(z.record(z.string(), template)).optional(),
  where: z.array(condition).default([]),
  keep: z.enum(['first', 'last']).default('first'),
  /** Of balances: all there are on that day, so that an account without a row has nothing any more. */
  whole: z.boolean().default(false),
  columns: z.record(z.string(), value),
});
const constantSource = z.strictObject({ rows: z.array(z.record(z.string(), scalar)).min(1) });
const sources = z.array(z.union([constantSource, fileSource])).min(1);

export const mappingSchema = z.strictObject({
  /** The month, YYYY-MM, that `${period}` means where none is asked for. */
  period: z.string().optional(),
  files: z.record(z.string(), sourceFile).default({}),
  lookups: z.record(z.string(), lookup).default({}),
  /** Only for a ledger that begins with its accounts. */
  balances: z.literal('running_sum_of_transactions').nullable().default(null),
  tables: z.partialRecord(z.enum(TABLES), sources),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type MappedFile = Mapping['files'][string];
export type ConditionSpec = z.infer<typeof condition>;
export type ValueSpec = z.infer<typeof value>;
export type LookupSpec = z.infer<typeof lookup>;
export type JoinSpec = z.infer<typeof join>;
export type FileSource = z.infer<typeof fileSource>;
export type ConstantSource = z.infer<typeof constantSource>;
