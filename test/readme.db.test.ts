/** Every command of the README is run: those of the terminal here, `npm ci`, `npm start` and `npm test` by CI and test/e2e. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch } from './e2e/running-start.ts';
import { openTestDatabase, type TestDatabase } from './support/database.ts';

const ROOT = join(import.meta.dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PREFIX = 'npm run -s bellwether -- ';

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

const lines = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].flatMap((block) =>
  (block[1] ?? '').split('\n').filter((line) => line !== ''),
);

test('every shell line of the README is a terminal command', () => {
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => !line.startsWith(PREFIX))).toEqual([]);
});

test('every file that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});

describe('on the sample bank', () => {
  let db: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    db = await openTestDatabase();
    env = { DATABASE_URL: db.url, BELLWETHER_PAGE_PORT: String(await freePort()) };
    const sample = ['--managers', '5', '--clients-per-manager', '120'];
    for (const words of [['sample', ...sample], ['nightly']])
      expect(await launch(words, env).ended).toMatchObject({ code: 0 });
  });
  afterAll(() => db.close());

  test.each(lines)('%s', async (line) => {
    const { code, stdout, stderr } = await launch(wordsOf(line.slice(PREFIX.length)), env).ended;
    expect(stderr).not.toMatch(/ {4}at |Error/);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(10);
  });
});
