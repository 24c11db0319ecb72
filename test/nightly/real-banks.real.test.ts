import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activatePolicy } from '../../src/nightly/activate-policy.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { importFolder, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { hundredths, readRecords, realDataFolder } from '../support/real-data.ts';

const example = (path: string) => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));
const data = realDataFolder();
const now = () => Temporal.Instant.from('2026-04-01T01:00:00Z');
const date = (text: string) => Temporal.PlainDate.from(text);

const countBy = async (db: TestDatabase, column: 'computed_tier' | 'in_force_tier') => {
  const { sql } = db.database.service;
  const rows = await sql<{ key: string; n: number }[]>`
    select ${sql(column)} as key, count(*)::int as n from client_state group by 1`;
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
};

describe.skipIf(!data)('a night of the Xiamen bank', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    const mapping = example('xiamen/mapping.yaml');
    await reportOf(importFolder(db, join(data ?? '', 'xiamen_bank'), { mapping }));
    const run = await runNight({ database: db.database, now });
    if (!run.ok) throw new Error(run.problem.en);
    expect(run.value).toMatchObject({ assessed: 69_126, businessDate: date('2019-09-30') });
  }, 600_000);
  afterAll(() => db.close());

  test('finds the tiers of its 69,126 clients', async () => {
    const tiers = { mass: 22_295, potential: 9_219, quality: 19_602, key: 13_327, premier: 4_683 };
    expect(await countBy(db, 'computed_tier')).toEqual(tiers);
    expect(await countBy(db, 'in_force_tier')).toEqual(tiers);
  });

  test('finds who is idle, and never counts what is not recorded as dormant', async () => {
    const [row] = await db.database.service.sql`
      select count(*) filter (where idle_days > 90)::int as above_90,
             count(*) filter (where idle_days >= 90)::int as from_90,
             count(*) filter (where idle_days > 180)::int as above_180,
             count(*) filter (where idle_days >= 180)::int as from_180,
             count(*) filter (where activity = 'unknown')::int as unknown,
             count(*) filter (where activity in ('dormant', 'long_inactive'))::int as dormant_or_longer,
             sum(aum_minor)::text as aum
        from client_state`;
    expect({ ...row }).toEqual({
      above_90: 6_749,
      from_90: 7_021,
      above_180: 1_263,
      from_180: 1_283,
      unknown: 4_947,
      dormant_or_longer: 1_263,
      aum: '2584877623395',
    });
  });

  test('claims nothing about churn that needs transactions, contacts, complaints or surveys', async () => {
    const rows = await db.database.service.sql<{ codes: string }[]>`
      select distinct (select e->'values'->>'codes' from jsonb_array_elements(reasons) e
                        where e->>'code' = 'not_assessed') as codes from client_state`;
    expect(rows.map(({ codes }) => codes)).toEqual(['R01 R02 R04 R05 R06 R07 R08 R09 R10']);
  });
});

/** Day-end balances of each account, straight from the ledger: the sum of its movements, debits negative. */
const ledgerBalances = (folder: string): Map<string, Map<string, bigint>> => {
  const file = 'trans_1993-01-01_1994-03-31_truncated.asc.gz';
  const options = {
    delimiter: ';',
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
  };
  const byAccount = new Map<string, Map<string, bigint>>();
  const sums = new Map<string, bigint>();
  for (const row of readRecords(folder, file, options)) {
    if ((row.date ?? '') > '931231' || !row.balance) continue;
    const account = row.account_id ?? '';
    const amount = hundredths(row.amount ?? '');
    const sum = (sums.get(account) ?? 0n) + (row.type === 'PRIJEM' ? amount : -amount);
    sums.set(account, sum);
    byAccount.set(account, (byAccount.get(account) ?? new Map()).set(`19${row.date}`, sum));
  }
  return byAccount;
};

const BANDS: [string, bigint][] = [
  ['premier', 100_000_000n],
  ['key', 30_000_000n],
  ['quality', 5_000_000n],
  ['potential', 1_000_000n],
];

/** The tier of one account's average from 1 October, or its first movement, to 31 December 1993. */
const tierOfAccount = (balances: Map<string, bigint>): string => {
  let held = 0n;
  let sum = 0n;
  let days = 0n;
  for (let day = date('1993-01-01'); day.year === 1993; day = day.add({ days: 1 })) {
    const text = day.toString().replaceAll('-', '');
    held = balances.get(text) ?? held;
    const started = [...balances.keys()].some((each) => each <= text);
    if (!started || day.month < 10) continue;
    sum += held > 0n ? held : 0n;
    days += 1n;
  }
  return BANDS.find(([, floor]) => sum >= floor * days)?.[0] ?? 'mass';
};

describe.skipIf(!data)('the nights of the Czech bank', () => {
  const folder = join(data ?? '', 'berka');
  const settings = () => ({ database: db.database, now });
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await reportOf(importFolder(db, folder, { mapping: example('berka/mapping.yaml') }));
    const path = example('berka/policy.yaml');
    expect(await activatePolicy(settings(), path)).toMatchObject({ ok: true });
  }, 600_000);
  afterAll(() => db.close());

  test('tier each owner at the end of 1993 as the ledger says, and hold 36,575,946.10 CZK', async () => {
    const run = await runNight(settings(), { businessDate: date('1993-12-31') });
    expect(run).toMatchObject({ ok: true, value: { policyVersion: 'berka-czk-1' } });
    const { sql } = db.database.service;
    const rows = await sql<{ account_id: string; tier: string }[]>`
      select a.account_id, s.computed_tier as tier from client_state s join accounts a using (client_id)`;
    const balances = ledgerBalances(folder);
    const expected = [...balances].map(([account, days]) => [account, tierOfAccount(days)]);
    const found = rows.map(({ account_id, tier }) => [account_id, tier]);
    const known = found.filter(([account]) => balances.has(account ?? ''));
    expect(new Map(known as [string, string][])).toEqual(new Map(expected as [string, string][]));
    const [row] = await sql`select sum(aum_minor)::text as aum from client_state`;
    expect(row?.aum).toBe('3657594610');
  });

  test('may begin with every month-end so far, and then change nothing', async () => {
    const options = { businessDate: date('1994-03-30'), from: date('1994-01-31') };
    expect(await runNight(settings(), options)).toMatchObject({ ok: true });
    expect(await runNight(settings(), options)).toMatchObject({ ok: true, value: { changed: 0 } });
  });
});
