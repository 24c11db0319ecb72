import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/create-app.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';
import { startStrictSlack } from '../support/strict-slack.ts';
import { emptyAnswer } from './empty-answer.ts';
import { freePort } from './free-port.ts';
import { APP, createLogInto, textOf } from './office.ts';

let bank: Bank;
let slack: LocalSlack;
let app: SlackApp;
let url: string;
let dm: string;
const asked: string[] = [];
beforeAll(async () => {
  bank = await openBank();
  slack = await startStrictSlack({
    port: 0,
    stateFile: null,
    people: [{ userId: 'U0M2', name: 'M2', email: 'm2@bank.example', locale: 'en-US', tz: 'UTC' }],
    app: APP,
  });
  dm = slack.as('U0M2').openDm();
  const port = await freePort();
  url = `http://127.0.0.1:${port}/slack/events`;
  const { botToken, signingSecret } = APP;
  app = createSlackApp(
    {
      database: bank.database,
      now: () => NOW,
      timeZone: 'UTC',
      digestAt: '08:30',
      commandPrefix: '',
      log: createLogInto([]),
      answerQuestion: async ({ text }) => {
        asked.push(text);
        return emptyAnswer;
      },
      onQueued: () => {},
    },
    { mode: 'http', botToken, signingSecret, port, slackApiUrl: slack.apiUrl },
  );
  await app.start();
});
afterAll(async () => {
  await app.stop();
  await slack.close();
  await bank.close();
});

const bodyOf = (text: string, team: string): string =>
  JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${text}`,
    team_id: APP.teamId,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: dm,
      user: 'U0M2',
      team,
      text,
      ts: `1.${text.length}`,
    },
  });

const OURS = { secret: APP.signingSecret, ageSeconds: 0, team: APP.teamId };

const send = async (text: string, how: Partial<typeof OURS> = {}): Promise<number> => {
  const { secret, ageSeconds, team } = { ...OURS, ...how };
  const body = bodyOf(text, team);
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000);
  const timestamp = String(now - ageSeconds);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  return response.status;
};

test('a forged signature, and a signature that is older than five minutes, are refused with 401', async () => {
  expect(await send('forged', { secret: 'another secret' })).toBe(401);
  expect(await send('stale', { ageSeconds: 301 })).toBe(401);
  expect(await send('genuine')).toBe(200);
  await expect.poll(() => asked).toEqual(['genuine']);
});

test('a genuine event that is replayed is answered once', async () => {
  const before = asked.length;
  expect(await send('again')).toBe(200);
  expect(await send('again')).toBe(200);
  await expect.poll(() => asked.length).toBe(before + 1);
});

test("a partner's member in a shared conversation is told that there is nothing for them", async () => {
  const before = asked.length;
  expect(await send('hello from outside', { team: 'T0PARTNER' })).toBe(200);
  const told = await slack
    .as('U0M2')
    .waitFor((each) => each.messages(dm).find((one) => textOf(one.blocks).includes('Guests')));
  expect(told).toBeTruthy();
  expect(asked).toHaveLength(before);
});
