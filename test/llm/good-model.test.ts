/** A model that plans well, served by a mock of the whole API. */
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Condition } from '../../src/query/query-plan.ts';
import { planWith } from '../query/context.ts';
import { askAt } from './asking.ts';
import { replyOf } from './model-server.ts';

const DORMANT: Condition = { op: 'in', field: 'activity', is: true, codes: ['dormant'] };

const mock = new LLMock({ port: 0 });
const say = (pattern: RegExp, plan: object) => mock.onMessage(pattern, { content: replyOf(plan) });

beforeAll(async () => {
  say(/snoozing/, {
    where: [
      { op: 'in', field: 'activity', is: true, codes: ['dormant'], asOf: null, period: null },
      { op: 'gt', field: 'deposits', value: 'NUMBER_1', asOf: null, period: null },
    ],
  });
  say(/打盹/, {
    where: [
      { op: 'in', field: 'activity', is: true, codes: ['dormant'], asOf: null, period: null },
    ],
    sort: { field: 'aum', direction: 'desc' },
    limit: 'NUMBER_1',
  });
  say(/joined us/, {
    kind: 'count',
    where: [
      { op: 'within', field: 'onboardedOn', is: true, from: 'PERIOD_1.start', to: 'PERIOD_1.end' },
    ],
  });
  say(/CLIENT_1/, {
    kind: 'client',
    show: ['deposits'],
    client: { by: 'name', text: 'CLIENT_1' },
  });
  say(/gimme/, { where: [DORMANT] });
  say(/premier/, {
    where: [
      { op: 'in', field: 'tier', is: true, codes: ['premier'], asOf: null, period: null },
      { op: 'in', field: 'activity', is: true, codes: ['dormant'], asOf: null, period: null },
    ],
    sort: { field: 'aum', direction: 'desc' },
  });
  mock.onMessage(/favourite colour/, { content: '{"outcome":"unsupported","plan":null}' });
  await mock.start();
});
afterAll(() => mock.stop());

const ask = (question: string) => askAt(`${mock.url}/v1`, question);

test('words that only the model knows give a reading to ask about, with the question’s own numbers', async () => {
  expect(await ask('snoozing punters with over 500k in deposits')).toEqual({
    kind: 'reading',
    plan: planWith({ where: [{ op: 'gt', field: 'deposits', value: 500_000 }, DORMANT] }),
  });
});

test('a Chinese question is planned too', async () => {
  expect(await ask('打盹的客户，资产最高的前5名')).toEqual({
    kind: 'reading',
    plan: planWith({ where: [DORMANT], sort: { field: 'aum', direction: 'desc' }, limit: 5 }),
  });
});

test('spans of days are the grammar’s, counted from the business date', async () => {
  expect(await ask('what number of people joined us since January')).toMatchObject({
    plan: {
      kind: 'count',
      where: [{ op: 'within', field: 'onboardedOn', from: '2019-01-01', to: '2019-09-30' }],
    },
  });
});

test('a client comes back by the name that never left', async () => {
  expect(await ask('How is Zhang Wei doing with deposits lately, trend wise')).toMatchObject({
    kind: 'reading',
    plan: { kind: 'client', show: ['deposits'], client: { by: 'name', text: 'Zhang Wei' } },
  });
});

test('a plan that holds every word of the question, and nothing else, may be run', async () => {
  expect(await ask('premier clients, dormant, biggest')).toEqual({
    kind: 'plan',
    plan: planWith({
      where: [{ op: 'in', field: 'tier', is: true, codes: ['premier'] }, DORMANT],
      sort: { field: 'aum', direction: 'desc' },
    }),
  });
});

test('talk without content does not stand in the way, whatever it is', async () => {
  expect(await ask('gimme the dormant punters, mate')).toEqual({
    kind: 'plan',
    plan: planWith({ where: [DORMANT] }),
  });
});

test('what cannot be planned is unsupported', async () => {
  expect(await ask('which clients have a favourite colour')).toEqual({ kind: 'unsupported' });
});
