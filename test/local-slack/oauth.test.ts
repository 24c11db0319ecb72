import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';

const OAUTH = { clientId: '1.2', clientSecret: 'secret', redirectUrl: 'http://127.0.0.1:9/back' };
const APP = {
  ...{ appId: 'A1', botUserId: 'U0BOT', botId: 'B1', name: 'App', botToken: 'xoxb-1' },
  ...{ appToken: 'xapp-1', signingSecret: 's', teamId: 'T1', teamName: 'Bank' },
  ...{ commands: [], shortcuts: [] },
};
let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack({
    ...{ port: 0, stateFile: null, people: [], app: { ...APP, oauth: OAUTH } },
  });
});
afterAll(() => slack.close());

const consent = (asked: Record<string, string>) => {
  const url = new URL('/oauth/v2/authorize', slack.apiUrl);
  const whole = { client_id: OAUTH.clientId, scope: 'chat:write', state: 'st', ...asked };
  for (const [name, value] of Object.entries(whole)) url.searchParams.set(name, value);
  return fetch(url, { redirect: 'manual' });
};
const codeOf = async () => {
  const back = new URL((await consent({})).headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('st');
  return back.searchParams.get('code') ?? '';
};
const exchange = (code: string, how: Record<string, string> = {}) => {
  const web = new WebClient(undefined, { slackApiUrl: slack.apiUrl });
  const { clientId: client_id, clientSecret: client_secret } = OAUTH;
  return web.oauth.v2.access({ client_id, client_secret, code, ...how });
};

test('a code is exchanged for the token once', async () => {
  const code = await codeOf();
  expect(await exchange(code)).toMatchObject({ access_token: 'xoxb-1', team: { id: 'T1' } });
  await expect(exchange(code)).rejects.toThrow('invalid_code');
});

test.each([
  [{ client_id: 'another' }, 'invalid_client_id'],
  [{ client_secret: 'guessed' }, 'bad_client_secret'],
  [{ code: 'guessed' }, 'invalid_code'],
])('%j gets no token', async (how, error) => {
  await expect(exchange(await codeOf(), how)).rejects.toThrow(error);
});

test.each([
  [{ client_id: 'another' }, 'invalid_client_id'],
  [{ redirect_uri: 'http://evil.example/' }, 'bad_redirect_uri'],
  [{ scope: '' }, 'invalid_scope'],
])('%j gets no code', async (asked, error) => {
  const response = await consent(asked);
  expect([response.status, await response.text()]).toEqual([400, error]);
});
