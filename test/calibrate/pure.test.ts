import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOM = resolve(import.meta.dirname, '../../src/calibrate');
/** The only files of the room that read or write. */
const EDGES = [
  'read-export.ts',
  'read-table.ts',
  'run-calibration.ts',
  'run-p-alive.ts',
  'run-policy.ts',
  'run-scoring.ts',
];

test('all statistics are pure: files are read and written at the edge alone, and no clock or chance is asked', () => {
  const impure =
    /from 'node:|Date\.now|new Date\(|Math\.random|Temporal\.Now|async |await |process\./;
  const found = readdirSync(ROOM).filter(
    (name) => !EDGES.includes(name) && impure.test(readFileSync(join(ROOM, name), 'utf8')),
  );
  expect(found).toEqual([]);
});
