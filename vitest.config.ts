import { defineConfig } from 'vitest/config';

// A test needs what its file name says: *.test.ts nothing, *.db.test.ts a PostgreSQL
// (started once, see test/support/global-database.ts), *.real.test.ts the real data as well,
// *.browser.test.ts a Chromium as well.
const database = {
  globalSetup: ['test/support/global-database.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{db,real,browser}.test.ts', 'test/bench/**'],
        },
      },
      { test: { name: 'database', include: ['test/**/*.db.test.ts'], ...database } },
      {
        test: {
          name: 'real',
          include: ['test/**/*.real.test.ts'],
          ...database,
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          ...database,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
