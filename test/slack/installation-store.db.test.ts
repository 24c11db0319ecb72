import type { Installation } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInstallationStore } from '../../src/slack/installation-store.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(() => bank.close());

const installation = (teamId: string, token: string): Installation<'v2', false> => ({
  team: { id: teamId },
  enterprise: undefined,
  isEnterpriseInstall: false,
  user: { id: 'U1', token: undefined, scopes: undefined },
  bot: { id: 'B1', userId: 'U0BOT', token, scopes: ['chat:write'] },
});
const query = (teamId: string) => ({
  ...{ teamId, enterpriseId: undefined, isEnterpriseInstall: false as const },
});

test('each workspace gets its own token back, the newest, until it removes the app', async () => {
  const store = createInstallationStore({ database: bank.database, now: () => NOW });
  await store.storeInstallation(installation('T1', 'xoxb-1'));
  await store.storeInstallation(installation('T2', 'xoxb-2'));
  await store.storeInstallation(installation('T1', 'xoxb-3'));
  expect((await store.fetchInstallation(query('T1'))).bot?.token).toBe('xoxb-3');
  expect((await store.fetchInstallation(query('T2'))).bot?.token).toBe('xoxb-2');
  await store.deleteInstallation?.(query('T1'));
  await expect(store.fetchInstallation(query('T1'))).rejects.toThrow('not installed');
  expect((await store.fetchInstallation(query('T2'))).bot?.token).toBe('xoxb-2');
});
