import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/create-app.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';
import { emptyAnswer } from './empty-answer.ts';
import { APP, createLogInto } from './office.ts';

const freePort = (): Promise<number> => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
};

let bank: Bank;
let slack: LocalSlack;
let app: SlackApp;
let url: string;
const asked: string[] = [];
beforeAll(async () => {
  bank = await openBank();
  slack = await startLocalSlack({
    port: 0,
    stateFile: null,
    people: [{ userId: 'U0M2', name: 'M2', email: 'm2@bank.example', locale: 'en-US', tz: 'UTC' }],
    app: APP,
  });
  const port = await freePort();
  url = `http://127.0.0.1:${port}/slack/events`;
  const { botToken, signingSecret } = APP;
  app = createSlackApp(
    {
      database: bank.database,
      now: () => NOW,
      timeZone: 'UTC',
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

const bodyOf = (text: string): string =>
  JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${text}`,
    team_id: APP.teamId,
    event: {
      type: 'message',
      channel_type: 'im',
      channel: 'D0M2',
      user: 'U0M2',
      text,
      ts: `1.${text.length}`,
    },
  });

const send = async (text: string, secret: string, ageSeconds: number): Promise<number> => {
  const body = bodyOf(text);
  const timestamp = String(
    Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000) - ageSeconds,
  );
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
  expect(await send('forged', 'another secret', 0)).toBe(401);
  expect(await send('stale', APP.signingSecret, 301)).toBe(401);
  expect(await send('genuine', APP.signingSecret, 0)).toBe(200);
  await slack.inspect.idle();
  await expect.poll(() => asked).toEqual(['genuine']);
});

test('a genuine event that is replayed is answered once', async () => {
  const before = asked.length;
  expect(await send('again', APP.signingSecret, 0)).toBe(200);
  expect(await send('again', APP.signingSecret, 0)).toBe(200);
  await expect.poll(() => asked.length).toBe(before + 1);
});
