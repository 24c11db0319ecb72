/** Where our own PostgreSQL keeps its data, its socket and its binaries, and as whom it runs. */
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export type Places = {
  /** Lock and attached processes; always writable by us. */
  base: string;
  data: string;
  socket: string;
  log: string;
  /** PostgreSQL refuses root: then it runs as this unprivileged user. null = as ourselves. */
  runAs: number | null;
  /** Where copies of the binaries go when `runAs` cannot read them in node_modules. */
  spare: string;
  /** Told at start when anything lies outside the data folder that was asked for. */
  elsewhere: string | null;
};

const NOBODY = 65_534;
/** sun_path is 108 bytes on Linux and 104 on macOS, the file name and its zero included. */
const SOCKET_PATH_MAX = 103;
const SOCKET_FILE = '/.s.PGSQL.5432';

/** True when `uid` may pass through every folder above and including `path`. */
export const canEnter = (path: string, uid: number): boolean => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat && !(stat.uid === uid ? stat.mode & 0o100 : stat.mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
};

/** Node's own recursive mkdir never returns below /proc; this one fails there as elsewhere. */
const makeFolder = (path: string, mode = 0o755): void => {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode });
};

const ownFolder = (path: string, owner: number | null): string => {
  makeFolder(path, 0o700);
  if (owner !== null) chownSync(path, owner, owner);
  return path;
};

/** Creates the folders; throws the file system's error when the data folder cannot be written. */
export const preparePlaces = (dataDir: string): Places => {
  makeFolder(resolve(dataDir));
  const asked = realpathSync(dataDir);
  const runAs = process.getuid?.() === 0 ? NOBODY : null;
  const key = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const spare = runAs === null ? asked : `/var/lib/bellwether/${key}`;
  const enterable = runAs === null || canEnter(asked, runAs);
  const home = enterable ? asked : spare;
  makeFolder(home);
  const cluster = ownFolder(join(home, 'postgres'), runAs);
  const near = join(cluster, 'socket');
  const short = Buffer.byteLength(near + SOCKET_FILE) <= SOCKET_PATH_MAX;
  const socket = ownFolder(short ? near : `/tmp/bellwether-${key}`, runAs);
  return {
    base: asked,
    data: join(cluster, 'data'),
    socket,
    log: join(cluster, 'postgres.log'),
    runAs,
    spare,
    elsewhere: !enterable ? home : short ? null : socket,
  };
};
