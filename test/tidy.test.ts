/** The style is a test: who may import whom, what a pure folder may not touch, and how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const SOURCES = filesBelow('src');
const TESTS = filesBelow('test');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const roomOf = (file: string): string => {
  const [, first = '', ...rest] = file.split('/');
  return rest.length > 0 ? first : 'root';
};

/** Which rooms a room may import from, besides itself; `text` is open to everyone. */
const USE_CASES = ['assistant', 'coverage', 'alerts', 'nightly', 'intake', 'identity'];
const FOUNDATION = ['domain', 'tiering', 'query', 'db'];
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  text: ['domain'],
  tiering: ['domain'],
  query: ['domain', 'tiering'],
  db: ['domain', 'query', 'tiering', 'root', 'ops'],
  nightly: FOUNDATION,
  assistant: FOUNDATION,
  coverage: FOUNDATION,
  alerts: FOUNDATION,
  intake: FOUNDATION,
  identity: FOUNDATION,
  llm: ['domain', 'query'],
  calibrate: ['domain', 'tiering'],
  sample: ['domain'],
  'local-slack': [],
  ops: ['domain', 'root'],
  slack: ['domain', 'query', 'assistant', 'coverage', 'alerts', 'identity', 'ops', 'root'],
  jobs: ['domain', 'db', 'nightly', 'alerts', 'coverage', 'identity', 'ops', 'root'],
  cli: [
    ...FOUNDATION,
    ...USE_CASES,
    'calibrate',
    'jobs',
    'sample',
    'slack',
    'ops',
    'root',
    'local-slack',
  ],
};

const importsOf = (file: string): { line: string; target: string }[] =>
  [...read(file).matchAll(/^(?:import|export)[^;]*?from '(\.[^']+)';/gms)].map((match) => ({
    line: match[0],
    target: relative(ROOT, resolve(ROOT, dirname(file), match[1] ?? '')),
  }));

const isTypeOnly = (line: string): boolean => /^(import|export) type /.test(line);

/** Types may be shared where a value may not: a handle to the database, an answer to draw. */
const TYPES_FROM: Record<string, string[]> = {
  slack: ['db'],
  ops: ['db'],
};

const forbiddenImports = (file: string): string[] => {
  const room = roomOf(file);
  if (room === 'root') return [];
  return importsOf(file)
    .filter(({ line, target }) => {
      const other = roomOf(target);
      if (other === room || other === 'text') return false;
      if (MAY_IMPORT[room]?.includes(other)) return false;
      return !(isTypeOnly(line) && TYPES_FROM[room]?.includes(other));
    })
    .map(({ target }) => `${file} imports ${target}`);
};

test('every room is known and imports only what DESIGN allows it', () => {
  const rooms = new Set(SOURCES.map(roomOf).filter((room) => room !== 'root'));
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  expect(SOURCES.flatMap(forbiddenImports)).toEqual([]);
});

describe('pure rooms', () => {
  const pure = SOURCES.filter((file) =>
    ['domain', 'tiering', 'query', 'text'].includes(roomOf(file)),
  );

  test.each([
    'Date.now',
    'new Date(',
    'Math.random',
    'async ',
    'await ',
    'process.',
    'Temporal.Now',
  ])('never use %s', (word) => {
    expect(pure.filter((file) => read(file).includes(word))).toEqual([]);
  });

  test('import nothing of Node and no driver', () => {
    const outside = /from '(node:|postgres|drizzle|@slack)/;
    expect(pure.filter((file) => outside.test(read(file)))).toEqual([]);
  });
});

describe('every file', () => {
  const LINES_MAX = 250;

  test(`has at most ${LINES_MAX} lines`, () => {
    const long = [...SOURCES, ...TESTS]
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > LINES_MAX);
    expect(long).toEqual([]);
  });

  test('carries no unfinished business', () => {
    const unfinished = /\b(TODO|FIXME|XXX|HACK)\b|\b(test|describe|it)\.(only|skip)\(/;
    const found = [...SOURCES, ...TESTS].filter(
      (file) => file !== 'test/tidy.test.ts' && unfinished.test(read(file)),
    );
    expect(found).toEqual([]);
  });

  test('says "client" and "manager", never "customer" or "portfolio", in its names', () => {
    const names = /\b\w*(customer|portfolio)\w*\b/i;
    expect(SOURCES.filter((file) => names.test(file))).toEqual([]);
  });
});

test('only the edges read the environment or write to the console', () => {
  const edges = new Set(['root', 'cli', 'ops', 'local-slack']);
  const touching = SOURCES.filter(
    (file) => !edges.has(roomOf(file)) && /process\.env|console\./.test(read(file)),
  );
  expect(touching).toEqual([]);
});
