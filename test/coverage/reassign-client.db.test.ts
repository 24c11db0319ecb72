import { and, asc, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelRequest } from '../../src/coverage/cancel-request.ts';
import { decideRequest } from '../../src/coverage/decide-request.ts';
import { lapseRequests } from '../../src/coverage/lapse-requests.ts';
import { previewClient } from '../../src/coverage/preview-client.ts';
import { type ReassignInput, reassignClient } from '../../src/coverage/reassign-client.ts';
import { searchClients } from '../../src/coverage/search-clients.ts';
import { verifyAudit } from '../../src/coverage/verify-audit.ts';
import { auditEntries, coverage, deliveries, requests } from '../../src/db/schema/index.ts';
import { type Bank, D, openBank, refusalOf, succeeded } from './a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.close());

const input = (clientId: string, to = 'M2', more: Partial<ReassignInput> = {}): ReassignInput => ({
  clientId,
  to,
  effectiveOn: null,
  reasonCode: 'book_balance',
  reasonText: '均衡客户数量',
  version: null,
  ...more,
});
const reassign = async (as: string, wanted: ReassignInput) =>
  reassignClient({ ctx: await bank.as(as), input: wanted });
const decide = async (
  as: string,
  requestId: string | null,
  decision: 'approved' | 'rejected',
  daysLater = 0,
) =>
  decideRequest({
    ctx: await bank.as(as, daysLater),
    input: { requestId: requestId ?? '', decision },
  });
const currentCoverage = (clientId: string) =>
  bank.database.service.orm
    .select()
    .from(coverage)
    .where(and(eq(coverage.clientId, clientId), isNull(coverage.supersededAt)))
    .orderBy(asc(coverage.validFrom));
const noticesOf = async (managerId: string) => {
  const rows = await bank.database.service.orm
    .select({ body: deliveries.body })
    .from(deliveries)
    .where(eq(deliveries.managerId, managerId));
  return rows.map((row) => (row.body as { event: string }).event);
};
const countRequests = async () => (await bank.database.service.orm.select().from(requests)).length;

test('a client of a lower tier moves at once, on both time axes, and both managers are told', async () => {
  const outcome = succeeded(await reassign('M1', input('C-quality')));
  expect(outcome).toMatchObject({ status: 'applied', auditId: 1, approvalsMissing: 0 });
  expect(await currentCoverage('C-quality')).toMatchObject([
    { managerId: 'M1', validTo: D, source: 'file' },
    {
      managerId: 'M2',
      validFrom: D,
      validTo: null,
      source: 'request',
      requestId: outcome.requestId,
    },
  ]);
  const all = await bank.database.service.orm
    .select()
    .from(coverage)
    .where(eq(coverage.clientId, 'C-quality'));
  expect(all.filter((row) => row.supersededAt !== null)).toMatchObject([
    { managerId: 'M1', validTo: null },
  ]);
  expect(await noticesOf('M1')).toEqual(['applied']);
  expect(await noticesOf('M2')).toEqual(['applied']);
});

test('a key client waits for a head, who is told and whose yes carries it out', async () => {
  const asked = succeeded(await reassign('M1', input('C-key')));
  expect(asked).toMatchObject({ status: 'pending', approvalsMissing: 1 });
  expect(await currentCoverage('C-key')).toMatchObject([{ managerId: 'M1', validTo: null }]);
  expect(await noticesOf('H1')).toEqual(['approval_needed']);
  expect(await noticesOf('P1')).toEqual([]);
  const decided = succeeded(await decide('H1', asked.requestId, 'approved'));
  expect(decided).toMatchObject({ status: 'applied', auditId: 2 });
  expect((await currentCoverage('C-key')).at(-1)).toMatchObject({ managerId: 'M2' });
});

test('nobody approves their own request, and nobody without authority sees it', async () => {
  const byHead = succeeded(await reassign('H1', input('C-key')));
  expect(refusalOf(await decide('H1', byHead.requestId, 'approved'))).toBe('own_request');
  for (const stranger of ['M1', 'M2', 'H2', 'C1'])
    expect(refusalOf(await decide(stranger, byHead.requestId, 'approved'))).toBe(
      'request_not_found',
    );
  expect(succeeded(await decide('P1', byHead.requestId, 'approved')).status).toBe('applied');
});

