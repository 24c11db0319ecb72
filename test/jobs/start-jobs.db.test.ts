import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { queueDelivery } from '../../src/db/queue-delivery.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { clearFacts, loadFacts, processAt } from './jobs-fixture.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(async () => {
  await clearFacts(bank);
  await loadFacts(bank);
});

const NIGHT = Temporal.Instant.from('2026-11-19T18:00:30Z');
const MORNING = Temporal.Instant.from('2026-11-20T00:30:00Z');

const digestsWith = (status: string) => async () => {
  const rows = await bank.owner`select 1 from deliveries where status = ${status}`;
  return rows.length;
};

test('at start the missed night is run, and its digest waits for the morning', async () => {
  const process = processAt(bank, () => NIGHT);
  const jobs = startJobs(process);
  await vi.waitFor(async () => expect(await digestsWith('queued')()).toBe(1), 10_000);
  await jobs.stop();
  expect(process.poster.messages).toEqual([]);
});

test('at start the digests that fell due meanwhile are sent, once by two processes', async () => {
  const night = startJobs(processAt(bank, () => NIGHT));
  await vi.waitFor(async () => expect(await digestsWith('queued')()).toBe(1), 10_000);
  await night.stop();
  const process = processAt(bank, () => MORNING);
  const other = { ...processAt(bank, () => MORNING), poster: process.poster };
  const both = [startJobs(process), startJobs(other)];
  await vi.waitFor(async () => expect(await digestsWith('sent')()).toBe(1), 10_000);
  await Promise.all(both.map((jobs) => jobs.stop()));
  expect(process.poster.messages).toHaveLength(1);
});

test('a notice is sent at once when asked for', async () => {
  const process = processAt(bank, () => NIGHT);
  const jobs = startJobs(process);
  await queueDelivery(bank.database.service.orm, {
    subject: 'notice:R1:RM001',
    kind: 'notice',
    managerId: 'RM001',
    businessDate: Temporal.PlainDate.from('2026-11-19'),
    body: { event: 'applied' },
    queuedAt: NIGHT,
    notBefore: NIGHT,
  });
  await jobs.deliverSoon();
  expect(process.poster.messages).toHaveLength(1);
  await jobs.stop();
});

test('an error is logged and stopping still works', async () => {
  const process = processAt(bank, () => NIGHT);
  const broken = new Proxy(process.database, {
    get: () => {
      throw new Error('database away');
    },
  });
  const jobs = startJobs({ ...process, database: broken });
  await vi.waitFor(() => expect(process.messages).toContain('job failed'));
  await jobs.stop();
});
