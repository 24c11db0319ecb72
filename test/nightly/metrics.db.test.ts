import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { randomBank } from './bank.ts';
import { type Reference, referenceOf } from './reference.ts';
import { writeBank } from './write-bank.ts';

const ON = Temporal.PlainDate.from('2026-03-17');
const now = () => Temporal.Instant.from('2026-03-18T01:00:00Z');
const bank = randomBank(ON, 80, 7);

type StateRow = {
  client_id: string;
  aum_minor: bigint;
  deposits_minor: bigint;
  loans_minor: bigint;
  avg3_sum_minor: bigint;
  avg3_days: number;
  deposits_sum_minor: bigint;
  product_lines: string[];
  idle_days: number | null;
  contact_gap_days: number | null;
};

const figuresOf = (row: StateRow): Reference => ({
  aum: row.aum_minor,
  deposits: row.deposits_minor,
  loans: row.loans_minor,
  avg3Sum: row.avg3_sum_minor,
  avg3Days: row.avg3_days,
  depositsSum: row.deposits_sum_minor,
  productLines: row.product_lines,
  idleDays: row.idle_days,
  contactGapDays: row.contact_gap_days,
});

describe('the metrics of a night', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await writeBank(db.database.service.sql, bank);
  });
  afterAll(() => db.close());

  test.each(['2026-02-28', ON.toString(), '2026-03-24'])(
    'equal a day-by-day computation on %s, whatever the range size',
    async (on) => {
      const businessDate = Temporal.PlainDate.from(on);
      const run = await runNight({ database: db.database, now, rangeSize: 17 }, { businessDate });
      if (!run.ok) throw new Error(run.problem.en);
      const rows = await db.database.service.sql<StateRow[]>`
      select * from client_state where business_date = ${on}::text::date order by client_id`;
      const found = Object.fromEntries(rows.map((row) => [row.client_id, figuresOf(row)]));
      const expected = Object.fromEntries(
        bank.clients.flatMap(({ client_id }) => {
          const figures = referenceOf(bank, client_id, on);
          return figures ? [[client_id, figures]] : [];
        }),
      );
      expect(found).toEqual(expected);
      expect(run.value.assessed).toBe(Object.keys(expected).length);
    },
  );
});
