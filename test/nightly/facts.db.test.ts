import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Bank, emptyBank } from './bank.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

const now = () => Temporal.Instant.from('2026-03-18T01:00:00Z');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** The state of each client after a night on `on` over a bank of its own. */
const statesOf = async (bank: Bank, on: string, extra: string[] = []) => {
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

describe('balances', () => {
  test('of a negative account count 0, and do not eat those of another', async () => {
    const states = await statesOf(
      bankOf('2026-03-31', [
        { client: 'C1', balances: [['2026-03-01', -500n]] },
        { client: 'C1', balances: [['2026-03-01', 700n]] },
      ]),
      '2026-03-31',
    );
    expect(states).toMatchObject({
      C1: { aum_minor: 700n, avg3_sum_minor: 700n * 31n, avg3_days: 31 },
    });
  });

  test('of 29 February count in a leap year: the window is 1 December to that day', async () => {
    const bank = bankOf('2028-02-29', [{ client: 'C1', balances: [['2027-01-01', 100n]] }]);
    expect(await statesOf(bank, '2028-02-29')).toMatchObject({
      C1: { avg3_days: 91, sum: '9100' },
    });
    expect(await statesOf(bank, '2028-02-28')).toMatchObject({ C1: { avg3_days: 90 } });
  });

  test('end after the day on which the account was closed; loans stand apart', async () => {
    const states = await statesOf(
      bankOf('2026-03-31', [
        { client: 'C1', closed: '2026-03-30', balances: [['2026-03-30', 100n]] },
        { client: 'C1', line: 'mortgage', balances: [['2026-03-30', 9_000n]] },
      ]),
      '2026-03-31',
    );
    expect(states).toMatchObject({
      C1: { aum_minor: 0n, sum: '100', loans_minor: 9_000n, product_lines: ['mortgage'] },
    });
  });

  test('and accounts dated after the business date are not seen, nor is a client who came later', async () => {
    const states = await statesOf(
      bankOf('2026-04-30', [
        {
          client: 'C1',
          balances: [
            ['2026-03-31', 100n],
            ['2026-04-01', 900n],
          ],
        },
        { client: 'C1', line: 'fund', balances: [['2026-04-01', 900n]] },
        { client: 'C2', balances: [['2026-04-01', 900n]] },
      ]),
      '2026-03-31',
    );
    expect(Object.keys(states)).toEqual(['C1']);
    expect(states).toMatchObject({
      C1: { aum_minor: 100n, avg3_days: 1, product_lines: ['demand_deposit'] },
    });
  });

  test.each([
    ['2.5', 1n, 2n],
    ['3.5', 1n, 4n],
    ['2.5', 3n, 8n],
    ['0.1', 5n, 0n],
    ['0.1', 15n, 2n],
    ['0.1', 16n, 2n],
  ])(
    'at a rate of %s turn %s into %s: half goes to the even neighbour',
    async (rate, minor, expected) => {
      const bank = bankOf('2026-03-31', [
        { client: 'C1', currency: 'USD', balances: [['2026-03-31', minor]] },
      ]);
      bank.rates = [{ currency: 'USD', on: '2026-03-01', rate }];
      expect(await statesOf(bank, '2026-03-31')).toMatchObject({ C1: { aum_minor: expected } });
    },
  );
});

describe('a missing rate', () => {
  const bank = (firstRate: string | null) => {
    const foreign = { client: 'C1', currency: 'USD', opened: '2025-01-01' };
    const built = bankOf('2026-03-31', [{ ...foreign, balances: [['2025-10-01', 100n]] }]);
    if (firstRate) built.rates = [{ currency: 'USD', on: firstRate, rate: '7' }];
    return built;
  };

  test.each([[null], ['2026-01-02']])('stops the night when the first is %s', async (first) => {
    const problem = await statesOf(bank(first), '2026-03-31');
    expect(problem).toMatchObject({ code: 'rate_missing' });
    expect(JSON.stringify(problem)).toContain('USD');
    const [states] = await db.database.service.sql`select count(*)::int as n from client_state`;
    expect(states?.n).toBe(0);
  });

  test('before the average’s window leaves the tier alone and R01 not assessed', async () => {
    const states = await statesOf(bank('2026-01-01'), '2026-03-31');
    expect(states).toMatchObject({ C1: { aum_minor: 700n } });
    const reasons = (states as Record<string, { reasons: unknown }>).C1?.reasons;
    expect(JSON.stringify(reasons)).toContain('R01');
  });
});

describe('clients', () => {
  test('without an account are prospects with an average of 0 over 0 days', async () => {
    const bank = emptyBank();
    bank.clients = [
      {
        client_id: 'P1',
        kind: 'corporate',
        onboarded_on: null,
        closed_on: null,
        target_credit_minor: null,
      },
    ];
    bank.feeds = [{ feed: 'balances', loaded_through: '2026-03-31' }];
    expect(await statesOf(bank, '2026-03-31')).toMatchObject({
      P1: { lifecycle: 'prospect', avg3_days: 0, computed_tier: 'class_3', activity: 'unknown' },
    });
  });

  test('who closed are assessed once more, and then keep their last state', async () => {
    const bank = bankOf('2026-03-31', [
      { client: 'C1', closed: '2026-03-10', balances: [['2025-03-01', 6_000_000n]] },
    ]);
    for (const client of bank.clients) client.closed_on = '2026-03-10';
    expect(await statesOf(bank, '2026-03-31')).toMatchObject({
      C1: { lifecycle: 'lost', aum_minor: 0n },
    });
    const settings = { database: db.database, now };
    const again = await runNight(settings, { businessDate: Temporal.PlainDate.from('2026-03-31') });
    const later = await runNight(settings, { businessDate: Temporal.PlainDate.from('2026-04-15') });
    expect(again).toMatchObject({ ok: true, value: { assessed: 1, changed: 0 } });
    expect(later).toMatchObject({ ok: true, value: { assessed: 0, changed: 0 } });
  });

  test('with an override go by it while it lives', async () => {
    const bank = bankOf('2026-03-31', [{ client: 'C1', balances: [['2025-03-01', 6_000_000n]] }]);
    const override = (from: string, to: string, tier: string) => `
      insert into overrides (client_id, override_id, tier, reason_code, reason_text, valid_from, valid_to, request_id, recorded_at)
      values ('C1', '${from}', '${tier}', 'data_error', 'test', '${from}', '${to}', 'Q', now())`;
    const live = [
      override('2026-03-31', '2026-04-01', 'premier'),
      override('2026-01-01', '2026-03-31', 'key'),
    ];
    expect(await statesOf(bank, '2026-03-31', live)).toMatchObject({
      C1: { computed_tier: 'quality', in_force_tier: 'premier' },
    });
    expect(await statesOf(bank, '2026-04-01', live)).toMatchObject({
      C1: { in_force_tier: 'quality' },
    });
  });
});

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