test('a client of another book and one that does not exist are refused alike', async () => {
  for (const [as, clientId] of [
    ['M1', 'C-other'],
    ['M1', 'no-such-client'],
    ['H2', 'C-key'],
    ['C1', 'C-key'],
  ] as const)
    expect(await reassign(as, input(clientId))).toMatchObject(
      await reassign('M1', input('no-such-client')),
    );
  expect(await countRequests()).toBe(0);
});

test.each([
  ['an unknown reason code', { reasonCode: 'because' }, 'reason_code'],
  ['four characters of reason', { reasonText: ' 四个字啊 ' }, 'reason_text'],
  ['a date six days back', { effectiveOn: D.subtract({ days: 6 }) }, 'effective_past'],
  ['a date 181 days ahead', { effectiveOn: D.add({ days: 181 }) }, 'effective_future'],
  ['an unknown manager', { to: 'M9' }, 'manager_not_found'],
  ['a compliance officer as manager', { to: 'C1' }, 'manager_not_found'],
  ['a version that is not today’s', { version: 'older' }, 'stale'],
] as const)('%s is refused and nothing is written', async (_case, more, code) => {
  expect(refusalOf(await reassign('M1', input('C-mass', 'M2', more)))).toBe(code);
  expect(await countRequests()).toBe(0);
  expect(await noticesOf('M2')).toEqual([]);
});

test('five days back and the shown version are accepted', async () => {
  const preview = await previewClient({ ctx: await bank.as('M1'), clientId: 'C-mass' });
  const effectiveOn = D.subtract({ days: 5 });
  const more = { effectiveOn, version: preview?.version ?? '' };
  expect(succeeded(await reassign('M1', input('C-mass', 'M2', more))).status).toBe('applied');
  expect((await currentCoverage('C-mass')).at(-1)?.validFrom).toEqual(effectiveOn);
});

test('the same manager again writes nothing and says so', async () => {
  expect(succeeded(await reassign('M1', input('C-key', 'M1')))).toMatchObject({
    status: 'unchanged',
    requestId: null,
    auditId: null,
  });
  expect(await countRequests()).toBe(0);
});

test('a second request on a client is refused while the first waits', async () => {
  const first = succeeded(await reassign('M1', input('C-key')));
  expect(refusalOf(await reassign('H1', input('C-key', 'M3')))).toBe('already_pending');
  const ctx = await bank.as('M1');
  succeeded(await cancelRequest({ ctx, input: { requestId: first.requestId ?? '' } }));
  expect(succeeded(await reassign('H1', input('C-key', 'M3'))).status).toBe('pending');
});

test('of two people who ask at the same moment one is refused', async () => {
  const results = await Promise.all([
    reassign('M1', input('C-key')),
    reassign('H1', input('C-key', 'M3')),
  ]);
  expect(results.map((result) => (result.ok ? 'pending' : result.problem.code)).sort()).toEqual([
    'already_pending',
    'pending',
  ]);
});

test('a request lapses after three working days, and then makes room for another', async () => {
  const asked = succeeded(await reassign('M1', input('C-key')));
  expect(succeeded(await decide('H1', asked.requestId, 'approved', 6)).status).toBe('lapsed');
  expect(await noticesOf('M1')).toEqual(['lapsed']);
  expect(succeeded(await reassign('M1', input('C-key'))).status).toBe('pending');
});

test('the calendar ends what nobody decided, once, and leaves the rest alone', async () => {
  const { database, timeZone } = await bank.as('M1');
  succeeded(await reassign('M1', input('C-key')));
  const after = async (days: number): Promise<number> => {
    const { now } = await bank.as('M1', days);
    return lapseRequests({ database, timeZone, now });
  };
  expect([await after(5), await after(6), await after(7)]).toEqual([0, 1, 0]);
  expect(await noticesOf('M1')).toEqual(['lapsed']);
  expect(await verifyAudit(database)).toMatchObject({ entries: 2, ok: true });
});

