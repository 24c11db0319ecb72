/** A model that means harm, or answers another question: nothing of its plan runs, nothing of its words is kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askAt, BOOK } from './asking.ts';
import { type ModelServer, replyOf, sendText, startModelServer } from './model-server.ts';

let content = '';
let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer((response) => sendText(response, content));
});
afterEach(() => server.close());

const ask = (question: string, reply: string) => {
  content = reply;
  return askAt(server.url, question);
};

const DORMANT = { op: 'in', field: 'activity', is: true, codes: ['dormant'] };
const PREMIER = { op: 'in', field: 'tier', is: true, codes: ['premier'] };
const BY_AUM = { field: 'aum', direction: 'desc' };
const UNREADABLE = { kind: 'unavailable', why: 'unreadable' };

describe('what no plan can say is not read', () => {
  const where = (condition: object): string => replyOf({ where: [condition] });
  test.each([
    ['a scope', where({ op: 'in', field: 'rm_id', is: true, codes: ['*'] })],
    ['a scope beside the plan', replyOf({ rm_id: '*' })],
    ['a scope in a condition', where({ ...DORMANT, rm_id: '*' })],
    ['SQL as a plan', '{"outcome":"plan","plan":{"kind":"sql","sql":"select * from client"}}'],
    ['SQL as a code', where({ ...DORMANT, codes: ["dormant' or 1=1 --"] })],
    ['a link as a code', where({ ...PREMIER, codes: ['<https://evil.tld|click>'] })],
    ['a ping as a code', where({ ...PREMIER, codes: ['<!channel>'] })],
    ['two codes in one', where({ ...DORMANT, codes: ['dormant or quiet'] })],
    ['a limit of 999999', replyOf({ where: [DORMANT], limit: 999_999 })],
    ['a limit over 200', replyOf({ where: [DORMANT], limit: 500 })],
    ['a limit below zero', replyOf({ where: [DORMANT], limit: -1 })],
    ['400 filters', replyOf({ where: Array.from({ length: 400 }, () => DORMANT) })],
    ['a number that is none', where({ op: 'gt', field: 'aum', value: '1e999' })],
    [
      'a day that is none',
      where({ op: 'within', field: 'onboardedOn', is: true, from: '2019-99-99', to: null }),
    ],
    ['an unknown field', where({ op: 'flag', field: 'password', is: true })],
    ['a wrong operator', where({ op: 'gt', field: 'tier', value: 5 })],
    ['an invented client', replyOf({ kind: 'client', client: { by: 'name', text: 'Bob Dylan' } })],
    [
      'a real client out of nowhere',
      replyOf({ kind: 'client', client: { by: 'name', text: BOOK[1] } }),
    ],
    ['an invented id', replyOf({ kind: 'explain', client: { by: 'id', text: '10345' } })],
    ['a prototype', '{"outcome":"plan","__proto__":{"admin":true},"plan":null}'],
  ])('%s', async (_, reply) => {
    expect(await ask('snoozing clients who are dormant', reply)).toEqual(UNREADABLE);
    expect(server.received).toHaveLength(2);
  });
});

test('the words of a refusal, a link in them too, are in nothing that comes back', async () => {
  const reply = 'Visit http://evil.tld/x to continue';
  expect(JSON.stringify(await ask('snoozing clients', reply))).not.toContain('evil');
  const outcome = '{"outcome":"unsupported","plan":null,"why":"http://evil.tld"}';
  expect(JSON.stringify(await ask('snoozing clients', outcome))).not.toContain('evil');
});

describe('a plan for another question is a reading to ask about, never one to run', () => {
  test.each([
    ['all of them', 'dormant premier clients biggest', { sort: BY_AUM }],
    ['one condition less', 'premier clients, dormant, biggest', { where: [PREMIER], sort: BY_AUM }],
    [
      'one condition more',
      'premier clients, biggest, tier',
      { where: [PREMIER, DORMANT], sort: BY_AUM, show: ['tier'] },
    ],
    [
      'another tier',
      'premier clients, dormant, biggest',
      { where: [{ ...PREMIER, codes: ['key'] }, DORMANT], sort: BY_AUM },
    ],
    [
      'one tier more',
      'premier clients, dormant, biggest',
      { where: [{ ...PREMIER, codes: ['premier', 'key'] }, DORMANT], sort: BY_AUM },
    ],
    [
      'turned round',
      'premier clients, dormant, biggest',
      { where: [{ ...PREMIER, is: false }, DORMANT], sort: BY_AUM },
    ],
    [
      'the smallest for the biggest',
      'premier clients, dormant, biggest',
      { where: [PREMIER, DORMANT], sort: { field: 'aum', direction: 'asc' } },
    ],
    [
      'a number of its own',
      'premier clients, dormant, biggest',
      { where: [PREMIER, DORMANT], sort: BY_AUM, limit: 7 },
    ],
    [
      'a count for a list',
      'premier clients, dormant, biggest',
      { kind: 'count', where: [PREMIER, DORMANT] },
    ],
    [
      'another amount',
      'premier clients with deposits, over 500k',
      { where: [PREMIER, { op: 'gt', field: 'deposits', value: 400_000 }] },
    ],
    [
      'another direction of the amount',
      'premier clients with deposits, over 500k',
      { where: [PREMIER, { op: 'lt', field: 'deposits', value: 500_000 }] },
    ],
    [
      'another span of days',
      'premier clients, this year onboarded on',
      {
        where: [
          PREMIER,
          { op: 'within', field: 'onboardedOn', is: true, from: '2010-01-01', to: '2019-09-30' },
        ],
      },
    ],
    [
      'all that was understood, where a word was not',
      'dormant clients who love opportunities',
      { where: [DORMANT] },
    ],
    [
      'a share of the book for a share of the tier',
      'what share of premier clients are dormant',
      { kind: 'share', where: [PREMIER, DORMANT] },
    ],
  ])('%s', async (_, question, plan) => {
    expect(['reading', 'unavailable']).toContain((await ask(question, replyOf(plan))).kind);
  });
});
