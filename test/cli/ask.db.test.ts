import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillSmallBank } from '../support/small-bank.ts';

let bank: TestDatabase;
let folder: string;
beforeAll(async () => {
  bank = await openTestDatabase();
  await fillSmallBank(bank);
  folder = await mkdtemp(join(tmpdir(), 'bellwether-ask-'));
});
afterAll(async () => {
  await bank.close();
  await rm(folder, { recursive: true });
});

type Printed = { code: number; stdout: string; stderr: string };

const run = (words: string[], more: NodeJS.ProcessEnv = {}): Promise<Printed> => {
  const { promise, resolve } = Promise.withResolvers<Printed>();
  const env = { ...process.env, DATABASE_URL: bank.url, LANG: 'en_US.UTF-8', LC_ALL: '', ...more };
  const child = execFile('node', ['src/cli.ts', ...words], { env }, (_error, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
};

const AS = ['--as', 'm1@bank.example'];
const json = async (...words: string[]) => JSON.parse((await run([...words, '--json'])).stdout);

describe('wrong usage', () => {
  test.each([
    [['ask', 'key clients']],
    [['ask']],
    [['nonsense']],
    [['ask', 'key clients', '--locale', 'fr', ...AS]],
    [['sample', '--managers', 'many']],
  ])('of %j is said as JSON where JSON was asked for, and exits 2', async (words) => {
    const { code, stdout } = await run([...words, '--json']);
    expect({ code, document: JSON.parse(stdout) }).toMatchObject({
      code: 2,
      document: { error: { code: 'wrong_usage', en: expect.any(String), zh: expect.any(String) } },
    });
    expect((await run(words)).stdout).toBe('');
  });
});

type Line = Record<string, unknown> & { error?: { code: string } };

const batch = async (lines: (object | string)[]): Promise<Line[]> => {
  const path = join(folder, 'batch.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(path, text.join('\n'));
  const { stdout, code } = await run(['ask', '--batch', path, '--json']);
  expect(code).toBe(0);
  expect(stdout.endsWith('\n\n')).toBe(false);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('ask --batch', () => {
  const as = 'm1@bank.example';

  test('answers in order, line by line, with threads and languages; a bad line stops nothing', async () => {
    const lines = await batch([
      { id: 1, text: 'key clients', as, thread: 't' },
      'not json',
      { id: 'two', text: 'only those above 300000', as, thread: 't' },
      { id: 3, as },
      '',
      { id: 4, text: 'only those above 300000', as, thread: 'other' },
      { id: 5, text: '???', as, locale: 'zh-CN' },
      { id: 6, text: 'key clients', as: 'nobody@bank.example' },
      { id: 7, text: '', as },
      { id: 8, text: 'x'.repeat(40_000), as },
      { id: 9, text: 'how many?', as, thread: 't', locale: 'xx' },
      { text: 'how many key clients', as },
    ]);
    expect(lines.map(({ id }) => id)).toEqual([1, null, 'two', 3, 4, 5, 6, 7, 8, 9, null]);
    expect(lines[0]).toMatchObject({ status: 'answered', total: 2 });
    expect(lines[1]?.error).toMatchObject({ code: 'batch_line' });
    expect(lines[2]).toMatchObject({ status: 'answered', total: 1 });
    expect(lines[3]?.error).toMatchObject({ code: 'batch_line' });
    expect(lines[4]).toMatchObject({ status: 'not_understood' });
    expect(lines[5]).toMatchObject({ status: 'not_understood', language: 'zh-CN' });
    expect(lines[6]).toMatchObject({ status: 'refused', reason: 'unknown_person' });
    expect(lines[7]).toMatchObject({ status: 'not_understood', notUnderstood: [] });
    expect(lines[8]).toMatchObject({ status: 'refused', reason: 'too_long' });
    expect(lines[9]).toMatchObject({ status: 'answered', value: 1 });
    expect(lines[10]).toMatchObject({ status: 'answered', value: 2 });
  });

  test('hundreds of questions of one person are not held up', async () => {
    const questions = Array.from({ length: 300 }, (_, id) => ({ id, text: 'key clients', as }));
    const lines = await batch(questions);
    expect(lines.length).toBe(300);
    expect(lines.every(({ status }) => status === 'answered')).toBe(true);
  });

  test.each(['none', '.'])(
    'a file that is not there, or is a folder, is a sentence: %s',
    async (name) => {
      const path = join(folder, name);
      const { code, stderr } = await run(['ask', '--batch', path]);
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`${path} cannot be read`),
      });
    },
  );
});

describe('a thread and its receipt from the terminal', () => {
  test('go on from one process to the next', async () => {
    await json('ask', 'key clients', ...AS, '--thread', 'T');
    const last = await json('ask', 'only those above 300000', ...AS, '--thread', 'T');
    expect(last).toMatchObject({ status: 'answered', total: 1, rows: [{ clientId: 'C04' }] });
    const again = await json('replay', last.receiptId);
    expect(again).toEqual({ ...last, identical: true, changes: [] });
    const own = await run(['replay', last.receiptId, ...AS]);
    expect(own.stdout).toContain('The same as then.');
  });

  test("another's receipt and one that does not exist are refused alike", async () => {
    const { receiptId } = await json('ask', 'key clients', ...AS);
    const other = ['--as', 'm2@bank.example'];
    const theirs = await run(['replay', receiptId, ...other]);
    const none = await run(['replay', 'none', ...other]);
    expect(theirs).toEqual(none);
    expect(theirs.code).toBe(1);
  });

  test('an empty question is answered with what can be asked', async () => {
    const { stdout, code } = await run(['ask', '', ...AS]);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('Ask a') });
  });
});

test('a model that is configured and does not answer leaves the grammar at work', async () => {
  const model = {
    BELLWETHER_MODEL_URL: 'http://127.0.0.1:9/v1',
    BELLWETHER_MODEL_NAME: 'planner',
    BELLWETHER_MODEL_TIMEOUT_SECONDS: '2',
  };
  const known = await run(['ask', 'key clients', ...AS, '--json'], model);
  expect(JSON.parse(known.stdout)).toMatchObject({ status: 'answered', plannedBy: 'grammar' });
  const unknown = await run(['ask', 'snoozing clients', ...AS, '--json'], model);
  expect(JSON.parse(unknown.stdout)).toMatchObject({ status: 'not_understood' });
  const [spent] = await bank.owner`select calls from model_spend where actor_id = 'M1'`;
  expect(spent?.calls).toBeGreaterThan(0);
});
