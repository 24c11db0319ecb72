import { App, LogLevel } from '@slack/bolt';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/local-slack/start.ts';

export const lin = {
  userId: 'U0LIN',
  name: 'Lin Wei',
  email: 'lin.wei@bank.example',
  locale: 'zh-CN',
  tz: 'Asia/Shanghai',
};
export const grace = {
  userId: 'U0GRACE',
  name: 'Grace Chan',
  email: 'grace.chan@bank.example',
  locale: 'en-GB',
  tz: 'Asia/Hong_Kong',
};

export const slackApp: LocalSlackOptions['app'] = {
  appId: 'A0TEST',
  botUserId: 'U0BOT',
  botId: 'B0BOT',
  name: 'Bellwether',
  botToken: 'xoxb-local',
  appToken: 'xapp-local',
  signingSecret: 'local-signing-secret',
  teamId: 'T0LOCAL',
  teamName: 'Sample Bank',
  commands: [
    { command: '/tier', description: 'Override a tier' },
    { command: '/reassign', description: 'Reassign a client', shouldEscape: true },
  ],
  shortcuts: [{ name: 'Find clients', callbackId: 'find_clients' }],
};

export type Overrides = Partial<Omit<LocalSlackOptions, 'app'>> & {
  app?: Partial<LocalSlackOptions['app']>;
};

export const startWorkspace = ({ app, ...options }: Overrides = {}): Promise<LocalSlack> =>
  startLocalSlack({
    port: 0,
    stateFile: null,
    people: [lin, grace],
    channels: [{ id: 'C0GENERAL', name: 'general', members: [lin.userId, grace.userId] }],
    app: { ...slackApp, ...app },
    ...options,
  });

const shared = (slack: LocalSlack) => ({
  token: slackApp.botToken,
  botId: slackApp.botId,
  botUserId: slackApp.botUserId,
  tokenVerificationEnabled: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 5_000 },
});

/** The real Bolt app in Socket Mode; listeners are added before it starts. */
export const startSocketApp = async (
  slack: LocalSlack,
  register: (app: App) => void,
): Promise<App> => {
  const app = new App({ ...shared(slack), appToken: slackApp.appToken, socketMode: true });
  register(app);
  await app.start();
  return app;
};

/** The real Bolt app behind a request URL on this port. */
export const startHttpApp = async (
  slack: LocalSlack,
  port: number,
  register: (app: App) => void,
): Promise<App> => {
  const app = new App({ ...shared(slack), signingSecret: slackApp.signingSecret });
  register(app);
  await app.start(port);
  return app;
};
