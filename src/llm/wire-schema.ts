/** The reply's JSON schema, derived from the plan's: strict, without limits, with references in place of literals. */
import { z } from 'zod';
import { queryPlanSchema } from '../query/query-plan.ts';

export const replySchema = z.strictObject({
  outcome: z.enum(['plan', 'unsupported']),
  plan: queryPlanSchema.nullable(),
});

type Node = { [key: string]: unknown };

/** Strict mode knows none of these; zod enforces them when the reply is here. */
const DROPPED: readonly string[] = [
  '$schema',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'format',
  'default',
];

const NUMBER = { type: 'string', description: 'NUMBER_n, or DURATION_n for its days' };
const DAY = {
  type: 'string',
  description: 'PERIOD_n.start, PERIOD_n.end, DURATION_n.start or DURATION_n.end',
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const eachOf = (nodes: unknown): Node =>
  Object.fromEntries(Object.entries(nodes as Node).map(([name, node]) => [name, strict(node)]));

const strict = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strict);
  if (!isNode(value)) return value;
  if (value.type === 'number' || value.type === 'integer') return NUMBER;
  if (value.type === 'string' && 'pattern' in value) return DAY;
  const entries = Object.entries(value)
    .filter(([key]) => !DROPPED.includes(key))
    .map(([key, inner]): [string, unknown] => {
      if (key === 'properties' || key === '$defs') return [key, eachOf(inner)];
      if (key === 'oneOf') return ['anyOf', strict(inner)];
      return key === 'const' ? ['enum', [inner]] : [key, strict(inner)];
    });
  return Object.fromEntries(entries);
};

export const WIRE_SCHEMA = strict(z.toJSONSchema(replySchema)) as Node;
