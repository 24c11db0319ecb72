import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver } from '../../src/alerts/deliver.ts';
import { queueDelivery } from '../../src/db/queue-delivery.ts';
import { slackInstallations } from '../../src/db/schema/index.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/create-app.ts';
import { createInstallationStore } from '../../src/slack/installation-store.ts';
import { type Bank, D, NOW, openBank } from '../coverage/a-bank.ts';
import { startStrictSlack } from '../support/strict-slack.ts';
import { askIn } from './assistant.ts';
import { emptyAnswer } from './empty-answer.ts';
import { freePort } from './free-port.ts';
import { APP, createLogInto, textOf } from './office.ts';

const CLIENT = { clientId: '1.2', clientSecret: 'a-client-secret' };
const SETTINGS = {
  ...{ stateSecret: 'a-secret-for-states', tokenKey: randomBytes(32).toString('base64') },
  teamIds: [APP.teamId, 'T0OTHER'],
};
const logged: Parameters<typeof createLogInto>[0] = [];
const log = createLogInto(logged);
let bank: Bank;
let slack: LocalSlack;
let app: SlackApp;
let base: string;
beforeAll(async () => {
  bank = await openBank();
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const redirectUri = `${base}/slack/oauth_redirect`;
  slack = await startStrictSlack({
    port: 0,
    stateFile: null,
    people: [{ userId: 'U0M2', name: 'M2', email: 'm2@bank.example', locale: 'en-US', tz: 'UTC' }],
    app: {
      ...APP,
      requestUrl: `${base}/slack/events`,
      oauth: { ...CLIENT, redirectUrl: redirectUri },
    },
  });
  const { signingSecret } = APP;
  app = createSlackApp(
    {
      ...{ database: bank.database, now: () => NOW, timeZone: 'UTC', digestAt: '08:30', log },
      ...{ commandPrefix: '', onQueued: () => {} },
      answerQuestion: async ({ text }) => ({ ...emptyAnswer, interpretation: `read as ${text}` }),
    },
    {
      ...{ mode: 'oauth', ...CLIENT, ...SETTINGS, signingSecret, port, redirectUri },
      slackApiUrl: slack.apiUrl,
      authorizationUrl: `${new URL(slack.apiUrl).origin}/oauth/v2/authorize`,
    },
  );
  await app.start();
});
afterAll(async () => {
  await app.stop();
  await slack.close();
  await bank.close();
});

const installedIn = async () =>
  (await bank.database.service.orm.select().from(slackInstallations))
    .filter(({ installation }) => installation !== null)
    .map((row) => row.installedIn);

/** Opens the install page as a browser would; the cookie belongs to that browser alone. */
const openInstallPage = async () => {
  const page = await fetch(`${base}/slack/install`);
  const consent = /href="([^"]*authorize[^"]*)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { consent: consent.replaceAll('&amp;', '&'), cookie };
};
const follow = async (consent: string): Promise<string> =>
  (await fetch(consent, { redirect: 'manual' })).headers.get('location') ?? '';
const finish = (callback: string, cookie: string) => fetch(callback, { headers: { cookie } });

const sendEvent = async (teamId: string, event: object): Promise<number> => {
  const body = JSON.stringify({
    ...{ type: 'event_callback', event_id: `Ev${randomBytes(4).toString('hex')}`, team_id: teamId },
    event,
  });
  const timestamp = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000));
  const signed = `v0:${timestamp}:${body}`;
  const signature = createHmac('sha256', APP.signingSecret).update(signed).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return (await fetch(`${base}/slack/events`, { method: 'POST', body, headers })).status;
};

test('before anybody installed the app an event is acknowledged, and nothing is done', async () => {
  const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U0M2', ts: '1.1' };
  expect(await sendEvent(APP.teamId, { ...event, text: 'hello' })).toBe(200);
  expect(slack.inspect.calls('users.info')).toEqual([]);
});

