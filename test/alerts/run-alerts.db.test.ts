import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runAlerts } from '../../src/alerts/run-alerts.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  addClients,
  addComplaint,
  addManager,
  alertsOf,
  clearBank,
  closeAccount,
  date,
  night,
  readAlerts,
  writeNight,
} from './bank-fixture.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(async () => {
  await clearBank(bank);
  await addManager(bank, 'RM001');
  await addClients(bank, 'RM001', ['C1', 'C2']);
});

const HIGH = { score: 80, band: 'high' } as const;
const CALM = {};
const FALL = {
  code: 'R01',
  points: 20,
  values: { fallPct: 40, previousMinor: '20000000', recentMinor: '12000000' },
};
const kinds = async () => (await readAlerts(bank)).map(({ client_id, kind }) => [client_id, kind]);

describe('a change of tier', () => {
  test('is no alert on the first night that sees the client', async () => {
    expect(await night(bank, '2026-11-02', { C1: { tier: 'premier' } })).toMatchObject({
      alerts: 0,
    });
  });

  test('is reported once, on the night that sees it', async () => {
    await night(bank, '2026-11-02', { C1: CALM, C2: CALM });
    expect(await night(bank, '2026-11-03', { C1: { tier: 'key' }, C2: CALM })).toMatchObject({
      alerts: 1,
    });
    expect(await night(bank, '2026-11-04', { C1: { tier: 'key' }, C2: CALM })).toMatchObject({
      alerts: 0,
    });
    expect(await kinds()).toEqual([['C1', 'tier_change']]);
  });

  test('on a month-end that was caught up by a later night is not lost', async () => {
    await night(bank, '2026-11-27', { C1: CALM });
    await writeNight(bank, '2026-11-30', { C1: { tier: 'key' } });
    expect(await night(bank, '2026-12-02', { C1: { tier: 'key' } })).toMatchObject({ alerts: 1 });
  });

  test('of last month is in the very first digests where the nights before were caught up', async () => {
    await writeNight(bank, '2026-09-30', { C1: CALM });
    await writeNight(bank, '2026-10-31', { C1: { tier: 'key' } });
    expect(await night(bank, '2026-11-20', { C1: { tier: 'key' } })).toMatchObject({ alerts: 1 });
  });

  test('back to the old tier is news as well', async () => {
    await night(bank, '2026-11-02', { C1: CALM });
    await night(bank, '2026-11-03', { C1: { tier: 'key' } });
    expect(await night(bank, '2026-11-04', { C1: CALM })).toMatchObject({ alerts: 1 });
  });
});

describe('an open alert', () => {
  test('is one a client and kind, told again after seven days', async () => {
    const reported: number[] = [];
    for (let day = 2; day <= 17; day += 1) {
      const on = `2026-11-${String(day).padStart(2, '0')}`;
      reported.push((await night(bank, on, { C1: HIGH })).alerts);
    }
    expect(reported).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(await readAlerts(bank)).toHaveLength(1);
  });

  test('is told again when it is ten points worse', async () => {
    await night(bank, '2026-11-02', { C1: { score: 45, band: 'medium' } });
    expect(await night(bank, '2026-11-03', { C1: { score: 54, band: 'medium' } })).toMatchObject({
      alerts: 0,
    });
    expect(await night(bank, '2026-11-04', { C1: { score: 55, band: 'medium' } })).toMatchObject({
      alerts: 1,
    });
  });

  test('is resolved on the third clear day, and opens anew afterwards', async () => {
    await night(bank, '2026-11-02', { C1: HIGH });
    await night(bank, '2026-11-03', { C1: CALM });
    await night(bank, '2026-11-04', { C1: CALM });
    expect((await readAlerts(bank))[0]).toMatchObject({
      clear_since: '2026-11-03',
      resolved_on: null,
    });
    await night(bank, '2026-11-05', { C1: CALM });
    expect((await readAlerts(bank))[0]).toMatchObject({ resolved_on: '2026-11-05' });
    expect(await night(bank, '2026-11-06', { C1: HIGH })).toMatchObject({ alerts: 1 });
    expect(await readAlerts(bank)).toHaveLength(2);
  });

  test('that comes back within three days goes on silently', async () => {
    await night(bank, '2026-11-02', { C1: HIGH });
    await night(bank, '2026-11-03', { C1: CALM });
    expect(await night(bank, '2026-11-04', { C1: HIGH })).toMatchObject({ alerts: 0 });
    expect((await readAlerts(bank))[0]).toMatchObject({ clear_since: null, resolved_on: null });
  });
});

