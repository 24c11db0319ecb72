import { catalog } from './catalog.ts';

const expectedEn: Record<string, string> = {
  DATABASE_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  DATABASE_SERVICE_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  DATABASE_READER_URL: 'an address such as postgres://login:password@host:5432/bellwether',
  SLACK_BOT_TOKEN: 'a bot token that begins with xoxb-',
  SLACK_APP_TOKEN: 'an app-level token that begins with xapp-',
  SLACK_SIGNING_SECRET: "the signing secret from the Slack app's Basic Information page",
  SLACK_PORT: 'a port from 0 to 65535',
  SLACK_STATE_SECRET: 'a secret of at least 16 characters that nobody else knows',
  SLACK_TOKEN_KEY: '32 random bytes as base64, for example from `openssl rand -base64 32`',
  SLACK_TEAM_IDS: 'the ids of your workspaces with commas between, such as T0123ABCD,T0456EFGH',
  SLACK_REDIRECT_URI: 'an address such as https://bellwether.bank.example/slack/oauth_redirect',
  SLACK_COMMAND_PREFIX: 'at most 20 small letters, digits, - and _',
  BELLWETHER_PAGE_PORT: 'a port from 0 to 65535',
  BELLWETHER_HEALTH_PORT: 'a port from 0 to 65535',
  BELLWETHER_DIGEST_AT: 'a time such as 08:30',
  BELLWETHER_NIGHTLY_AT: 'a time such as 02:00',
  BELLWETHER_NIGHT_WORKERS: 'a whole number from 1 to 8',
  BELLWETHER_TIME_ZONE: 'an IANA time zone such as Asia/Shanghai',
  BELLWETHER_MODEL_URL: 'an address such as https://models.bank.example/v1',
  BELLWETHER_MODEL_KEY: 'the key of the model endpoint',
  BELLWETHER_MODEL_NAME: 'the name of the model at the endpoint',
  BELLWETHER_MODEL_TIMEOUT_SECONDS: 'a whole number of seconds from 1 to 60',
  BELLWETHER_MODEL_CALLS_PER_DAY: 'a whole number from 1 to 10000',
  BELLWETHER_MODEL_TOKENS_PER_DAY: 'a whole number from 1 to 100000000',
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
  SLACK_STATE_SECRET: '至少 16 个字符且不为他人所知的密钥',
  SLACK_TOKEN_KEY: '32 个随机字节的 base64，例如 `openssl rand -base64 32` 的输出',
  SLACK_TEAM_IDS: '以逗号分隔的工作区 ID，例如 T0123ABCD,T0456EFGH',
  SLACK_REDIRECT_URI: '形如 https://bellwether.bank.example/slack/oauth_redirect 的地址',
  SLACK_COMMAND_PREFIX: '不超过 20 个小写字母、数字、- 或 _',
  BELLWETHER_PAGE_PORT: '0 到 65535 之间的端口',
  BELLWETHER_HEALTH_PORT: '0 到 65535 之间的端口',
  BELLWETHER_DIGEST_AT: '形如 08:30 的时间',
  BELLWETHER_NIGHTLY_AT: '形如 02:00 的时间',
  BELLWETHER_NIGHT_WORKERS: '1 到 8 之间的整数',
  BELLWETHER_TIME_ZONE: 'IANA 时区名，例如 Asia/Shanghai',
  BELLWETHER_MODEL_URL: '形如 https://models.bank.example/v1 的地址',
  BELLWETHER_MODEL_KEY: '模型服务的密钥',
  BELLWETHER_MODEL_NAME: '模型服务中的模型名称',
  BELLWETHER_MODEL_TIMEOUT_SECONDS: '1 到 60 之间的整数（秒）',
  BELLWETHER_MODEL_CALLS_PER_DAY: '1 到 10000 之间的整数',
  BELLWETHER_MODEL_TOKENS_PER_DAY: '1 到 100000000 之间的整数',
  LOG_LEVEL: 'fatal、error、warn、info、debug、trace 或 silent',
};

export const configText = catalog(
  {
    badSetting: (name: string) =>
      `The setting ${name} is not usable: it should be ${expectedEn[name]}. Correct it in the environment and start again.`,
    slackIncomplete:
      'Slack is set up by half: give SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode) or with SLACK_SIGNING_SECRET (HTTP), or none of them for the local workspace.',
    oauthIncomplete: (missing: string) =>
      `Slack’s OAuth is set up by half: ${missing} is missing. Give it too, or take SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET away to work in one workspace by its token.`,
    oauthAndToken:
      'Slack is set up twice: SLACK_CLIENT_ID is for several workspaces that install the app by OAuth, SLACK_BOT_TOKEN and SLACK_APP_TOKEN for one by its tokens. Take one of the two away.',
    modelIncomplete:
      'The model is set up by half: give BELLWETHER_MODEL_URL with BELLWETHER_MODEL_NAME (and BELLWETHER_MODEL_KEY where the endpoint wants one), or none of them to work without a model.',
  },
  {
    badSetting: (name: string) =>
      `设置 ${name} 不可用：应为${expectedZh[name]}。请改正环境变量后重新启动。`,
    slackIncomplete:
      'Slack 设置不完整：请同时提供 SLACK_BOT_TOKEN 与 SLACK_APP_TOKEN（Socket Mode），或与 SLACK_SIGNING_SECRET（HTTP）；都不提供则使用本机工作区。',
    oauthIncomplete: (missing) =>
      `Slack OAuth 设置不完整：缺少 ${missing}。请补全；如只在一个工作区中使用令牌，请去掉 SLACK_CLIENT_ID、SLACK_CLIENT_SECRET 与 SLACK_STATE_SECRET。`,
    oauthAndToken:
      'Slack 设置重复：SLACK_CLIENT_ID 用于多个工作区通过 OAuth 安装，SLACK_BOT_TOKEN 与 SLACK_APP_TOKEN 用于单个工作区，请二者选一。',
    modelIncomplete:
      '模型设置不完整：请同时提供 BELLWETHER_MODEL_URL 与 BELLWETHER_MODEL_NAME（服务需要密钥时再加 BELLWETHER_MODEL_KEY）；都不提供则不使用模型。',
  },
);
