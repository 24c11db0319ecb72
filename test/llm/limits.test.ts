/** What one person may use of the model on a day. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPlanner } from '../../src/llm/plan-question.ts';
import { clockAt, plannerAt, requestOf } from './asking.ts';
import { createMemorySpend } from './memory-spend.ts';
import { type ModelServer, sendText, startModelServer } from './model-server.ts';

const UNSUPPORTED = '{"outcome":"unsupported","plan":null}';
const QUESTION = 'snoozing punters';
const LIMIT = { kind: 'unavailable', why: 'limit' };

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer((response) => sendText(response, UNSUPPORTED));
});
afterEach(() => server.close());

test('without settings there is no planner', () => {
  const parts = { now: clockAt('2026-11-21T08:00:00Z').now, spend: createMemorySpend() };
  expect(createPlanner(null, parts)).toBeNull();
});

test('calls are counted a person and day, and the last one counts', async () => {
  const clock = clockAt('2026-11-21T08:00:00Z');
  const planner = plannerAt(server.url, { callsPerDayMax: 2 }, clock);
  const ask = (actorKey: string) => planner(requestOf(QUESTION, { actorKey }));
  expect(await ask('a')).toEqual({ kind: 'unsupported' });
  expect(await ask('a')).toEqual({ kind: 'unsupported' });
  expect(await ask('a')).toEqual(LIMIT);
  expect(server.received).toHaveLength(2);
  expect(await ask('b')).toEqual({ kind: 'unsupported' });
  clock.add(24 * 60 * 60);
  expect(await ask('a')).toEqual({ kind: 'unsupported' });
});

test('many at once cannot take more calls than there are', async () => {
  const planner = plannerAt(server.url, { callsPerDayMax: 3 });
  const planned = await Promise.all(Array.from({ length: 10 }, () => planner(requestOf(QUESTION))));
  expect(planned.filter(({ kind }) => kind === 'unsupported')).toHaveLength(3);
  expect(server.received).toHaveLength(3);
});

test('the repair is a call of its own', async () => {
  const chatty = await startModelServer((response) => sendText(response, 'hello'));
  const planner = plannerAt(chatty.url, { callsPerDayMax: 1 });
  expect(await planner(requestOf(QUESTION))).toEqual(LIMIT);
  expect(chatty.received).toHaveLength(1);
  await chatty.close();
});

test('tokens are weighed by what was said, whatever the endpoint claims', async () => {
  const planner = plannerAt(server.url, { tokensPerDayMax: 100 });
  expect(await planner(requestOf(QUESTION))).toEqual({ kind: 'unsupported' });
  expect(await planner(requestOf(QUESTION))).toEqual(LIMIT);
});

test('a spent purse says nothing about the endpoint', async () => {
  const spend = createMemorySpend();
  const planner = plannerAt(server.url, { callsPerDayMax: 1 }, { spend });
  for (const _ of [1, 2, 3, 4, 5]) await planner(requestOf(QUESTION, { actorKey: 'a' }));
  expect(await planner(requestOf(QUESTION, { actorKey: 'b' }))).toEqual({ kind: 'unsupported' });
});
