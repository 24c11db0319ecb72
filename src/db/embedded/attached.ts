/** Which processes use our PostgreSQL: the first starts it, the last one stops it, a killed one is forgotten. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK_WAIT_MS = 25;
const LOCK_WAIT_MAX_MS = 90_000;

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = (lock: string): number => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
};

const tryLock = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Runs `work` while no other process on this folder starts or stops the server. */
export const withLock = async <T>(base: string, work: () => Promise<T>): Promise<T> => {
  const lock = join(base, 'start-stop.lock');
  for (let waited = 0; !tryLock(lock); waited += LOCK_WAIT_MS) {
    const holder = holderOf(lock);
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (waited > LOCK_WAIT_MAX_MS) throw new Error(`${lock} is held by process ${holder}`);
    else await sleep(LOCK_WAIT_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const folderOf = (base: string): string => join(base, 'processes');

export const attach = (base: string): void => {
  mkdirSync(folderOf(base), { recursive: true });
  writeFileSync(join(folderOf(base), String(process.pid)), '');
};

/** Forgets this process and any that died; true when nobody is left. */
export const detach = (base: string): boolean => {
  for (const name of readdirSync(folderOf(base)))
    if (Number(name) === process.pid || !isAlive(Number(name)))
      rmSync(join(folderOf(base), name), { force: true });
  return readdirSync(folderOf(base)).length === 0;
};