test('an installation without its own state, or from another browser, is refused', async () => {
  const { consent, cookie } = await openInstallPage();
  const callback = await follow(consent);
  const forged = new URL(callback);
  forged.searchParams.set('state', 'forged');
  for (const [url, sent] of [
    [forged.href, cookie],
    [callback, 'slack-app-oauth-state=another'],
    [callback, ''],
  ] as const) {
    expect((await finish(url, sent)).ok).toBe(false);
    expect(await installedIn()).toEqual([]);
  }
});

test('the install page leads to consent and back, and the token is kept sealed', async () => {
  const { consent, cookie } = await openInstallPage();
  expect(new URL(consent).searchParams.get('scope')).toContain('chat:write');
  const callback = await follow(consent);
  const done = await finish(callback, cookie);
  expect(done.status).toBe(200);
  expect(await installedIn()).toEqual([APP.teamId]);
  const rows = JSON.stringify(await bank.database.service.orm.select().from(slackInstallations));
  expect(rows).not.toContain(APP.botToken);
  expect((await finish(callback, cookie)).ok).toBe(false);
});

test('a question from the workspace is answered with the token that it handed over', async () => {
  const answer = await askIn(slack.as('U0M2'), 'dormant clients');
  expect(textOf(answer.blocks)).toContain('read as dormant clients');
});

test('what is queued for a manager reaches them in the workspace that they are in', async () => {
  const body = { businessDate: D.toString(), bookSize: 3, entries: [], headline: [] };
  const when = { businessDate: D, queuedAt: NOW, notBefore: NOW };
  await bank.database.service.orm.transaction((transaction) =>
    queueDelivery(transaction, { ...when, subject: 's', kind: 'digest', managerId: 'M2', body }),
  );
  const context = { database: bank.database, now: () => NOW, sleep: async () => {} };
  await deliver({ ...context, poster: app.poster }, { onlyDue: false, perSecond: 1_000 });
  const visitor = slack.as('U0M2');
  await visitor.waitFor((each) =>
    each.messages(each.openDm()).find((one) => textOf(one.blocks).includes('Nothing new for your')),
  );
});

test('an event of another workspace is handled with that workspace’s token, and no other', async () => {
  const store = createInstallationStore({ database: bank.database, now: () => NOW, log }, SETTINGS);
  await store.storeInstallation({
    ...{ team: { id: 'T0OTHER' }, enterprise: undefined, isEnterpriseInstall: false },
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { id: 'B2', userId: 'U2BOT', token: 'xoxb-of-the-other', scopes: [] },
  });
  const before = slack.inspect.calls('users.info').length;
  const event = { type: 'message', channel_type: 'im', channel: 'D2', user: 'U0M2', ts: '2.1' };
  expect(await sendEvent('T0OTHER', { ...event, team: 'T0OTHER', text: 'hello' })).toBe(200);
  await expect.poll(() => slack.inspect.calls('users.info').length).toBe(before + 1);
  expect(slack.inspect.calls('users.info').at(-1)).toMatchObject({ error: 'invalid_auth' });
});

test('a workspace that takes its token back is forgotten, and the others are not', async () => {
  const revoked = { type: 'tokens_revoked', tokens: { bot: ['B2'] } };
  expect(await sendEvent('T0OTHER', revoked)).toBe(200);
  await expect.poll(installedIn).toEqual([APP.teamId]);
  const answer = await askIn(slack.as('U0M2'), 'still there?');
  expect(textOf(answer.blocks)).toContain('read as still there?');
});

test('a workspace that removes the app is forgotten: nothing is answered there any more', async () => {
  expect(await sendEvent(APP.teamId, { type: 'app_uninstalled' })).toBe(200);
  await expect.poll(installedIn).toEqual([]);
  const visitor = slack.as('U0M2');
  const ts = visitor.say(visitor.openDm(), 'anybody there?');
  const refused = () =>
    logged.some(({ fields }) => JSON.stringify(fields).includes('not installed in'));
  await expect.poll(refused).toBe(true);
  expect(visitor.messages(visitor.openDm()).filter(({ threadTs }) => threadTs === ts)).toEqual([]);
});
