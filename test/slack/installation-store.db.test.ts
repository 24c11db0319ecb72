import { randomBytes } from 'node:crypto';
import type { Installation } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slackInstallations } from '../../src/db/schema/index.ts';
import { createInstallationStore } from '../../src/slack/installation-store.ts';
import { createSeal, isSealKey } from '../../src/slack/token-seal.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';
import { createLogInto } from './office.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(() => bank.close());

const newKey = (): string => randomBytes(32).toString('base64');
const KEY = newKey();
const logged: Parameters<typeof createLogInto>[0] = [];
const open = (tokenKey = KEY, teamIds = ['T1', 'T2', 'E1']) =>
  createInstallationStore(
    { database: bank.database, now: () => NOW, log: createLogInto(logged) },
    { tokenKey, teamIds },
  );
const stored = () => bank.database.service.orm.select().from(slackInstallations);

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
  const store = open();
  await store.storeInstallation(installation('T1', 'xoxb-1'));
  await store.storeInstallation(installation('T2', 'xoxb-2'));
  await store.storeInstallation(installation('T1', 'xoxb-3'));
  expect((await store.fetchInstallation(query('T1'))).bot?.token).toBe('xoxb-3');
  expect((await store.fetchInstallation(query('T2'))).bot?.token).toBe('xoxb-2');
  expect(JSON.stringify(await stored())).not.toMatch(/xoxb|U0BOT/);
  await store.deleteInstallation(query('T1'));
  await expect(store.fetchInstallation(query('T1'))).rejects.toThrow('not installed');
  expect((await store.fetchInstallation(query('T2'))).bot?.token).toBe('xoxb-2');
  expect((await store.loadAll()).map(({ team }) => team?.id)).toEqual(['T2']);
});

test('an organisation that installs for all its workspaces is kept under its own id', async () => {
  const store = open();
  const whole = { isEnterpriseInstall: true as const, enterprise: { id: 'E1' }, team: undefined };
  await store.storeInstallation({ ...installation('T9', 'xoxb-org'), ...whole });
  const fetched = await store.fetchInstallation({
    ...{ teamId: 'T9', enterpriseId: 'E1', isEnterpriseInstall: true },
  });
  expect(fetched.bot?.token).toBe('xoxb-org');
  await store.deleteInstallation({ ...query('T9'), enterpriseId: 'E1', isEnterpriseInstall: true });
});

test('a workspace that is not one of the bank’s cannot install the app', async () => {
  await expect(open().storeInstallation(installation('T0EVIL', 'xoxb-9'))).rejects.toThrow(
    'SLACK_TEAM_IDS',
  );
  expect((await stored()).map(({ installedIn }) => installedIn)).not.toContain('T0EVIL');
});

test('with another key a token is not opened, and what to do is said', async () => {
  await open().storeInstallation(installation('T2', 'xoxb-2'));
  const other = open(newKey());
  await expect(other.fetchInstallation(query('T2'))).rejects.toThrow(
    'cannot be opened with this SLACK_TOKEN_KEY; install the app there again',
  );
  expect(await other.loadAll()).toEqual([]);
  expect(logged.at(-1)).toMatchObject({ level: 'error' });
});

test('a sealed token that is changed, or moved to another workspace, is not opened', () => {
  const { seal, open: unseal } = createSeal(KEY);
  const sealed = seal({ token: 'xoxb-1' }, 'T1');
  expect(unseal(sealed, 'T1')).toEqual({ token: 'xoxb-1' });
  expect(() => unseal(sealed, 'T2')).toThrow();
  const [first = '', ...rest] = sealed.data;
  const changed = { ...sealed, data: [first === 'A' ? 'B' : 'A', ...rest].join('') };
  expect(() => unseal(changed, 'T1')).toThrow();
  expect(seal({ token: 'xoxb-1' }, 'T1').data).not.toBe(sealed.data);
});

test.each([
  [KEY, true],
  [randomBytes(16).toString('base64'), false],
  ['a passphrase of thirty-two letters', false],
  ['', false],
])('%j as a key: %j', (key, isOne) => expect(isSealKey(key)).toBe(isOne));
