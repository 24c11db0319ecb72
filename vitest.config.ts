import { defineConfig } from 'vitest/config';

// A test needs what its file name says: *.test.ts nothing, *.db.test.ts a PostgreSQL
// (started once, see test/support/global-database.ts), *.real.test.ts the real data as well,
// *.browser.test.ts a Chromium as well. What needs only this machine but writes files or opens
// sockets by the thousand is kept apart from the pure tests, which take seconds.
const MACHINE = ['test/local-slack/**/*.test.ts', 'test/sample/**/*.test.ts'];
const NEEDS_MORE = 'test/**/*.{db,real,browser}.test.ts';

const database = {
  globalSetup: ['test/support/global-database.ts'],
  testTimeout: 60_000,
  hookTimeout: 180_000,
};
const named = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, ...more },
});

export default defineConfig({
  test: {
    projects: [
      named('pure', ['test/**/*.test.ts'], {
        exclude: [NEEDS_MORE, ...MACHINE, 'test/bench/**'],
        testTimeout: 30_000,
      }),
      named('machine', MACHINE, {
        exclude: [NEEDS_MORE],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      named('database', ['test/**/*.db.test.ts'], database),
      named('real', ['test/**/*.real.test.ts'], { ...database, testTimeout: 600_000 }),
      named('browser', ['test/**/*.browser.test.ts'], { ...database, testTimeout: 300_000 }),
    ],
  },
});
