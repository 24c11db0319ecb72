import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLAIM_LEASE_SECONDS, claimFire, finishFire } from '../../src/jobs/job-claims.ts';
import { runDueNight } from '../../src/jobs/run-due-night.ts';
import { runWholeNight } from '../../src/jobs/run-whole-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { clearFacts, loadFacts, processAt } from './jobs-fixture.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(() => clearFacts(bank));

const at = (instant: string) => () => Temporal.Instant.from(instant);
const AFTER_TWO = '2026-11-19T18:00:30Z';
const FIRE = { job: 'night', fireAt: Temporal.Instant.from('2026-11-19T18:00:00Z') };

const counts = async () => {
  const [row] = await bank.owner`
    select (select count(*)::int from nightly_runs) as nights,
           (select count(*)::int from deliveries) as digests`;
  return row;
};

test('a planned night is run once by two processes', async () => {
  await loadFacts(bank);
  const ran = await Promise.all([
    runDueNight(processAt(bank, at(AFTER_TWO))),
    runDueNight(processAt(bank, at(AFTER_TWO))),
  ]);
  expect(ran.sort()).toEqual([false, true]);
  expect(await counts()).toEqual({ nights: 1, digests: 1 });
});

test('a night that was missed is caught up, and not repeated on the same day', async () => {
  await loadFacts(bank);
  expect(await runDueNight(processAt(bank, at('2026-11-20T06:00:00Z')))).toBe(true);
  expect(await runDueNight(processAt(bank, at('2026-11-20T17:59:00Z')))).toBe(false);
  expect(await runDueNight(processAt(bank, at('2026-11-20T18:00:00Z')))).toBe(true);
});

test('a clock that is set back does not run a night again', async () => {
  await loadFacts(bank);
  expect(await runDueNight(processAt(bank, at('2026-11-18T18:00:30Z')))).toBe(true);
  expect(await runDueNight(processAt(bank, at(AFTER_TWO)))).toBe(true);
  expect(await runDueNight(processAt(bank, at('2026-11-19T17:00:00Z')))).toBe(false);
  expect(await runDueNight(processAt(bank, at(AFTER_TWO)))).toBe(false);
});

test('a night whose process died is taken over when its claim has gone stale', async () => {
  await loadFacts(bank);
  const { orm } = bank.database.service;
  const claimedAt = Temporal.Instant.from(AFTER_TWO);
  expect(await claimFire(orm, FIRE, claimedAt)).toBe(true);
  const early = claimedAt.add({ seconds: CLAIM_LEASE_SECONDS });
  expect(await runDueNight(processAt(bank, () => early))).toBe(false);
  expect(await runDueNight(processAt(bank, () => early.add({ seconds: 1 })))).toBe(true);
});

test('a finished fire is never claimed again, however old', async () => {
  const { orm } = bank.database.service;
  const claimedAt = Temporal.Instant.from(AFTER_TWO);
  await claimFire(orm, FIRE, claimedAt);
  await finishFire(orm, FIRE, claimedAt);
  expect(await claimFire(orm, FIRE, claimedAt.add({ hours: 100 }))).toBe(false);
});

test('a night that was run by hand since then is not run again', async () => {
  await loadFacts(bank);
  const byHand = processAt(bank, at(AFTER_TWO));
  expect((await runWholeNight(byHand)).ok).toBe(true);
  expect(await runDueNight(processAt(bank, at('2026-11-19T19:00:00Z')))).toBe(false);
  expect(await counts()).toEqual({ nights: 1, digests: 1 });
});

test('a night that was killed before its digests is done again', async () => {
  await loadFacts(bank);
  expect((await runWholeNight(processAt(bank, at(AFTER_TWO)))).ok).toBe(true);
  await bank.owner`truncate deliveries, alerts`;
  expect(await runDueNight(processAt(bank, at('2026-11-19T19:00:00Z')))).toBe(true);
  expect(await counts()).toMatchObject({ digests: 1 });
});

test('without data it says so once and waits for the next plan', async () => {
  const process = processAt(bank, at(AFTER_TWO));
  await runDueNight(process);
  await runDueNight(process);
  expect(process.messages).toEqual(['no night']);
});
