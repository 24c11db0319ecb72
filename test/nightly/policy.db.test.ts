import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { activatePolicy } from '../../src/nightly/activate-policy.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { actor as person } from '../support/small-bank.ts';
import { policyText } from '../tiering/facts-of.ts';
import { bankOf } from './small-bank.ts';
import { writeBank } from './write-bank.ts';

const BERKA = fileURLToPath(new URL('../../examples/berka/policy.yaml', import.meta.url));
const now = () => Temporal.Instant.from('2026-04-01T01:00:00Z');

describe('the policy of a night', () => {
  let db: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'policy-'));
    const bank = bankOf('2026-04-15', [{ client: 'C1', balances: [['2025-01-01', 6_000_000n]] }]);
    bank.rates = [{ currency: 'CNY', on: '2025-01-01', rate: '3.1' }];
    await writeBank(db.database.service.sql, bank);
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });

  const night = (on: string) =>
    runNight({ database: db.database, now }, { businessDate: Temporal.PlainDate.from(on) });
  const activate = (path: string, actor: Actor | null = null) =>
    activatePolicy({ database: db.database, now }, path, actor);
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const currency = (code: string) => db.owner`
    insert into settings (key, value) values ('reporting_currency', ${code})
        on conflict (key) do update set value = excluded.value`;

  test('must be in the reporting currency, and the refusal says how to put one in force', async () => {
    await currency('CZK');
    const run = await night('2026-03-01');
    expect(run).toMatchObject({ ok: false, problem: { code: 'policy_none' } });
    expect(JSON.stringify(run)).toContain('policy activate');
    expect(await activate(BERKA)).toMatchObject({ ok: true, value: { activated: true } });
    expect(await activate(BERKA)).toMatchObject({ ok: true, value: { activated: false } });
    expect(await night('2026-03-01')).toMatchObject({
      ok: true,
      value: { policyVersion: 'berka-czk-1' },
    });
  });

  test('in another currency is refused', async () => {
    await currency('CNY');
    expect(await activate(BERKA)).toMatchObject({
      ok: false,
      problem: { code: 'policy_currency' },
    });
  });

  test('is the shipped one by default, stored with its hash', async () => {
    expect(await night('2026-03-02')).toMatchObject({ value: { policyVersion: 'standard-cny-1' } });
    const rows = await db.database.service.sql`
      select currency, length(hash) as hash from policies where policy_version = 'standard-cny-1'`;
    expect(rows.map((row) => ({ ...row }))).toEqual([{ currency: 'CNY', hash: 64 }]);
  });

  test('is the newest that is valid on the date, and re-tiers from then on', async () => {
    const text = policyText
      .replace('version: standard-cny-1', 'version: strict-1')
      .replace('valid_from: 1990-01-01', 'valid_from: 2026-04-01')
      .replace('below: 50000 }', 'below: 70000 }')
      .replace('floor: 50000,', 'floor: 70000,');
    const compliance = person('A1', 'compliance');
    expect(await activate(file('strict.yaml', text), compliance)).toMatchObject({ ok: true });
    expect(await night('2026-03-31')).toMatchObject({ value: { policyVersion: 'standard-cny-1' } });
    expect(await night('2026-04-01')).toMatchObject({
      value: { policyVersion: 'strict-1', changed: 1 },
    });
    const [state] = await db.database.service
      .sql`select computed_tier, in_force_tier from client_state`;
    expect({ ...state }).toEqual({ computed_tier: 'potential', in_force_tier: 'quality' });
  });

  test('keeps its version for its content', async () => {
    const other = policyText.replace('hold_months: 6', 'hold_months: 12');
    expect(await activate(file('other.yaml', other))).toMatchObject({
      ok: false,
      problem: { code: 'policy_version_taken' },
    });
  });

  test.each([
    ['missing.yaml', null, 'policy_file'],
    ['broken.yaml', 'version: [', 'policy_unreadable'],
    ['wrong.yaml', policyText.replace('floor: 50000,', 'floor: 5,'), 'policy_lint'],
  ])('from %s is not put in force', async (name, text, code) => {
    const path = text === null ? join(folder, name) : file(name, text);
    expect(await activate(path)).toMatchObject({ ok: false, problem: { code } });
  });

  describe('is changed by a second person', () => {
    const changed = (version: string, author: string) =>
      file(
        `${version}.yaml`,
        policyText
          .replace('version: standard-cny-1', `version: ${version}`)
          .replace('author: Bellwether', `author: ${author}`)
          .replace('valid_from: 1990-01-01', 'valid_from: 2026-05-01'),
      );
    const compliance = person('A1', 'compliance');

    test.each([
      ['nobody', 'Somebody', null, 'policy_approver'],
      ['a relationship manager', 'Somebody', person('M1'), 'policy_authority'],
      ['a branch head', 'Somebody', person('H1', 'branch_head'), 'policy_authority'],
      ['the author by e-mail', 'A1@Bank.example', compliance, 'policy_own'],
      ['the author by name', 'manager a1', compliance, 'policy_own'],
    ])('not by %s', async (_, author, actor, code) => {
      const path = changed('second-1', author);
      expect(await activate(path, actor)).toMatchObject({ ok: false, problem: { code } });
      const rows = await db.owner`select 1 from policies where policy_version = 'second-1'`;
      expect(rows).toHaveLength(0);
    });

    test('who is stored beside the author, with an audit entry', async () => {
      const path = changed('second-1', 'Somebody');
      const done = await activate(path, compliance);
      expect(done).toMatchObject({ ok: true, value: { activated: true, auditId: 3 } });
      expect(await activate(path, compliance)).toMatchObject({
        ok: true,
        value: { activated: false, auditId: null },
      });
      const rows = await db.owner`
        select p.author, p.approver, a.actor_id, a.action, a.after->>'hash' = p.hash as same
          from policies p, audit_entries a where p.policy_version = 'second-1' and a.audit_id = 3`;
      expect(rows.map((row) => ({ ...row }))).toEqual([
        {
          author: 'Somebody',
          approver: 'a1@bank.example',
          actor_id: 'A1',
          action: 'policy_activated',
          same: true,
        },
      ]);
    });

    test('who is told of nights in its time that were decided without it', async () => {
      await db.owner`
        insert into nightly_runs (business_date, policy_version, finished_at, assessed, changed)
        select day, 'standard-cny-1', now(), 0, 0 from unnest('{2026-04-30,2026-05-01,2026-05-31}'::date[]) day`;
      const done = await activate(changed('late-1', 'Somebody'), compliance);
      await db.owner`delete from nightly_runs`;
      expect(done).toMatchObject({ ok: true, value: { nightsBefore: 2 } });
    });
  });
});
