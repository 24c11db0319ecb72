import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNight } from '../../src/db/metrics/load-night.ts';
import { readClients } from '../../src/db/metrics/read-clients.ts';
import type { ClientFacts } from '../../src/tiering/facts.ts';
import { freshFeeds } from '../../src/tiering/fresh-feeds.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { standardPolicy } from '../tiering/facts-of.ts';
import { policyWithCard } from '../tiering/policy-with-card.ts';
import { type Bank, randomBank } from './bank.ts';
import { scorecardReference } from './scorecard-reference.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const policy = policyWithCard();

const load = async (bank: Bank, extra: string[] = []): Promise<void> => {
  await db.owner`truncate clients, accounts, balances, transactions, activity, month_ends, contacts, fx_rates, feeds`;
  await writeBank(db.database.service.sql, bank);
  for (const statement of extra) await db.owner.unsafe(statement);
};

const factsOn = (text: string, by = policy): Promise<Record<string, ClientFacts>> =>
  db.database.service.sql.begin(async (tx) => {
    const on = Temporal.PlainDate.from(text);
    const { night, feeds } = await loadNight(tx, on, by);
    const fresh = freshFeeds(feeds, by, on);
    const facts: Record<string, ClientFacts> = {};
    const all = { first: '', last: '\u{10ffff}' };
    for await (const metrics of readClients(tx, night, fresh, all))
      facts[metrics.facts.clientId] = metrics.facts;
    return facts;
  });

const scorecardsOn = async (on: string) =>
  Object.fromEntries(
    Object.entries(await factsOn(on)).map(([id, { scorecard }]) => [id, scorecard]),
  );

describe('what a scorecard reads of a bank of transactions', () => {
  const bank = randomBank(Temporal.PlainDate.from('2026-03-31'), 60, 31);

  test.each(['2026-03-31', '2026-03-17', '2026-02-28', '2026-03-01'])(
    'on %s equals a count by hand, in every currency',
    async (text) => {
      await load(bank);
      const on = Temporal.PlainDate.from(text);
      const found = await factsOn(text);
      expect(Object.keys(found).length).toBeGreaterThan(40);
      for (const [clientId, facts] of Object.entries(found))
        expect(facts.scorecard, clientId).toEqual(
          scorecardReference(bank, clientId, on, facts.idleDays),
        );
    },
  );

  test('is not even asked for where the policy has no scorecard', async () => {
    await load(bank);
    const found = await factsOn('2026-03-31', standardPolicy());
    expect(Object.values(found).every(({ scorecard }) => scorecard === null)).toBe(true);
  });
});

describe('a feed that did not come is not assessed, never 0', () => {
  const one = (balances: [string, bigint][]) => bankOf('2026-03-31', [{ client: 'C1', balances }]);

  test('without transactions and monthly sums there is no behaviour', async () => {
    await load(one([['2025-11-30', 500n]]));
    expect(await scorecardsOn('2026-03-31')).toMatchObject({ C1: { behaviour: null } });
  });

  test('month-ends before the bank’s first balance are unknown; nothing swung', async () => {
    await load(one([['2026-03-31', 500n]]));
    expect(await scorecardsOn('2026-03-31')).toMatchObject({
      C1: {
        holdings: { demandMinor: 500n, products: 1n },
        monthEnds: [{ depositsMinor: 500n, depositProducts: 1n }, null, null],
      },
    });
  });

  test('a client who came later had nothing then, where the balances of others reach back', async () => {
    const bank = bankOf('2026-03-31', [
      { client: 'C1', balances: [['2026-03-10', 500n]] },
      { client: 'C2', balances: [['2025-12-31', 9n]] },
    ]);
    await load(bank);
    const none = { depositsMinor: 0n, depositProducts: 0n };
    expect((await scorecardsOn('2026-03-31')).C1?.monthEnds.slice(1)).toEqual([none, none]);
  });

  test('stale balances leave no holdings and no month-ends', async () => {
    await load({
      ...one([['2025-11-30', 500n]]),
      feeds: [{ feed: 'balances', loaded_through: '2026-03-20' }],
    });
    expect(await scorecardsOn('2026-03-31')).toEqual({
      C1: { holdings: null, behaviour: null, monthEnds: [null, null, null] },
    });
  });

  test('a rate that is missing on a month-end leaves that month-end unknown', async () => {
    const bank = bankOf('2026-03-31', [
      { client: 'C1', currency: 'USD', balances: [['2025-11-30', 100n]] },
    ]);
    bank.rates = [{ currency: 'USD', on: '2026-02-10', rate: '7' }];
    await load(bank);
    expect((await scorecardsOn('2026-03-31')).C1?.monthEnds).toEqual([
      { depositsMinor: 700n, depositProducts: 1n },
      { depositsMinor: 700n, depositProducts: 1n },
      null,
    ]);
  });
});

describe('of a bank of monthly sums', () => {
  const bank = bankOf('2026-03-31', [
    { client: 'C1', balances: [['2026-03-31', 500n]] },
    { client: 'C2', balances: [['2026-03-31', 900n]] },
  ]);
  const monthly = [
    `insert into activity values ('C1', '2026-03-01', '2026-03-20', 3, 100, 40, 9, 1, 2, 7)`,
    `insert into activity (client_id, month, inflow_minor, quarter_transactions)
       values ('C2', '2026-03-01', 100, 0)`,
    `insert into month_ends values ('C1', '2026-03-01', 480, 2), ('C1', '2026-02-01', 800, null)`,
    `insert into feeds (feed, newest_row_on) values ('activity', '2026-03-31'), ('month_ends', '2026-03-31')`,
  ];

  test('the reported month-ends count, and who is not in one had no deposit', async () => {
    await load(bank, monthly);
    expect(await scorecardsOn('2026-03-31')).toMatchObject({
      C1: {
        monthEnds: [
          { depositsMinor: 480n, depositProducts: 2n },
          { depositsMinor: 800n, depositProducts: null },
          null,
        ],
      },
      C2: { monthEnds: [{ depositsMinor: 0n, depositProducts: 0n }, { depositsMinor: 0n }, null] },
    });
  });

  test('the counts are those of the month; a cell that is empty is not assessed', async () => {
    await load(bank, monthly);
    const { C1, C2 } = await scorecardsOn('2026-03-31');
    expect(C1?.behaviour).toEqual({
      logins: 9n,
      transfersIn: 1n,
      transfersInMinor: 100n,
      transfersOut: 2n,
      transfersOutMinor: 40n,
      transactions: 7n,
      idleDays: 11n,
    });
    expect(C2?.behaviour).toEqual({
      logins: null,
      transfersIn: null,
      transfersInMinor: 100n,
      transfersOut: null,
      transfersOutMinor: null,
      transactions: 0n,
      idleDays: null,
    });
  });

  test('a month without sums is not assessed, on its last day or within the next', async () => {
    await load(bank, monthly);
    expect((await scorecardsOn('2026-04-15')).C1?.behaviour).toMatchObject({ transactions: 7n });
    expect((await scorecardsOn('2026-04-30')).C1?.behaviour).toBeNull();
  });
});
