/** The real app over signed HTTP, where a test can send whatever Slack, or somebody else, could send. */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { createSlackApp } from '../../src/slack/create-app.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { type Bank, NOW, openBank, succeeded } from '../coverage/a-bank.ts';
import { startStrictSlack } from '../support/strict-slack.ts';
import { freePort } from './free-port.ts';
import { APP, createLogInto } from './office.ts';

const STAFF = ['M1', 'M2', 'H1'];

/** Somebody as a payload names them. */
export type Sender = { userId: string; teamId: string };
export const member = (managerId: string): Sender => ({
  userId: `U0${managerId}`,
  teamId: APP.teamId,
});
/** A guest with a manager's address, a manager of a partner's workspace, and somebody whom the bank does not know. */
export const OUTSIDERS: Record<string, Sender> = {
  'a guest': { userId: 'U0GUEST', teamId: APP.teamId },
  'a member of a connected workspace': { userId: 'U0PARTNER', teamId: 'T0PARTNER' },
  'somebody unknown': { userId: 'U0STRANGER', teamId: APP.teamId },
};

export type HttpOffice = {
  bank: Bank;
  slack: LocalSlack;
  logged: Parameters<typeof createLogInto>[0];
  /** Where commands and buttons answer to, and what they answered. */
  responseUrl: string;
  responses: object[];
  /** What the app answers to the request itself; {} = a bare acknowledgement. */
  sendEvent: (event: object, body?: object) => Promise<object>;
  sendInteraction: (payload: object) => Promise<object>;
  sendCommand: (fields: Record<string, string>) => Promise<object>;
  close: () => Promise<void>;
};

const bodyOf = async (response: Response): Promise<object> => {
  if (response.status !== 200) throw new Error(`The app answered ${response.status}`);
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : {};
};

const post = async (url: string, type: string, body: string): Promise<object> => {
  const timestamp = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000));
  const digest = createHmac('sha256', APP.signingSecret).update(`v0:${timestamp}:${body}`);
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest.digest('hex')}`,
  };
  return bodyOf(await fetch(url, { method: 'POST', body, headers }));
};

const FORM = 'application/x-www-form-urlencoded';

const openResponses = async () => {
  const responses: object[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    responses.push(JSON.parse(text));
    response.end('ok');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { responses, url, close: () => server.close() };
};

export const openHttpOffice = async (): Promise<HttpOffice> => {
  const bank = await openBank();
  const port = await freePort();
  const person = (id: string, email: string) => ({
    ...{ userId: `U0${id}`, name: id, email, locale: 'en-US', tz: 'UTC' },
  });
  const people = [
    ...STAFF.map((id) => person(id, `${id.toLowerCase()}@bank.example`)),
    { ...person('GUEST', 'm1@bank.example'), guest: true },
    { ...person('PARTNER', 'm1@bank.example'), teamId: 'T0PARTNER' },
    person('STRANGER', 'someone@elsewhere.example'),
  ];
  const members = people.map(({ userId }) => userId);
  const slack = await startStrictSlack({
    ...{ port: 0, stateFile: null, app: APP, people },
    channels: [{ id: 'C0BRANCH', name: 'branch', members }],
    rateLimits: { channelPosts: { burst: 500, perMinute: 60_000 } },
  });
  const logged: HttpOffice['logged'] = [];
  const { database } = bank;
  const answering: AnswerQuestion = async ({ actor, text, locale, signal }) => {
    if (text === 'slow') await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    return succeeded(await answerQuestion({ database, now: () => NOW }, { actor, text, locale }));
  };
  const log = createLogInto(logged);
  const { botToken, signingSecret } = APP;
  const app = createSlackApp(
    {
      ...{ database, now: () => NOW, timeZone: 'UTC', digestAt: '08:30', log },
      ...{ commandPrefix: '', onQueued: () => {}, answerQuestion: answering },
    },
    { mode: 'http', botToken, signingSecret, port, slackApiUrl: slack.apiUrl },
  );
  await app.start();
  const answers = await openResponses();
  const url = `http://127.0.0.1:${port}/slack/events`;
  return {
    ...{ bank, slack, logged, responses: answers.responses, responseUrl: answers.url },
    sendEvent: (event, body = {}) => {
      const id = `Ev${randomBytes(5).toString('hex')}`;
      const whole = { type: 'event_callback', event_id: id, team_id: APP.teamId, event, ...body };
      return post(url, 'application/json', JSON.stringify(whole));
    },
    sendInteraction: (payload) =>
      post(url, FORM, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()),
    sendCommand: (fields) => post(url, FORM, new URLSearchParams(fields).toString()),
    close: async () => {
      answers.close();
      await app.stop();
      await slack.close();
      await bank.close();
    },
  };
};
