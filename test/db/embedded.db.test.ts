import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { canEnter } from '../../src/db/embedded/places.ts';
import { openDatabase } from '../../src/db/open-database.ts';

const folders: string[] = [];
const temporary = (mode = 0o755): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bw-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const onlyFolder = (dataDir: string) => ({
  dataDir,
  databaseUrl: null,
  databaseServiceUrl: null,
  databaseReaderUrl: null,
});

const open = async (dataDir: string, tell: (line: string) => void = () => {}) => {
  const opened = await openDatabase(onlyFolder(dataDir), tell);
  if (!opened.ok) throw new Error(opened.problem.en);
  return opened.value;
};

/** A process that opens the database, says so, writes a setting, and then waits. */
const holder = async (dataDir: string, value: string) => {
  const source = `
    import { openDatabase } from ${JSON.stringify(new URL('../../src/db/open-database.ts', import.meta.url).href)};
    const opened = await openDatabase(${JSON.stringify(onlyFolder(dataDir))});
    await opened.value.service.sql\`insert into settings values (\${${JSON.stringify(value)}}, 'kept')\`;
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('the process ended before it was ready')));
  });
  return child;
};

const serverRuns = (dataDir: string): boolean =>
  existsSync(join(dataDir, 'postgres/data/postmaster.pid'));

describe('the PostgreSQL of our own', () => {
  test('is created, keeps what was written, and stops with the last process', async () => {
    const dataDir = join(temporary(), 'data');
    const first = await open(dataDir);
    expect(first.migrationsApplied).toBeGreaterThan(0);
    await first.service.sql`insert into settings values ('a', 'kept')`;
    await first.close();
    expect(serverRuns(dataDir)).toBe(false);
    const second = await open(dataDir);
    expect(second.migrationsApplied).toBe(0);
    expect(await second.service.sql`select value from settings`).toEqual([{ value: 'kept' }]);
    await second.close();
  });

  test('is shared by several processes; the first to leave does not stop it for the others', async () => {
    const dataDir = join(temporary(), 'data');
    const [a, b] = await Promise.all([holder(dataDir, 'a'), holder(dataDir, 'b')]);
    const mine = await open(dataDir);
    await mine.close();
    expect(serverRuns(dataDir)).toBe(true);
    const gone = [a, b].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of [a, b]) child.kill('SIGKILL');
    await Promise.all(gone);
    const after = await open(dataDir);
    expect(await after.service.sql`select key from settings order by key`).toEqual([
      { key: 'a' },
      { key: 'b' },
    ]);
    await after.close();
    expect(serverRuns(dataDir)).toBe(false);
  });

  test('recovers when the server itself was killed', async () => {
    const dataDir = join(temporary(), 'data');
    const first = await open(dataDir);
    await first.service.sql`insert into settings values ('a', 'kept')`;
    const pid = Number(
      readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0],
    );
    await promisify(execFile)('kill', ['-9', String(pid)]);
    await first.close();
    const second = await open(dataDir);
    expect(await second.service.sql`select key from settings`).toEqual([{ key: 'a' }]);
    await second.close();
  });

  test('moves its socket to a short path when the folder lies deep', async () => {
    const dataDir = join(temporary(), 'd'.repeat(60), 'e'.repeat(60));
    const told: string[] = [];
    const opened = await open(dataDir, (line) => told.push(line));
    await opened.close();
    const place = told.join().match(/\/tmp\/bellwether-\w+/)?.[0];
    expect(place).toBeDefined();
    folders.push(place as string);
  });

  test.runIf(process.getuid?.() === 0)(
    'works for root in a folder that only root can enter, and names where its files are',
    async () => {
      const dataDir = join(temporary(0o700), 'data');
      const told: string[] = [];
      const opened = await open(dataDir, (line) => told.push(line));
      const place = told.join().match(/\/var\/lib\/bellwether\/\w+/)?.[0];
      await opened.close();
      expect(place).toBeDefined();
      folders.push(place as string);
    },
  );

  test.each(['/dev/null/bellwether', '/proc/bellwether'])(
    'says in a sentence that %s cannot be a folder',
    async (folder) => {
      const opened = await openDatabase(onlyFolder(folder));
      expect(opened).toMatchObject({ ok: false, problem: { code: 'data_folder' } });
    },
  );

  test('says in a sentence that an address does not answer', async () => {
    const opened = await openDatabase({
      ...onlyFolder('unused'),
      databaseUrl: 'postgres://nobody@127.0.0.1:1/bank',
    });
    expect(opened).toMatchObject({ ok: false, problem: { code: 'database_unreachable' } });
    if (!opened.ok) expect(opened.problem.en).toContain('127.0.0.1:1/bank');
  });
});

test('a folder can be entered when every folder above lets the user through', () => {
  const closed = temporary(0o700);
  expect(canEnter(join(closed, 'x'), 65_534)).toBe(false);
  expect(canEnter(temporary(0o755), 65_534)).toBe(true);
});
