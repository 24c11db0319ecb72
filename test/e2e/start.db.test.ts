/** What a newcomer does: start, ask, kill, start again, ask beside it, stop. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, launch, openTab, untilRunning } from './running-start.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-start-'));
const EMILY = 'UM002';
const EMILY_EMAIL = 'emily.carter@bank.example';
let env: Record<string, string>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  env = {
    BELLWETHER_DATA_DIR: join(folder, 'data'),
    BELLWETHER_PAGE_PORT: String(await freePort()),
    BELLWETHER_HEALTH_PORT: String(await freePort()),
    DATABASE_URL: '',
    SLACK_BOT_TOKEN: '',
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = async () => {
  const running = launch(['serve'], env);
  return { running, url: await untilRunning(running) };
};

const askBeside = async () => {
  const words = ['--json', 'ask', 'how many clients in each tier', '--as', EMILY_EMAIL];
  const { code, stdout, stderr } = await launch(words, env).ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as { status: string; total: number; groups: { count: number }[] };
};

test('from nothing to an answer, through kill -9, to a clean stop', {
  timeout: 300_000,
}, async () => {
  const first = await start();
  const tab = await openTab(first.url, EMILY);
  tab.say('Who are my dormant high-value clients?');
  const answer = await tab.untilShown(/no client-initiated transaction for 181.365 days/);
  expect(answer).toMatch(/data_table|"table"/);
  tab.say('沉睡的高价值客户有哪些');
  await tab.untilShown(/客户主动交易已中断181.365天/);
  const beside = await askBeside();
  expect(beside.status).toBe('answered');
  expect(beside.groups.reduce((sum, { count }) => sum + count, 0)).toBe(beside.total);
  tab.close();
  first.running.process.kill('SIGKILL');
  await first.running.ended;

  const second = await start();
  expect(second.running.output()).not.toMatch(/sample bank/);
  const again = await openTab(second.url, EMILY);
  await again.untilShown(/no client-initiated transaction for 181.365 days/);
  again.close();
  expect(await askBeside()).toMatchObject({ total: beside.total, groups: beside.groups });
  second.running.process.kill('SIGINT');
  const { code, stderr } = await second.running.ended;
  expect(code).toBe(0);
  expect(stderr).toMatch(/Stopped\./);
});

describe('what stands in the way gets one sentence', () => {
  const refused = async (more: Record<string, string>) => {
    const { code, stderr } = await launch(['serve'], { ...env, ...more }).ended;
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/ {4}at /);
    return stderr;
  };

  test('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const said = await refused({ BELLWETHER_PAGE_PORT: String(port) });
    expect(said).toContain(`Port ${port} is taken by another program`);
    expect(said).toContain('BELLWETHER_PAGE_PORT');
    other.close();
  });

  test('a data folder that cannot be one', async () => {
    const said = await refused({ BELLWETHER_DATA_DIR: '/dev/null/data' });
    expect(said).toContain('The data folder /dev/null/data cannot be used');
  });

  test('a wrong setting', async () => {
    expect(await refused({ BELLWETHER_DIGEST_AT: 'dawn' })).toContain('BELLWETHER_DIGEST_AT');
  });

  test('a database that does not answer', async () => {
    const said = await refused({ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' });
    expect(said).toContain('127.0.0.1:1/x cannot be used');
  });
});
