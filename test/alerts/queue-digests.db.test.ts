import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimNext } from '../../src/alerts/delivery-store.ts';
import type { Digest } from '../../src/alerts/digest.ts';
import { showDigest } from '../../src/alerts/show-digest.ts';
import { covers, settings } from '../../src/db/schema/index.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addClients, addManager, clearBank, date, night } from './bank-fixture.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(async () => {
  await clearBank(bank);
  await addManager(bank, 'RM001');
  await addManager(bank, 'RM002');
  await addManager(bank, 'H01', { role: 'branch_head' });
  await addClients(bank, 'RM001', ['C1', 'C2']);
  await addClients(bank, 'RM002', ['C3']);
  await addClients(bank, null, ['C9']);
});

const HIGH = { score: 80, band: 'high' } as const;
const CALM = {};
const ALL_CALM = { C1: CALM, C2: CALM, C3: CALM, C9: CALM };

type Queued = { manager_id: string; business_date: string; status: string; due: string };

const queued = async () => [
  ...(await bank.owner<Queued[]>`
    select manager_id, business_date::text, status,
           to_char(not_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as due
      from deliveries where kind = 'digest' order by business_date, manager_id`),
];

const digestOf = async (managerId: string, on: string | null = null): Promise<Digest> => {
  const digest = await showDigest(bank.database, { managerId }, on === null ? null : date(on));
  if (!digest.ok) throw new Error(digest.problem.en);
  return digest.value;
};

const clientsOf = ({ entries }: Digest) => entries.map(({ clientId }) => clientId);

const markSent = async () => {
  await bank.owner`update deliveries set status = 'sent' where status = 'queued'`;
};

test('everyone with a book gets a digest, silent ones too, and nobody else', async () => {
  const outcome = await night(bank, '2026-11-19', { ...ALL_CALM, C1: HIGH, C9: HIGH });
  expect(outcome.digestsQueued).toBe(2);
  expect((await queued()).map(({ manager_id }) => manager_id)).toEqual(['RM001', 'RM002']);
  expect(clientsOf(await digestOf('RM001'))).toEqual(['C1']);
  expect(await digestOf('RM002')).toMatchObject({
    businessDate: '2026-11-19',
    bookSize: 1,
    entries: [],
    headline: [],
    moreCount: 0,
  });
  expect(await showDigest(bank.database, { managerId: 'H01' }, null)).toMatchObject({ ok: false });
});

describe('the time of a digest', () => {
  test('is the next digest time where the manager is', async () => {
    await bank.owner`update managers set timezone = 'America/New_York' where manager_id = 'RM002'`;
    await night(bank, '2026-11-18', ALL_CALM);
    expect((await queued()).map(({ due }) => due)).toEqual([
      '2026-11-19T00:30',
      '2026-11-19T13:30',
    ]);
  });

  test("follows Slack's time zone before the bank's, and ours where the named one does not exist", async () => {
    await bank.owner`update managers set timezone = 'Mars/Olympus' where manager_id = 'RM002'`;
    await bank.owner`insert into slack_people (team_id, slack_user_id, manager_id, timezone, looked_up_at)
      values ('T1', 'U1', 'RM001', 'Europe/Berlin', now())`;
    await night(bank, '2026-11-18', ALL_CALM);
    expect((await queued()).map(({ due }) => due)).toEqual([
      '2026-11-19T07:30',
      '2026-11-19T00:30',
    ]);
  });

  test("skips weekends and the bank's holidays", async () => {
    await bank.database.service.orm
      .insert(settings)
      .values({ key: 'holiday_calendar', value: 'CN' });
    await night(bank, '2026-09-30', ALL_CALM);
    expect((await queued()).map(({ due }) => due)).toEqual([
      '2026-10-05T00:30',
      '2026-10-05T00:30',
    ]);
  });
});

