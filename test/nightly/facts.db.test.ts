import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Bank, emptyBank } from './bank.ts';
import { bankOf } from './small-bank.ts';
import { now, statesAfterNight } from './states-of.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const statesOf = (bank: Bank, on: string, extra: string[] = []) =>
  statesAfterNight(db, bank, on, extra);

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
      override('2026-01-01', '2026-03-31', 'key'),
      override('2026-03-31', '2026-04-01', 'premier'),
    ];
    expect(await statesOf(bank, '2026-03-31', live)).toMatchObject({
      C1: { computed_tier: 'quality', in_force_tier: 'premier' },
    });
    expect(await statesOf(bank, '2026-04-01', live)).toMatchObject({
      C1: { in_force_tier: 'quality' },
    });
  });
});
