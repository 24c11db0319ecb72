import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { parseJson } from './json.ts';

export type Change = { set: string; key: string; value: unknown };
export type Journal = {
  /** The changes of earlier runs, oldest first. */
  earlier: Change[];
  /** Replaces the file by these changes, atomically. */
  rewrite(changes: Change[]): void;
  append(change: Change): void;
  close(): void;
};

const inMemory: Journal = { earlier: [], rewrite() {}, append() {}, close() {} };

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'set' in value && 'key' in value;

/** Lines in file order. A line torn by a kill is dropped: what it said was never answered. */
const readChanges = (path: string): Change[] => {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').map(parseJson).filter(isChange);
};

const lines = (changes: Change[]) =>
  changes.map((change) => `${JSON.stringify(change)}\n`).join('');

/**
 * An append-only file of JSON lines `{set, key, value}`; a null value deletes. Written before
 * the caller is answered, so what the app was told survives kill -9.
 */
export const openJournal = (path: string | null): Journal => {
  if (path === null) return inMemory;
  mkdirSync(dirname(path), { recursive: true });
  const earlier = readChanges(path);
  let file = -1;
  return {
    earlier,
    rewrite(changes) {
      if (file !== -1) closeSync(file);
      writeFileSync(`${path}.new`, lines(changes), { mode: 0o600 });
      renameSync(`${path}.new`, path);
      file = openSync(path, 'a', 0o600);
      fsyncSync(file);
    },
    append(change) {
      if (file === -1) return;
      writeSync(file, lines([change]));
    },
    close() {
      if (file !== -1) closeSync(file);
      file = -1;
    },
  };
};