describe('over a weekend', () => {
  test('the later digest takes the place of the waiting one and tells its news', async () => {
    await night(bank, '2026-11-19', ALL_CALM);
    await markSent();
    await night(bank, '2026-11-20', { ...ALL_CALM, C1: { tier: 'key' } });
    await night(bank, '2026-11-21', { ...ALL_CALM, C1: { tier: 'key' }, C2: HIGH });
    await night(bank, '2026-11-22', { ...ALL_CALM, C1: { tier: 'key' }, C2: HIGH });
    const open = (await queued()).filter(({ status }) => status === 'queued');
    expect(open).toEqual([
      {
        manager_id: 'RM001',
        business_date: '2026-11-22',
        status: 'queued',
        due: '2026-11-23T00:30',
      },
      {
        manager_id: 'RM002',
        business_date: '2026-11-22',
        status: 'queued',
        due: '2026-11-23T00:30',
      },
    ]);
    expect(clientsOf(await digestOf('RM001'))).toEqual(['C2', 'C1']);
  });

  test('a digest that is being sent stays, and its news is not told twice', async () => {
    await night(bank, '2026-11-20', { ...ALL_CALM, C1: HIGH });
    await bank.owner`update deliveries set not_before = queued_at where manager_id = 'RM001'`;
    await claimNext(bank.database.service.orm, Temporal.Instant.from('2026-11-23T00:30:00Z'), true);
    await night(bank, '2026-11-22', { ...ALL_CALM, C1: HIGH, C2: HIGH });
    expect((await queued()).map(({ manager_id, status }) => [manager_id, status])).toEqual([
      ['RM001', 'sending'],
      ['RM002', 'superseded'],
      ['RM001', 'queued'],
      ['RM002', 'queued'],
    ]);
    expect(clientsOf(await digestOf('RM001'))).toEqual(['C2']);
  });

  test('what a sent digest has told is not told again', async () => {
    await night(bank, '2026-11-19', { ...ALL_CALM, C1: HIGH });
    await markSent();
    await night(bank, '2026-11-20', { ...ALL_CALM, C1: HIGH });
    expect(clientsOf(await digestOf('RM001'))).toEqual([]);
    expect(clientsOf(await digestOf('RM001', '2026-11-19'))).toEqual(['C1']);
  });

  test('a change of tier is told even when its alert is resolved by then, and not when it was undone', async () => {
    await night(bank, '2026-11-18', ALL_CALM);
    await markSent();
    const changed = { ...ALL_CALM, C1: { tier: 'key' as const }, C2: { tier: 'key' as const } };
    await night(bank, '2026-11-19', changed);
    for (const on of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await night(bank, on, { ...changed, C2: CALM });
    const { entries } = await digestOf('RM001');
    expect(entries.map(({ clientId, tier }) => [clientId, tier])).toEqual([
      ['C1', 'key'],
      ['C2', 'quality'],
    ]);
    expect(entries[1]?.alerts[0]?.fact).toMatchObject({ from: 'key', to: 'quality' });
  });

  test('a risk that has gone by then is not told', async () => {
    await night(bank, '2026-11-18', ALL_CALM);
    await markSent();
    await night(bank, '2026-11-19', { ...ALL_CALM, C1: HIGH });
    for (const on of ['2026-11-20', '2026-11-21', '2026-11-22']) await night(bank, on, ALL_CALM);
    expect(clientsOf(await digestOf('RM001'))).toEqual([]);
  });
});

test('corrected facts bring a digest up to date that nobody has begun to send, and leave a sent one', async () => {
  await night(bank, '2026-11-19', { ...ALL_CALM, C1: HIGH });
  expect((await night(bank, '2026-11-19', { ...ALL_CALM, C3: HIGH })).digestsQueued).toBe(0);
  expect(clientsOf(await digestOf('RM001'))).toEqual([]);
  expect(clientsOf(await digestOf('RM002'))).toEqual(['C3']);
  await markSent();
  await night(bank, '2026-11-19', { ...ALL_CALM, C2: HIGH });
  expect(clientsOf(await digestOf('RM001'))).toEqual([]);
});

test('during leave the alerts go to both', async () => {
  await bank.database.service.orm.insert(covers).values({
    coverId: 'V1',
    managerId: 'RM001',
    coveredBy: 'RM002',
    validFrom: date('2026-11-16'),
    validTo: date('2026-11-21'),
    requestId: 'R1',
    recordedAt: Temporal.Instant.from('2026-11-15T00:00:00Z'),
  });
  await night(bank, '2026-11-20', { ...ALL_CALM, C1: HIGH, C3: HIGH });
  expect(clientsOf(await digestOf('RM001'))).toEqual(['C1']);
  const covering = await digestOf('RM002');
  expect(covering.bookSize).toBe(1);
  expect(
    covering.entries.map(({ clientId, coveredForName }) => [clientId, coveredForName]),
  ).toEqual([
    ['C1', 'Manager RM001'],
    ['C3', null],
  ]);
  await markSent();
  await night(bank, '2026-11-21', { ...ALL_CALM, C2: HIGH });
  expect(clientsOf(await digestOf('RM002'))).toEqual([]);
});
