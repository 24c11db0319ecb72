import { Writable } from 'node:stream';
import pino from 'pino';
import type { JobsContext } from '../../src/jobs/start-jobs.ts';
import { addManager } from '../alerts/bank-fixture.ts';
import { createFakeSlack } from '../alerts/fake-slack.ts';
import { bankOf } from '../nightly/small-bank.ts';
import { writeBank } from '../nightly/write-bank.ts';
import type { TestDatabase } from '../support/database.ts';

/** Two clients with a balance through 2026-11-19, both in the book of RM001. */
export const loadFacts = async (bank: TestDatabase): Promise<void> => {
  const { sql } = bank.database.service;
  await writeBank(
    sql,
    bankOf('2026-11-19', [
      { client: 'C1', opened: '2026-01-01', balances: [['2026-01-01', 50_000_000n]] },
      { client: 'C2', opened: '2026-01-01', balances: [['2026-01-01', 100n]] },
    ]),
  );
  await addManager(bank, 'RM001');
  await sql`insert into coverage (client_id, manager_id, valid_from, source, recorded_at)
    select client_id, 'RM001', '2026-01-01', 'file', now() from clients`;
};

export const clearFacts = async ({ owner }: TestDatabase): Promise<void> => {
  await owner`truncate clients, accounts, balances, coverage, managers, assessments, client_state,
    nightly_runs, alerts, deliveries, feeds, job_claims`;
};

/** Log lines by message, as the program writes them. */
export const createTestLog = () => {
  const messages: string[] = [];
  const sink = new Writable({
    write: (line, _encoding, done) => {
      messages.push((JSON.parse(String(line)) as { msg: string }).msg);
      done();
    },
  });
  return { log: pino({ level: 'info' }, sink), messages };
};

export type TestJobs = JobsContext & {
  poster: ReturnType<typeof createFakeSlack>;
  messages: string[];
};

/** A process of its own at `now`: its night is planned at 02:00 and its digests at 08:30 in Shanghai. */
export const processAt = (bank: TestDatabase, now: () => Temporal.Instant): TestJobs => ({
  database: bank.database,
  now,
  digestAt: '08:30',
  nightlyAt: '02:00',
  timeZone: 'Asia/Shanghai',
  poster: createFakeSlack(),
  ...createTestLog(),
});
