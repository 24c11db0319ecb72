import { catalog } from './catalog.ts';

const expectedEn: Record<string, string> = {
  DATABASE_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  DATABASE_SERVICE_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  DATABASE_READER_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  SLACK_BOT_TOKEN: 'a bot token that begins with xoxb-',
  SLACK_APP_TOKEN: 'an app-level token that begins with xapp-',
  SLACK_SIGNING_SECRET: "the signing secret from the Slack app's Basic Information page",
  SLACK_PORT: 'a port from 0 to 65535',
  BELLWETHER_PAGE_PORT: 'a port from 0 to 65535',
  BELLWETHER_HEALTH_PORT: 'a port from 0 to 65535',
  BELLWETHER_DIGEST_AT: 'a time such as 08:30',
  BELLWETHER_NIGHTLY_AT: 'a time such as 02:00',
  BELLWETHER_TIME_ZONE: 'an IANA time zone such as Asia/Shanghai',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
};
const expectedZh: Record<string, string> = {
  DATABASE_URL: '形如 postgres://login:password@host:5432/bellwether 的地址',
  DATABASE_SERVICE_URL: '形如 postgres://login:password@host:5432/bellwether 的地址',
  DATABASE_READER_URL: '形如 postgres://login:password@host:5432/bellwether 的地址',
  SLACK_BOT_TOKEN: '以 xoxb- 开头的机器人令牌',
  SLACK_APP_TOKEN: '以 xapp- 开头的应用级令牌',
  SLACK_SIGNING_SECRET: 'Slack 应用「Basic Information」页上的签名密钥',
  SLACK_PORT: '0 到 65535 之间的端口',
  BELLWETHER_PAGE_PORT: '0 到 65535 之间的端口',
  BELLWETHER_HEALTH_PORT: '0 到 65535 之间的端口',
  BELLWETHER_DIGEST_AT: '形如 08:30 的时间',
  BELLWETHER_NIGHTLY_AT: '形如 02:00 的时间',
  BELLWETHER_TIME_ZONE: 'IANA 时区名，例如 Asia/Shanghai',
  LOG_LEVEL: 'fatal、error、warn、info、debug、trace 或 silent',
};

export const configText = catalog(
  {
    badSetting: (name: string) =>
      `The setting ${name} is not usable: it should be ${expectedEn[name]}. Correct it in the environment and start again.`,
    slackIncomplete:
      'Slack is set up by half: give SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode) or with SLACK_SIGNING_SECRET (HTTP), or none of them for the local workspace.',
  },
  {
    badSetting: (name: string) =>
      `设置 ${name} 不可用：应为${expectedZh[name]}。请改正环境变量后重新启动。`,
    slackIncomplete:
      'Slack 设置不完整：请同时提供 SLACK_BOT_TOKEN 与 SLACK_APP_TOKEN（Socket Mode），或与 SLACK_SIGNING_SECRET（HTTP）；都不提供则使用本机工作区。',
  },
);
