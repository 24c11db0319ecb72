import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideRequest } from '../../src/coverage/decide-request.ts';
import { findCoveredClient } from '../../src/coverage/load-client.ts';
import { type OverrideInput, overrideTier } from '../../src/coverage/override-tier.ts';
import { clientState, deliveries, overrides, requests } from '../../src/db/schema/index.ts';
import { type Bank, D, NOW, openBank, refusalOf, succeeded } from './a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.close());

const override = async (
  as: string,
  clientId: string,
  tier: string,
  more: Partial<OverrideInput> = {},
) =>
  overrideTier({
    ctx: await bank.as(as),
    input: {
      clientId,
      tier,
      until: null,
      reasonCode: 'expected_inflow',
      reasonText: 'Sale of a house in May',
      version: null,
      ...more,
    },
  });
const approve = async (as: string, requestId: string | null) =>
  decideRequest({
    ctx: await bank.as(as),
    input: { requestId: requestId ?? '', decision: 'approved' },
  });
const inForce = async (clientId: string) => {
  const [row] = await bank.database.service.orm
    .select({ tier: clientState.inForceTier })
    .from(clientState)
    .where(eq(clientState.clientId, clientId));
  return row?.tier;
};
const noticed = async () =>
  (await bank.database.service.orm.select().from(deliveries)).map((row) => row.managerId).sort();

test('one band: one checker, then it is in force at once, for 90 days', async () => {
  const asked = succeeded(await override('M1', 'C-quality', 'key'));
  expect(asked).toMatchObject({ status: 'pending', approvalsMissing: 1 });
  expect(await inForce('C-quality')).toBe('quality');
  expect(await noticed()).toEqual(['H1']);
  expect(succeeded(await approve('H1', asked.requestId)).status).toBe('applied');
  expect(await inForce('C-quality')).toBe('key');
  expect(await bank.database.service.orm.select().from(overrides)).toMatchObject([
    { clientId: 'C-quality', tier: 'key', validFrom: D, validTo: D.add({ days: 91 }) },
  ]);
  const [state] = await bank.database.service.orm
    .select({ reasons: clientState.reasons })
    .from(clientState)
    .where(eq(clientState.clientId, 'C-quality'));
  expect(state?.reasons).toContainEqual({
    code: 'override',
    values: { tier: 'key', decidedTier: 'quality', until: D.add({ days: 90 }).toString() },
  });
  expect(await noticed()).toEqual(['H1', 'M1']);
});

test.each([
  ['two bands', 'C-quality', 'premier'],
  ['a watched client', 'C-watch', 'key'],
  ['a client of high AML risk', 'C-aml', 'potential'],
  ['two classes of a corporate', 'C-corp', 'class_1', 'class_3'],
] as const)('%s: two different people have to agree', async (_case, clientId, tier, from?) => {
  if (from)
    await bank.owner`update client_state set in_force_tier = ${from} where client_id = ${clientId}`;
  const asked = succeeded(await override('M1', clientId, tier));
  expect(asked.approvalsMissing).toBe(2);
  expect(succeeded(await approve('H1', asked.requestId))).toMatchObject({
    status: 'pending',
    approvalsMissing: 1,
  });
  expect(refusalOf(await approve('H1', asked.requestId))).toBe('decided_before');
  expect(await inForce(clientId)).not.toBe(tier);
  expect(succeeded(await approve('P1', asked.requestId)).status).toBe('applied');
  expect(await inForce(clientId)).toBe(tier);
});

test('two steps of one band count as two from where policy stands', async () => {
  const first = succeeded(await override('M1', 'C-quality', 'key'));
  succeeded(await approve('H1', first.requestId));
  expect(succeeded(await override('M1', 'C-quality', 'premier')).approvalsMissing).toBe(2);
});

test('a head needs somebody else, and a change that nobody could approve is refused', async () => {
  const asked = succeeded(await override('H1', 'C-quality', 'key'));
  expect(refusalOf(await approve('H1', asked.requestId))).toBe('own_request');
  expect(succeeded(await approve('P1', asked.requestId)).status).toBe('applied');
  expect(refusalOf(await override('H1', 'C-watch', 'key'))).toBe('checkers_missing');
  expect(await inForce('C-watch')).toBe('quality');
});

