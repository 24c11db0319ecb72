import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Bank, randomBank } from './bank.ts';
import { writeBank } from './write-bank.ts';

const ON = Temporal.PlainDate.from('2026-03-17');
const now = () => Temporal.Instant.from('2026-03-18T01:00:00Z');
const BRANCH_SIZE = 12;

type Row = {
  client_id: string;
  branch_id: string | null;
  closed: boolean;
  idle_days: number | null;
  transaction_days: number | null;
  contribution: bigint | null;
  r: number | null;
  f: number | null;
  m: number | null;
};

/** The best fifth of a population gets 5; where it does not divide, the better fifths are the larger ones. */
const quintiles = (rows: Row[], figure: (row: Row) => number | null): Map<string, number> => {
  const known = rows.filter((row) => figure(row) !== null && !row.closed);
  known.sort(
    (a, b) => Number(figure(b)) - Number(figure(a)) || (a.client_id < b.client_id ? -1 : 1),
  );
  if (known.length < 5) return new Map();
  const sizes = [0, 1, 2, 3, 4].map((i) => Math.floor((known.length + 4 - i) / 5));
  const scores = sizes.flatMap((size, i) => Array.from({ length: size }, () => 5 - i));
  return new Map(known.map((row, i) => [row.client_id, scores[i] ?? 0]));
};

describe('RFM', () => {
  let db: TestDatabase;
  let rows: Row[];
  beforeAll(async () => {
    db = await openTestDatabase();
    const bank: Bank = randomBank(ON, 3 * BRANCH_SIZE + 4, 11);
    await writeBank(db.database.service.sql, bank);
    // Three branches, a fourth too small to rank; few figures, so that there are ties; one client has closed.
    await db.owner`
      update clients set branch_id = 'B' || substr(client_id, 2)::int / ${BRANCH_SIZE}::int,
             contribution_12m_minor = nullif(substr(client_id, 4)::int % 4, 3) * 1000`;
    await db.owner`update clients set closed_on = '2026-03-01' where client_id = 'C0003'`;
    const run = await runNight({ database: db.database, now }, { businessDate: ON });
    if (!run.ok) throw new Error(run.problem.en);
    rows = await db.owner<Row[]>`
      select s.client_id, c.branch_id, c.closed_on is not null as closed, s.idle_days, s.transaction_days,
             c.contribution_12m_minor as contribution,
             s.rfm_recency as r, s.rfm_frequency as f, s.rfm_monetary as m
        from client_state s join clients c using (client_id) order by client_id`;
  });
  afterAll(() => db.close());

  test.each([
    ['r', (row: Row) => (row.idle_days === null ? null : -row.idle_days)],
    ['f', (row: Row) => row.transaction_days],
    ['m', (row: Row) => (row.contribution === null ? null : Number(row.contribution))],
  ] as ['r' | 'f' | 'm', (row: Row) => number | null][])(
    '%s is the fifth of the branch, ties by client id, nothing where the figure is unknown',
    (key, figure) => {
      for (const branch of new Set(rows.map((row) => row.branch_id))) {
        const members = rows.filter((row) => row.branch_id === branch);
        const expected = quintiles(members, figure);
        const found = members.map((row) => [row.client_id, row[key]]);
        expect(found).toEqual(
          members.map((row) => [row.client_id, expected.get(row.client_id) ?? null]),
        );
      }
      expect(rows.filter((row) => row.branch_id === 'B3').map((row) => row[key])).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(new Set(rows.map((row) => row[key]).filter((each) => each !== null)).size).toBe(5);
    },
  );
});
