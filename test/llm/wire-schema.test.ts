/** The schema is one that a strict endpoint takes, and it offers no more than a plan can hold. */
import { expect, test } from 'vitest';
import { EXAMPLES } from '../../src/llm/examples.ts';
import { SYSTEM_PROMPT } from '../../src/llm/prompt.ts';
import { readBack } from '../../src/llm/read-back.ts';
import type { Redacted } from '../../src/llm/redact.ts';
import { readReply } from '../../src/llm/wire-plan.ts';
import { SCHEMA_WORDS, WIRE_SCHEMA } from '../../src/llm/wire-schema.ts';
import { CATALOG } from '../../src/query/catalog.ts';
import { FIELD_KEYS } from '../../src/query/field-keys.ts';
import { CONTEXT } from '../query/context.ts';

type Node = Record<string, unknown>;
const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
};
const NODES = nodesOf(WIRE_SCHEMA);

/** What strict mode takes; a new keyword has to be looked up before it is added. */
const TAKEN = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'anyOf',
  'description',
  '$ref',
  '$defs',
]);

test('it has an object at the root and no keyword that strict mode refuses', () => {
  expect(WIRE_SCHEMA.type).toBe('object');
  const maps = new Set(NODES.flatMap(({ properties, $defs }) => [properties, $defs]));
  const keywords = NODES.filter((node) => !maps.has(node)).flatMap(Object.keys);
  expect(keywords.filter((key) => !TAKEN.has(key))).toEqual([]);
});

test('every object names all its keys as required and allows no other', () => {
  const objects = NODES.filter(({ type }) => type === 'object');
  expect(objects.length).toBeGreaterThan(5);
  for (const node of objects) {
    expect(node.additionalProperties).toBe(false);
    expect(node.required).toEqual(Object.keys(node.properties as Node));
  }
});

test('every reference leads somewhere', () => {
  const known = Object.keys((WIRE_SCHEMA.$defs ?? {}) as Node).map((name) => `#/$defs/${name}`);
  const used = NODES.flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
  expect(used.filter((ref) => !known.includes(ref))).toEqual([]);
});

test('it stays within the sizes that endpoints state: 1,000 words, 5,000 properties, 10 levels', () => {
  const words = NODES.flatMap((node) => (Array.isArray(node.enum) ? node.enum : []));
  expect(words.length).toBeLessThanOrEqual(1_000);
  const properties = NODES.flatMap((node) => Object.keys((node.properties ?? {}) as Node));
  expect(properties.length).toBeLessThanOrEqual(5_000);
});

test('it has a word for every field and none for a scope', () => {
  expect(FIELD_KEYS.filter((key) => !SCHEMA_WORDS.has(key))).toEqual([]);
  const text = JSON.stringify(WIRE_SCHEMA);
  for (const word of ['rm_id', 'managerId', 'branchId', 'scope', 'actor', 'sql'])
    expect(text).not.toContain(word);
});

test('the prompt tells of every field, with both names and all codes', () => {
  for (const { key, name, codes } of CATALOG)
    for (const word of [key, name.en, name.zh, ...codes]) expect(SYSTEM_PROMPT).toContain(word);
});

const READABLE: Redacted = {
  text: '',
  items: [],
  strange: true,
  literals: [
    { ref: 'NUMBER_1', kind: 'number', value: 500_000, op: 'gt' },
    { ref: 'NUMBER_2', kind: 'number', value: 5, op: null },
    { ref: 'PERIOD_1', kind: 'period', from: '2019-07-01', to: '2019-09-30' },
  ],
};

test.each(EXAMPLES)('the example reply to “$question” is a good one', ({ reply }) => {
  const read = readReply(JSON.parse(reply), READABLE);
  expect(read.kind).not.toBe('unusable');
  if (read.kind === 'plan') expect(readBack(read.plan, CONTEXT)).not.toBeNull();
});
