import { runNight } from '../../src/nightly/run-night.ts';
import type { TestDatabase } from '../support/database.ts';
import type { Bank } from './bank.ts';
import { writeBank } from './write-bank.ts';

export const now = () => Temporal.Instant.from('2026-03-18T01:00:00Z');

/** The state of each client after a night on `on` over a bank of its own; or the Problem of the night. */
export const statesAfterNight = async (
  db: TestDatabase,
  bank: Bank,
  on: string,
  extra: string[] = [],
) => {
  const { sql } = db.database.service;
  await db.owner`
    truncate clients, accounts, balances, transactions, activity, contacts, fx_rates, feeds, settings, logins,
             complaints, surveys, overrides, assessments, client_state, nightly_runs`;
  await writeBank(sql, bank);
  for (const statement of extra) await db.owner.unsafe(statement);
  const run = await runNight(
    { database: db.database, now },
    { businessDate: Temporal.PlainDate.from(on) },
  );
  if (!run.ok) return run.problem;
  const rows =
    await sql`select *, avg3_sum_minor::text as sum from client_state order by client_id`;
  return Object.fromEntries(rows.map((row) => [row.client_id, row]));
};
