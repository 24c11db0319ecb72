/** Starts and stops the PostgreSQL of a data folder; it outlives the process that started it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { isAlive } from './attached.ts';
import type { Binaries } from './binaries.ts';
import type { Places } from './places.ts';

/** The superuser of our own cluster: owns the schema, used to migrate and for nothing else. */
export const OWNER = 'bellwether_owner';

const READY_POLL_MS = 40;
const READY_MAX_MS = 60_000;
const STOP_MAX_MS = 30_000;

const identity = (places: Places) =>
  places.runAs === null ? {} : { uid: places.runAs, gid: places.runAs };

/** A folder half made by a killed process never becomes the cluster: it is renamed when whole. */
export const createCluster = (binaries: Binaries, places: Places): void => {
  if (existsSync(places.data)) return;
  const unfinished = `${places.data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${OWNER}`,
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...identity(places), cwd: '/', encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  renameSync(unfinished, places.data);
};

export const isAnswering = async (places: Places): Promise<boolean> => {
  const sql = postgres({
    host: places.socket,
    port: 5432,
    user: OWNER,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const tailOfLog = (places: Places): string =>
  existsSync(places.log) ? readFileSync(places.log, 'utf8').split('\n').slice(-6).join('\n') : '';

/** `settings` are extra PostgreSQL settings, e.g. `fsync=off` for tests. */
export const startServer = async (
  binaries: Binaries,
  places: Places,
  settings: string[] = [],
): Promise<void> => {
  const log = openSync(places.log, 'a');
  if (places.runAs !== null) chownSync(places.log, places.runAs, places.runAs);
  const flags = ['listen_addresses=', 'port=5432', `unix_socket_directories=${places.socket}`];
  const child = spawn(
    binaries.postgres,
    ['-D', places.data, ...[...flags, ...settings].flatMap((flag) => ['-c', flag])],
    {
      ...identity(places),
      cwd: '/',
      detached: true,
      env: { PATH: '/usr/bin:/bin' },
      stdio: ['ignore', log, log],
    },
  );
  child.unref();
  closeSync(log);
  for (let waited = 0; !(await isAnswering(places)); waited += READY_POLL_MS) {
    if (child.exitCode !== null || waited > READY_MAX_MS)
      throw new Error(`PostgreSQL did not start:\n${tailOfLog(places)}`);
    await sleep(READY_POLL_MS);
  }
};

const serverPid = (places: Places): number | null => {
  const file = join(places.data, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
};

/** Fast shutdown (SIGINT): ends sessions, writes a checkpoint, and waits until it is done. */
export const stopServer = async (places: Places): Promise<void> => {
  const pid = serverPid(places);
  if (pid === null || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; serverPid(places) !== null && waited < STOP_MAX_MS; waited += READY_POLL_MS)
    await sleep(READY_POLL_MS);
};
