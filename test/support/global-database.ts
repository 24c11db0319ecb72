/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type ConnectionSettings, connect } from '../../src/db/database.ts';
import { openEmbedded } from '../../src/db/embedded/open-embedded.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { settingsOf } from '../../src/db/open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: ConnectionSettings;
    testTemplate: string;
  }
}

/** Tests may lose data in a power cut. */
const QUICK = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
];

const startServer = async () => {
  const address = process.env.TEST_DATABASE_URL;
  if (address) return { settings: settingsOf(address), stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-test-'));
  chmodSync(folder, 0o755);
  const server = await openEmbedded(join(folder, 'data'), QUICK);
  const stop = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { settings: { ...server.settings, database: 'postgres' }, stop };
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { settings, stop } = await startServer();
  const template = `bellwether_template_${process.pid}_${project.name}`;
  const { sql } = connect({ ...settings, max: 1 });
  await sql.unsafe(`create database ${template}`);
  await migrateDatabase({ ...settings, database: template });
  project.provide('testServer', settings);
  project.provide('testTemplate', template);
  return async () => {
    await sql.unsafe(`drop database ${template}`);
    await sql.end();
    await stop();
  };
};
