import { expect, test } from 'vitest';
import { extractJson } from '../../src/llm/extract-json.ts';

test.each([
  ['{"a":1}', { a: 1 }],
  ['```json\n{"a":1}\n```', { a: 1 }],
  ['```\n{"a":1}', { a: 1 }],
  ['<think>{"b":2}</think>{"a":1}', { a: 1 }],
  ['<THINK>{"b":2}</THINK> {"a":1}', { a: 1 }],
  ['{"b":2} …</think>{"a":1}', { a: 1 }],
  ['Here: {"a":"}{"} ok', { a: '}{' }],
  ['{"a":"\\"}"}', { a: '"}' }],
  ['{oops} {"a":1}', { a: 1 }],
  ['{"a":1}{"b":2}', { a: 1 }],
  ['\uFEFF{"a":1}', { a: 1 }],
])('%j holds %j', (reply, value) => {
  expect(extractJson(reply)).toEqual(value);
});

test.each(['', 'no', '42', '{"a":', '<think>{"a":1}', '{', '}', 'null', "{'a':1}"])(
  '%j holds nothing',
  (reply) => {
    expect(extractJson(reply)).toBeNull();
  },
);

test.each([
  ['brackets that never close', '{"a":'.concat('['.repeat(250_000))],
  ['objects within objects', '{"a":'.repeat(50_000).concat('1', '}'.repeat(50_000))],
  ['thoughts within thoughts', '<think>'.repeat(35_000)],
  ['quotes', '{"'.repeat(100_000)],
])('%s, which would keep a backtracking reader for hours, give nothing', (_, reply) => {
  expect(extractJson(reply)).toBeNull();
});