describe('a night', () => {
  test('run twice reports nothing new and writes nothing', async () => {
    await night(bank, '2026-11-02', { C1: CALM, C2: CALM });
    const findings = { C1: { tier: 'key' as const }, C2: HIGH };
    expect(await night(bank, '2026-11-03', findings)).toMatchObject({
      alerts: 2,
      digestsQueued: 1,
    });
    const before = await readAlerts(bank);
    expect(await alertsOf(bank, '2026-11-03')).toMatchObject({ alerts: 0, digestsQueued: 0 });
    expect(await readAlerts(bank)).toEqual(before);
  });

  test('run again on corrected facts takes back what is not true', async () => {
    await night(bank, '2026-11-02', { C1: HIGH });
    await night(bank, '2026-11-02', { C1: CALM });
    expect((await readAlerts(bank))[0]).toMatchObject({ resolved_on: '2026-11-02' });
  });

  test('on two machines at once counts once', async () => {
    await writeNight(bank, '2026-11-02', { C1: HIGH, C2: HIGH });
    const both = await Promise.all([alertsOf(bank, '2026-11-02'), alertsOf(bank, '2026-11-02')]);
    expect(both.map(({ alerts }) => alerts).sort()).toEqual([0, 2]);
    expect(both.map(({ digestsQueued }) => digestsQueued).sort()).toEqual([0, 1]);
  });

  test('that has not run is a sentence', async () => {
    const context = {
      database: bank.database,
      now: () => Temporal.Instant.from('2026-11-02T18:00:00Z'),
      digestAt: '08:30',
      timeZone: 'UTC',
    };
    const outcome = await runAlerts(context, { businessDate: date('2026-11-02') });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'night_missing' } });
  });
});

describe('what is alerted', () => {
  test('includes a complaint from the day it is opened', async () => {
    await addComplaint(bank, 'C1', '2026-11-03', 'severe');
    expect(await night(bank, '2026-11-02', { C1: CALM })).toMatchObject({ alerts: 0 });
    expect(await night(bank, '2026-11-03', { C1: CALM })).toMatchObject({ alerts: 1 });
    expect(await kinds()).toEqual([['C1', 'complaint']]);
  });

  test('is the closed account and not the balance fall that it causes', async () => {
    await closeAccount(bank, 'C1', '2026-10-20');
    await closeAccount(bank, 'C2', '2026-08-01');
    await night(bank, '2026-11-02', { C1: { reasons: [FALL] }, C2: { reasons: [FALL] } });
    expect(await kinds()).toEqual([
      ['C1', 'account_closed'],
      ['C2', 'balance_fall'],
    ]);
  });

  test('includes a score that rose by 15 points in a week', async () => {
    await night(bank, '2026-11-02', { C1: { score: 5 }, C2: { score: 6 } });
    const findings = {
      C1: { score: 20, band: 'watch' as const },
      C2: { score: 20, band: 'watch' as const },
    };
    expect(await night(bank, '2026-11-09', findings)).toMatchObject({ alerts: 1 });
    expect(await kinds()).toEqual([['C1', 'churn_risk']]);
  });

  test('does not call a rise since an older night a rise in a week', async () => {
    await night(bank, '2026-10-31', { C1: { score: 5 } });
    const findings = { C1: { score: 35, band: 'watch' as const } };
    expect(await night(bank, '2026-11-20', findings)).toMatchObject({ alerts: 0 });
  });

  test('does not compare the points of two policies', async () => {
    await night(bank, '2026-11-02', { C1: { score: 5 } });
    await bank.owner`update assessments set policy_version = 'p0'`;
    const findings = { C1: { score: 35, band: 'watch' as const } };
    expect(await night(bank, '2026-11-09', findings)).toMatchObject({ alerts: 0 });
  });

  test('leaves out a relationship that has ended', async () => {
    await bank.owner`update clients set closed_on = '2026-11-02' where client_id = 'C1'`;
    expect(await night(bank, '2026-11-02', { C1: HIGH, C2: HIGH })).toMatchObject({ alerts: 1 });
  });
});
