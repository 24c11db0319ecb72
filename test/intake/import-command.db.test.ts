import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundle } from '../support/bundle.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK } from './support.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Runs the terminal's own program in an empty folder. */
const run = (...parameters: string[]) => {
  const cwd = mkdtempSync(join(tmpdir(), 'bellwether-cwd-'));
  const env = { ...process.env, DATABASE_URL: db.url, LANG: 'en_GB.UTF-8', LC_ALL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parameters], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, cwd };
};

describe('bellwether import', () => {
  test('prints the report as JSON, refuses too many rejects, and facts shows what is loaded', () => {
    const bad = { ...BANK, 'surveys.csv': ['client_id,on,csat', 'C1,2026-11-01,9'] };
    const refused = run('import', writeBundle(bad), '--json');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      tables: { surveys: { read: 1, inserted: 0, updated: 0, unchanged: 0, rejected: 1 } },
      rejectsFile: join(refused.cwd, 'rejects.csv'),
      committed: false,
      error: { code: 'too_many_rejects' },
    });
    expect(existsSync(join(refused.cwd, 'rejects.csv'))).toBe(true);

    const loaded = run('import', writeBundle(BANK), '--json');
    expect(loaded.status).toBe(0);
    expect(JSON.parse(loaded.stdout)).toMatchObject({
      tables: { clients: { read: 2, inserted: 2 } },
      rejectsFile: null,
      businessDate: '2026-11-20',
      conflicts: [],
    });

    const facts = run('facts', '--on', '2026-11-05', '--json');
    expect(JSON.parse(facts.stdout)).toMatchObject({
      on: '2026-11-05',
      rows: { clients: 2, balances: 3 },
      openAccounts: 2,
      clientsBehind: 2,
      holdings: [{ currency: 'CNY', accounts: 2, assets: '1500.50', owed: '0.00' }],
    });
    expect(run('facts').stdout).toMatch(/CNY +2 +1,234\.50 +90\.00/);
  });

  test('says in a sentence what cannot be read, and exits 2 on wrong usage', () => {
    const missing = run('import', '/nowhere/at/all');
    expect(missing.status).toBe(1);
    expect(missing.stderr.trim()).toBe(
      'There is no folder /nowhere/at/all that can be read. Give the folder that holds the bundle.',
    );
    expect(run('import', '/nowhere', '--max-rejects', 'many').status).toBe(2);
  });
});
