import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BACKOFF_MAX_SECONDS } from '../../src/alerts/delivery-policy.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { queueForManagers, readDeliveries } from './deliveries-fixture.ts';

const DIGESTS = 96;
const CHILD = fileURLToPath(new URL('deliver-child.ts', import.meta.url));

let bank: TestDatabase;
let server: Server;
/** Every message that was stored, in order: a double is there twice. */
const stored: string[] = [];

/** Numbers that look random and are the same every time. */
const random = (() => {
  let state = 20_261_121;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
})();

/** Stores, then answers late or with an error now and then, as a network does. */
const startRecorder = async (): Promise<string> => {
  server = createServer((request, response) => {
    const [, path, deliveryId = ''] = (request.url ?? '').split('/');
    if (path === 'post') stored.push(deliveryId);
    const index = stored.indexOf(deliveryId);
    const found = index < 0 ? null : { channelId: 'D1', messageTs: `${index}.0` };
    const fails = path === 'post' && random(15) === 0;
    setTimeout(() => {
      response.writeHead(fails ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found));
    }, random(12));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

let recorder = '';
beforeAll(async () => {
  bank = await openTestDatabase();
  recorder = await startRecorder();
});
afterAll(async () => {
  server.close();
  await bank.close();
});

/** Runs one process; `killAfter` messages more it is killed without warning. null = let it end. */
const runChild = async (clockAhead: number, killAfter: number | null): Promise<void> => {
  const child = spawn(process.execPath, [CHILD], {
    env: {
      ...process.env,
      DATABASE_URL: bank.url,
      RECORDER: recorder,
      CLOCK_AHEAD_SECONDS: String(clockAhead),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  if (killAfter !== null) {
    const target = stored.length + killAfter;
    const watch = setInterval(() => {
      if (stored.length >= target) child.kill('SIGKILL');
    }, 1);
    await exit;
    clearInterval(watch);
  } else await exit;
};

const openCount = async () =>
  (await readDeliveries(bank)).filter(({ status }) => status !== 'sent').length;

test('96 digests through a process that is killed again and again: none lost, none twice', async () => {
  await queueForManagers(bank, DIGESTS);
  let clockAhead = 0;
  for (let kills = 0; kills < 7; kills += 1) {
    await runChild(clockAhead, 1 + random(8));
    clockAhead += BACKOFF_MAX_SECONDS;
  }
  expect(await openCount()).toBeGreaterThan(0);
  for (let rounds = 0; rounds < 10 && (await openCount()) > 0; rounds += 1) {
    await Promise.all([runChild(clockAhead, null), runChild(clockAhead, null)]);
    clockAhead += BACKOFF_MAX_SECONDS;
  }
  expect(await openCount()).toBe(0);
  expect(new Set(stored).size).toBe(DIGESTS);
  expect(stored).toHaveLength(DIGESTS);
}, 120_000);
