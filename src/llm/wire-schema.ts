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

/** Strict mode wants every key: one that may be absent in a plan may be null in a reply. */
const strictProperties = (properties: Node, required: readonly string[]): Node =>
  Object.fromEntries(
    Object.entries(properties).map(([name, node]) => {
      const inner = strict(node);
      return [name, required.includes(name) ? inner : { anyOf: [inner, { type: 'null' }] }];
    }),
  );

const strictEntry = (node: Node, key: string): [string, unknown] => {
  const inner = node[key];
  if (key === 'properties')
    return [key, strictProperties(inner as Node, (node.required ?? []) as string[])];
  if (key === '$defs') return [key, strictProperties(inner as Node, Object.keys(inner as Node))];
  if (key === 'oneOf') return ['anyOf', strict(inner)];
  return key === 'const' ? ['enum', [inner]] : [key, strict(inner)];
};

const strict = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strict);
  if (!isNode(value)) return value;
  if (value.type === 'number' || value.type === 'integer') return NUMBER;
  if (value.type === 'string' && 'pattern' in value) return DAY;
  const entries = Object.keys(value)
    .filter((key) => !DROPPED.includes(key))
    .map((key) => strictEntry(value, key));
  const required = isNode(value.properties) ? { required: Object.keys(value.properties) } : {};
  return { ...Object.fromEntries(entries), ...required };
};

const PLAN_SCHEMA = z.toJSONSchema(replySchema, { reused: 'ref' });

export const WIRE_SCHEMA = strict(PLAN_SCHEMA) as Node;

const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
};

/** Keys that a plan leaves out where the reply says null. */
export const ABSENT_KEYS: ReadonlySet<string> = new Set(
  nodesOf(PLAN_SCHEMA).flatMap(({ type, properties, required }) => {
    if (type !== 'object' || !isNode(properties)) return [];
    const needed = (required ?? []) as string[];
    return Object.keys(properties).filter((key) => !needed.includes(key));
  }),
);

/** Every word that the schema itself offers: kinds, operators, fields, directions. */
export const SCHEMA_WORDS: ReadonlySet<string> = new Set(
  nodesOf(PLAN_SCHEMA).flatMap((node) =>
    [...((node.enum as unknown[]) ?? []), node.const].filter(
      (word): word is string => typeof word === 'string',
    ),
  ),
);