test.each([
  ['a tier of the other kind', 'C-quality', { tier: 'class_1' }, 'tier'],
  ['a corporate made premier', 'C-corp', { tier: 'premier' }, 'tier'],
  ['today as the end', 'C-quality', { until: D }, 'until_past'],
  ['181 days', 'C-quality', { until: D.add({ days: 181 }) }, 'until_future'],
  ['a reason code for reassigning', 'C-quality', { reasonCode: 'book_balance' }, 'reason_code'],
  ['four code points of emoji', 'C-quality', { reasonText: '😀😀😀😀' }, 'reason_text'],
  ["a client of a colleague's book", 'C-other', {}, 'client_not_found'],
] as const)('%s is refused and nothing is written', async (_case, clientId, more, code) => {
  expect(refusalOf(await override('M1', clientId, 'key', more))).toBe(code);
  expect(await bank.database.service.orm.select().from(requests)).toEqual([]);
});

test('180 days and five Chinese characters of reason are accepted', async () => {
  const more = { until: D.add({ days: 180 }), reasonText: '客户将转入' };
  expect(succeeded(await override('M1', 'C-quality', 'key', more)).status).toBe('pending');
});

test('a client that was never assessed has no tier to override', async () => {
  await bank.owner`delete from client_state where client_id = 'C-quality'`;
  expect(refusalOf(await override('M1', 'C-quality', 'key'))).toBe('not_assessed');
});

test('the tier that is in force already writes nothing', async () => {
  expect(succeeded(await override('M1', 'C-quality', 'quality')).status).toBe('unchanged');
});

test('an override is renewed once, and by somebody else than who approved it', async () => {
  const first = succeeded(await override('M1', 'C-quality', 'key', { until: D.add({ days: 30 }) }));
  succeeded(await approve('H1', first.requestId));
  const renewal = succeeded(
    await override('M1', 'C-quality', 'key', { until: D.add({ days: 100 }) }),
  );
  expect(renewal).toMatchObject({ status: 'pending', approvalsMissing: 1 });
  expect(refusalOf(await approve('H1', renewal.requestId))).toBe('renewal_same_checker');
  expect(succeeded(await approve('P1', renewal.requestId)).status).toBe('applied');
  expect(refusalOf(await override('M1', 'C-quality', 'key', { until: D.add({ days: 150 }) }))).toBe(
    'renewed_once',
  );
});

test('of two checkers who press at the same moment each counts once and it is carried out once', async () => {
  const asked = succeeded(await override('M1', 'C-watch', 'key'));
  const both = await Promise.all([
    approve('H1', asked.requestId),
    approve('P1', asked.requestId),
    approve('P1', asked.requestId),
  ]);
  const statuses = both.map((result) => (result.ok ? result.value.status : result.problem.code));
  expect(statuses.filter((status) => status === 'applied')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'pending')).toHaveLength(1);
  expect(await bank.database.service.orm.select().from(overrides)).toHaveLength(1);
});

test('an override that a shorter one replaced does not come back when that ends', async () => {
  const { database } = bank;
  const row = { clientId: 'C-quality', reasonCode: 'data_error', reasonText: 'x', requestId: 'r' };
  const validFrom = D.subtract({ days: 30 });
  await database.service.orm.insert(overrides).values([
    {
      ...row,
      overrideId: 'long',
      tier: 'premier',
      validFrom,
      validTo: D.add({ days: 60 }),
      recordedAt: NOW,
    },
    {
      ...row,
      overrideId: 'short',
      tier: 'key',
      validFrom: D.subtract({ days: 10 }),
      validTo: D,
      recordedAt: NOW.add({ seconds: 1 }),
    },
  ]);
  const liveOn = (on: Temporal.PlainDate) =>
    database.service.orm.transaction(async (transaction) => {
      const client = await findCoveredClient(transaction, 'C-quality', on);
      return client?.liveOverride?.overrideId ?? null;
    });
  expect(await liveOn(D.subtract({ days: 11 }))).toBe('long');
  expect(await liveOn(D.subtract({ days: 1 }))).toBe('short');
  expect(await liveOn(D)).toBeNull();
});
