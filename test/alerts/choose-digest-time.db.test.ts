import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseDigestTime } from '../../src/alerts/choose-digest-time.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addClients, addManager, clearBank, night } from './bank-fixture.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(async () => {
  await clearBank(bank);
  await bank.owner`delete from preferences`;
  await addManager(bank, 'RM001');
  await addManager(bank, 'RM002');
  await addClients(bank, 'RM001', ['C1']);
  await addClients(bank, 'RM002', ['C2']);
});

const choose = (managerId: string, digestAt: string | null) => {
  const now = () => Temporal.Instant.from('2026-11-18T12:00:00Z');
  const { database } = bank;
  return chooseDigestTime({ database, now, timeZone: 'Asia/Shanghai' }, { managerId }, digestAt);
};
const digests = async () => [
  ...(await bank.owner<{ manager_id: string; status: string; due: string }[]>`
    select manager_id, status, to_char(not_before at time zone 'Asia/Shanghai', 'HH24:MI') as due
      from deliveries where kind = 'digest' order by business_date, manager_id`),
];

test("a night's digests come at the time that each manager chose, the others at the bank's", async () => {
  await choose('RM002', '17:05');
  await night(bank, '2026-11-18', { C1: {}, C2: {} });
  expect(await digests()).toEqual([
    { manager_id: 'RM001', status: 'queued', due: '08:30' },
    { manager_id: 'RM002', status: 'queued', due: '17:05' },
  ]);
});

test('for a manager who wants none the digest is made and withheld, and does not count as queued', async () => {
  await choose('RM002', null);
  const outcome = await night(bank, '2026-11-18', { C1: {}, C2: {} });
  expect(outcome.digestsQueued).toBe(1);
  expect((await digests()).map(({ status }) => status)).toEqual(['queued', 'withheld']);
});
