/** A local Slack workspace, the bank of the coverage tests and the real app between them. */

import { deliver } from '../../src/alerts/deliver.ts';
import type { LocalSlack, Timing, Visitor } from '../../src/local-slack/start.ts';
import type { SlackConnection } from '../../src/slack/connection.ts';
import { createSlackApp, type SlackApp, type SlackAppContext } from '../../src/slack/create-app.ts';
import type { Log } from '../../src/slack/log.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';
import { startStrictSlack } from '../support/strict-slack.ts';
import { emptyAnswer } from './empty-answer.ts';

export const TEAM = 'T0BANK';
export const APP = {
  appId: 'A0BELL',
  botUserId: 'U0BELL',
  botId: 'B0BELL',
  name: 'Bellwether',
  botToken: 'xoxb-test',
  appToken: 'xapp-test',
  signingSecret: 'a-signing-secret',
  teamId: TEAM,
  teamName: 'Bank',
  commands: [
    { command: '/clients', description: 'Ask' },
    { command: '/client', description: 'Open a client' },
    { command: '/tier', description: 'Override a tier' },
    { command: '/reassign', description: 'Reassign', shouldEscape: true },
    { command: '/digest', description: 'Digest' },
  ],
  shortcuts: [{ name: 'Find clients', callbackId: 'find_clients' }],
};

const STAFF = ['M1', 'M2', 'M3', 'H1', 'H2', 'P1', 'C1'];
const CHINESE = new Set(['M1', 'H2']);
export const CHANNEL = 'C0BRANCH';

const person = (userId: string, email: string) => ({
  userId,
  name: userId.slice(2),
  email,
  locale: CHINESE.has(userId.slice(2)) ? 'zh-CN' : 'en-GB',
  tz: 'Asia/Shanghai',
});
const people = [
  ...STAFF.map((id) => person(`U0${id}`, `${id.toLowerCase()}@bank.example`)),
  person('U0STRANGER', 'someone@elsewhere.example'),
];

type Logged = { level: string; message: string; fields: object };

export type Office = {
  bank: Bank;
  slack: LocalSlack;
  app: SlackApp;
  logged: Logged[];
  as: (managerId: string) => Visitor;
  /** Sends what is queued, as the outbox does. */
  deliverAll: () => Promise<void>;
  /** A second process of the same app. */
  startAnother: () => Promise<SlackApp>;
  close: () => Promise<void>;
};

export const createLogInto = (logged: Logged[]): Log => {
  const write = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, message, fields });
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
};

/** Opens everything; `answerQuestion` stands for the assistant. */
export const openOffice = async (
  answerQuestion: AnswerQuestion = async () => emptyAnswer,
  timing: Partial<Timing> = {},
  settings: Partial<Pick<SlackAppContext, 'commandPrefix' | 'streamMs'>> = {},
): Promise<Office> => {
  const bank = await openBank();
  const slack = await startStrictSlack({
    port: 0,
    stateFile: null,
    people,
    channels: [{ id: CHANNEL, name: 'branch', members: people.map(({ userId }) => userId) }],
    app: {
      ...APP,
      commands: APP.commands.map((each) => ({
        ...each,
        command: each.command.replace('/', `/${settings.commandPrefix ?? ''}`),
      })),
    },
    timing,
    rateLimits: { channelPosts: { burst: 100, perMinute: 6_000 } },
  });
  const logged: Logged[] = [];
  const { database } = bank;
  const started: SlackApp[] = [];
  const connection: SlackConnection = {
    mode: 'socket',
    botToken: APP.botToken,
    appToken: APP.appToken,
    slackApiUrl: slack.apiUrl,
  };
  const startAnother = async (): Promise<SlackApp> => {
    const app = createSlackApp(
      {
        database,
        now: () => NOW,
        timeZone: 'Asia/Shanghai',
        digestAt: '08:30',
        commandPrefix: '',
        log: createLogInto(logged),
        answerQuestion,
        onQueued: () => {},
        ...settings,
      },
      connection,
    );
    await app.start();
    started.push(app);
    return app;
  };
  const app = await startAnother();
  return {
    bank,
    slack,
    app,
    logged,
    as: (managerId) => slack.as(`U0${managerId}`),
    deliverAll: async () => {
      const context = { database, now: () => NOW, sleep: async () => {}, poster: app.poster };
      await deliver(context, { onlyDue: false, perSecond: 1_000 });
    },
    startAnother,
    close: async () => {
      for (const each of started) await each.stop();
      await slack.close();
      await bank.close();
    },
  };
};

/** Everything that can be read in blocks, in order. */
export const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, item]) => (key === 'text' && typeof item === 'string' ? item : textOf(item)))
    .filter(Boolean)
    .join('\n');
};
