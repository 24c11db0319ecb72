import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  addClients,
  addManager,
  clearBank,
  type Finding,
  night,
  readAlerts,
} from './bank-fixture.ts';

const BASE = 200;
const IDS = Array.from({ length: BASE }, (_, index) => `C${String(index).padStart(3, '0')}`);
const HIGH: Finding = { score: 80, band: 'high' };

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(async () => {
  await clearBank(bank);
  await addManager(bank, 'RM001');
  await addManager(bank, 'H01', { role: 'branch_head' });
  await addManager(bank, 'H02', { role: 'branch_head', branchId: 'B02' });
  await addClients(bank, 'RM001', IDS);
});

/** Every client, the first `high` of them at high risk. */
const findings = (high: number): Record<string, Finding> =>
  Object.fromEntries(IDS.map((id, index) => [id, index < high ? HIGH : {}]));

const notices = async () => [
  ...(await bank.owner`select manager_id, body from deliveries where kind = 'notice'`),
];

test('the first night holds nothing back: what is true then has been true for long', async () => {
  expect((await night(bank, '2026-11-02', findings(60))).alerts).toBe(60);
  expect(await notices()).toEqual([]);
});

test('too many at once are held back, and the head of the branch is told once', async () => {
  await night(bank, '2026-11-02', findings(5));
  expect((await night(bank, '2026-11-03', findings(65))).alerts).toBe(0);
  const held = (await readAlerts(bank)).filter(({ held_since }) => held_since);
  expect(held).toHaveLength(60);
  expect(await notices()).toEqual([
    {
      manager_id: 'H01',
      body: {
        event: 'data_quality',
        kind: 'churn_risk',
        clients: 60,
        base: BASE,
        businessDate: '2026-11-03',
      },
    },
  ]);
});

test('what was held back is reported if it is still true three days later, and dropped if it is not', async () => {
  await night(bank, '2026-11-02', findings(5));
  await night(bank, '2026-11-03', findings(65));
  expect((await night(bank, '2026-11-04', findings(65))).alerts).toBe(0);
  expect((await night(bank, '2026-11-05', findings(35))).alerts).toBe(0);
  expect((await night(bank, '2026-11-06', findings(35))).alerts).toBe(30);
  const open = (await readAlerts(bank)).filter(({ resolved_on }) => resolved_on === null);
  expect(open).toHaveLength(35);
  expect(open.every(({ held_since }) => held_since === null)).toBe(true);
  expect(await notices()).toHaveLength(1);
});

test('a few alerts in a small bank are never too many', async () => {
  await night(bank, '2026-11-02', findings(0));
  expect((await night(bank, '2026-11-03', findings(19))).alerts).toBe(19);
});
