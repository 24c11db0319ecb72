import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import type { Bank } from './bank.ts';
import { bankOf } from './small-bank.ts';
import { statesAfterNight } from './states-of.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const statesOf = (bank: Bank, on: string, extra: string[] = []) =>
  statesAfterNight(db, bank, on, extra);

describe('idle days', () => {
  const account = {
    client: 'C1',
    opened: '2025-01-01',
    balances: [['2025-01-01', 100n]] as [string, bigint][],
  };
  const bank = () => bankOf('2026-03-31', [account]);
  const month = (first: string, last: string | null, days: number | null = null) => `
    insert into activity (client_id, month, last_transaction_on, transaction_days)
    values ('C1', '${first}', ${last ? `'${last}'` : 'null'}, ${days ?? 'null'})`;
  const paid = (on: string, own = true) => `
    insert into transactions (client_id, transaction_id, account_id, booked_on, amount_minor, kind, initiated_by_client)
    values ('C1', '${on}', 'A0', '${on}', 5, 'payment', ${own})`;
  const transactions = `insert into feeds (feed, loaded_through) values ('transactions', '2026-03-31')`;

  test.each([
    ['nothing is delivered', [], null],
    ['transactions are delivered and there are none', [transactions], 454],
    ['only the bank booked', [transactions, paid('2026-03-01', false)], 454],
    ['the client booked', [transactions, paid('2026-03-01')], 30],
    ['the client booked long ago', [transactions, paid('2025-01-05')], 450],
    ['the client booked after the date', [transactions, paid('2026-04-01')], 454],
    ['a month has a date', [month('2026-03-01', '2026-03-21')], 10],
    ['a month has an earlier date', [month('2026-03-01', '2025-12-21')], 100],
    ['a month records none', [month('2026-03-01', null)], null],
    [
      'a later month records none',
      [month('2026-02-01', '2026-02-21'), month('2026-03-01', null)],
      null,
    ],
    [
      'a later month had none',
      [month('2026-02-01', '2026-02-21'), month('2026-03-01', null, 0)],
      38,
    ],
    [
      'the month has transactions of its own',
      [month('2026-03-01', null), transactions, paid('2026-03-01')],
      30,
    ],
    ['the month lies after the date', [transactions, month('2026-04-01', '2026-04-02')], 454],
  ] as [string, string[], number | null][])('when %s', async (_, statements, idle) => {
    const states = await statesOf(bank(), '2026-03-31', statements);
    expect(states).toMatchObject({ C1: { idle_days: idle } });
  });
});

describe('the churn card reads from the database', () => {
  test('what left, closed, matures, was complained about, and how often the client logged in', async () => {
    const bank = bankOf('2026-03-31', [
      {
        client: 'C1',
        opened: '2025-01-01',
        balances: [
          ['2025-01-01', 10_000n],
          ['2026-03-02', 100n],
        ],
      },
      {
        client: 'C1',
        line: 'fund',
        opened: '2025-01-01',
        closed: '2026-03-01',
        balances: [['2025-01-01', 1n]],
      },
      {
        client: 'C1',
        line: 'time_deposit',
        opened: '2025-01-01',
        balances: [['2026-03-01', 100n]],
      },
    ]);
    const states = await statesOf(bank, '2026-03-31', [
      `update accounts set matures_on = '2026-04-14' where product_line = 'time_deposit'`,
      `insert into complaints (client_id, complaint_id, opened_on, severity) values ('C1', 'X', '2025-12-01', 'severe')`,
      `insert into surveys (client_id, "on", csat) values ('C1', '2026-01-01', 5), ('C1', '2026-03-01', 1)`,
      `insert into logins (client_id, month, days) values ('C1', '2025-12-01', 12), ('C1', '2026-03-01', 1)`,
      `insert into feeds (feed, loaded_through) values ('complaints', '2026-03-31'), ('surveys', '2026-03-31'),
        ('logins', '2026-03-31')`,
    ]);
    const reasons = (states as Record<string, { reasons: { code: string; points?: number }[] }>).C1
      ?.reasons;
    const points = Object.fromEntries((reasons ?? []).map(({ code, points }) => [code, points]));
    expect(points).toMatchObject({ R01: 30, R03: 8, R06: 5, R07: 15, R08: 8, R11: 10 });
  });
});