test('on the third working day it can still be decided', async () => {
  const asked = succeeded(await reassign('M1', input('C-key')));
  expect(succeeded(await decide('H1', asked.requestId, 'rejected', 5)).status).toBe('rejected');
  expect(await noticesOf('M1')).toEqual(['rejected']);
  expect(refusalOf(await decide('P1', asked.requestId, 'approved', 5))).toBe('not_pending');
});

test('a request whose client has changed meanwhile is not carried out', async () => {
  const asked = succeeded(await reassign('M1', input('C-key')));
  await bank.owner`update client_state set in_force_tier = 'premier' where client_id = 'C-key'`;
  expect(succeeded(await decide('H1', asked.requestId, 'approved')).status).toBe('stale');
  expect(await currentCoverage('C-key')).toMatchObject([{ managerId: 'M1' }]);
});

test('the 800th client of a book needs nobody, the 801st a checker', async () => {
  await bank.owner`insert into clients (client_id, kind, name)
    select 'X' || n, 'individual', 'x' from generate_series(1, 798) n`;
  await bank.owner`insert into coverage (client_id, manager_id, valid_from, source, recorded_at)
    select 'X' || n, 'M2', '2025-01-01', 'file', now() from generate_series(1, 798) n`;
  expect(succeeded(await reassign('M1', input('C-mass'))).status).toBe('applied');
  expect(succeeded(await reassign('M1', input('C-quality'))).status).toBe('pending');
});

test('when the audit entry cannot be written, nothing else is', async () => {
  await bank.owner`alter table audit_entries add constraint no_more check (audit_id < 0)`;
  await expect(reassign('M1', input('C-quality'))).rejects.toThrow();
  expect(await currentCoverage('C-quality')).toMatchObject([{ managerId: 'M1', validTo: null }]);
  expect(await countRequests()).toBe(0);
});

test('the chain of ten changes at once verifies; a touched, a missing and a forged entry are found', async () => {
  const moves = ['C-mass', 'C-quality', 'C-watch', 'C-aml', 'C-corp'];
  await Promise.all(moves.map((clientId) => reassign('M1', input(clientId))));
  await Promise.all(moves.map((clientId) => reassign('M2', input(clientId, 'M1'))));
  expect(await verifyAudit(bank.database)).toEqual({ entries: 10, ok: true, brokenAt: null });
  const [third] = await bank.owner`select * from audit_entries where audit_id = 3`;
  await bank.owner`update audit_entries set reason = 'other' where audit_id = 3`;
  expect(await verifyAudit(bank.database)).toMatchObject({ ok: false, brokenAt: 3 });
  await bank.owner`update audit_entries set reason = ${third?.reason ?? null} where audit_id = 3`;
  expect((await verifyAudit(bank.database)).ok).toBe(true);
  await bank.owner`delete from audit_entries where audit_id = 5`;
  expect(await verifyAudit(bank.database)).toMatchObject({ ok: false, brokenAt: 5 });
});

test("the program's own login can neither change nor delete an audit entry", async () => {
  succeeded(await reassign('M1', input('C-quality')));
  const { orm } = bank.database.service;
  await expect(orm.update(auditEntries).set({ reason: 'x' })).rejects.toThrow();
  await expect(orm.delete(auditEntries)).rejects.toThrow();
});

test('a search finds clients of the own book only, and a wildcard stands for itself', async () => {
  const search = async (as: string, words: string) =>
    (await searchClients({ ctx: await bank.as(as), words })).map((client) => client.clientId);
  expect(await search('M1', '王')).toEqual(['C-mass']);
  expect(await search('M1', '王芳菲')).toEqual([]);
  expect(await search('H1', '王芳')).toEqual(['C-mass', 'C-other']);
  expect(await search('C1', '王芳')).toEqual([]);
  expect(await search('M1', '%')).toEqual([]);
  expect(await search('M1', ' ')).toEqual([]);
  expect(await search('M1', 'anna')).toEqual(['C-quality']);
});
