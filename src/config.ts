/** The environment, parsed once, with a sentence for each mistake. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { fail, ok, type Result } from './domain/result.ts';
import type { ModelSettings } from './llm/settings.ts';
import type { OneWorkspace, SeveralWorkspaces } from './slack/connection.ts';
import { isSealKey } from './slack/token-seal.ts';
import { problem } from './text/catalog.ts';
import { configText } from './text/config.ts';

/** One process reads what they send: more would wait for it. */
const NIGHT_WORKERS_MAX = 4;
const coresForNight = (): number => Math.min(availableParallelism(), NIGHT_WORKERS_MAX);

const port = z.coerce.number().int().min(0).max(65_535);
const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const wholeFrom = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const postgresAddress = z.url({ protocol: /^postgres(ql)?$/ });

const environment = z.object({
  BELLWETHER_DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(postgresAddress),
  DATABASE_SERVICE_URL: optional(postgresAddress),
  DATABASE_READER_URL: optional(postgresAddress),
  SLACK_BOT_TOKEN: optional(z.string().startsWith('xoxb-')),
  SLACK_APP_TOKEN: optional(z.string().startsWith('xapp-')),
  SLACK_SIGNING_SECRET: optional(z.string().min(8)),
  SLACK_PORT: optional(port),
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(z.string()),
  SLACK_STATE_SECRET: optional(z.string().min(16)),
  SLACK_TOKEN_KEY: optional(z.string().refine(isSealKey)),
  SLACK_TEAM_IDS: optional(z.string().regex(/^[TE][A-Z0-9]+( *, *[TE][A-Z0-9]+)*$/)),
  SLACK_REDIRECT_URI: optional(z.url({ protocol: /^https?$/ })),
  SLACK_COMMAND_PREFIX: optional(z.string().regex(/^[a-z0-9_-]{1,20}$/)),
  BELLWETHER_PAGE_PORT: optional(port),
  BELLWETHER_HEALTH_PORT: optional(port),
  BELLWETHER_DIGEST_AT: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  BELLWETHER_NIGHTLY_AT: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  BELLWETHER_NIGHT_WORKERS: z.preprocess(blankIsAbsent, wholeFrom(1, 8).default(coresForNight)),
  BELLWETHER_TIME_ZONE: optional(z.string().refine(isTimeZone)),
  BELLWETHER_MODEL_URL: optional(z.url({ protocol: /^https?$/ })),
  BELLWETHER_MODEL_KEY: optional(z.string()),
  BELLWETHER_MODEL_NAME: optional(z.string()),
  BELLWETHER_MODEL_TIMEOUT_SECONDS: optional(wholeFrom(1, 60)),
  BELLWETHER_MODEL_CALLS_PER_DAY: optional(wholeFrom(1, 10_000)),
  BELLWETHER_MODEL_TOKENS_PER_DAY: optional(wholeFrom(1, 100_000_000)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How Slack is reached; `local`: the workspace on this machine. */
export type SlackSettings = { mode: 'local' } | OneWorkspace | SeveralWorkspaces;

export type Config = {
  dataDir: string;
  databaseUrl: string | null;
  databaseServiceUrl: string | null;
  databaseReaderUrl: string | null;
  slack: SlackSettings;
  /** Before the names of the slash commands, where another app has the same; mostly empty. */
  commandPrefix: string;
  pagePort: number;
  healthPort: number;
  /** Local wall time of the morning digest and of the night, HH:MM. */
  digestAt: string;
  nightlyAt: string;
  /** Connections that assess at the same time in a night. */
  nightWorkers: number;
  /** Where a manager has none of their own, and for the night. */
  timeZone: string;
  /** null = questions are understood by the grammar alone. */
  model: ModelSettings | null;
  logLevel: string;
};

type Environment = z.infer<typeof environment>;

const DEFAULT_SLACK_PORT = 3000;

const oneWorkspace = (env: Environment): Result<SlackSettings> => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT: port = DEFAULT_SLACK_PORT } = env;
  if (botToken && appToken) return ok({ mode: 'socket', botToken, appToken });
  if (botToken && signingSecret) return ok({ mode: 'http', botToken, signingSecret, port });
  return fail(problem('slack_settings', configText, (t) => t.slackIncomplete));
};

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
const BESIDE_OAUTH = ['SLACK_SIGNING_SECRET', 'SLACK_TOKEN_KEY', 'SLACK_TEAM_IDS'] as const;

/** Several workspaces install the app by themselves; tokens of one have no place beside. */
const severalWorkspaces = (env: Environment): Result<SlackSettings> => {
  const missing = [...OAUTH, ...BESIDE_OAUTH].filter((name) => !env[name]);
  if (missing.length > 0)
    return fail(problem('slack_oauth', configText, (t) => t.oauthIncomplete(missing.join(', '))));
  if (env.SLACK_BOT_TOKEN || env.SLACK_APP_TOKEN)
    return fail(problem('slack_oauth', configText, (t) => t.oauthAndToken));
  return ok({
    mode: 'oauth',
    clientId: env.SLACK_CLIENT_ID ?? '',
    clientSecret: env.SLACK_CLIENT_SECRET ?? '',
    stateSecret: env.SLACK_STATE_SECRET ?? '',
    signingSecret: env.SLACK_SIGNING_SECRET ?? '',
    tokenKey: env.SLACK_TOKEN_KEY ?? '',
    teamIds: (env.SLACK_TEAM_IDS ?? '').split(',').map((id) => id.trim()),
    redirectUri: env.SLACK_REDIRECT_URI ?? null,
    port: env.SLACK_PORT ?? DEFAULT_SLACK_PORT,
  });
};

const slackSettings = (env: Environment): Result<SlackSettings> => {
  if (OAUTH.some((name) => env[name])) return severalWorkspaces(env);
  const isSet = env.SLACK_BOT_TOKEN || env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET;
  return isSet ? oneWorkspace(env) : ok({ mode: 'local' });
};

const modelSettings = (env: Environment): Result<ModelSettings | null> => {
  const { BELLWETHER_MODEL_URL: url, BELLWETHER_MODEL_NAME: name } = env;
  const key = env.BELLWETHER_MODEL_KEY ?? null;
  if (!url && !name && !key) return ok(null);
  if (!url || !name) return fail(problem('model_settings', configText, (t) => t.modelIncomplete));
  return ok({
    url,
    key,
    name,
    timeoutMs: (env.BELLWETHER_MODEL_TIMEOUT_SECONDS ?? 10) * 1000,
    callsPerDayMax: env.BELLWETHER_MODEL_CALLS_PER_DAY ?? 100,
    tokensPerDayMax: env.BELLWETHER_MODEL_TOKENS_PER_DAY ?? 2_000_000,
  });
};

/** Reads settings from an environment; the Problem names the variable and what it should be. */
export const readConfig = (env: Record<string, string | undefined>): Result<Config> => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    return fail(problem('bad_setting', configText, (t) => t.badSetting(name)));
  }
  const slack = slackSettings(parsed.data);
  if (!slack.ok) return slack;
  const model = modelSettings(parsed.data);
  if (!model.ok) return model;
  const value = parsed.data;
  return ok({
    dataDir: value.BELLWETHER_DATA_DIR ?? '.bellwether',
    databaseUrl: value.DATABASE_URL ?? null,
    databaseServiceUrl: value.DATABASE_SERVICE_URL ?? null,
    databaseReaderUrl: value.DATABASE_READER_URL ?? null,
    slack: slack.value,
    commandPrefix: value.SLACK_COMMAND_PREFIX ?? '',
    pagePort: value.BELLWETHER_PAGE_PORT ?? 4321,
    healthPort: value.BELLWETHER_HEALTH_PORT ?? 4322,
    digestAt: value.BELLWETHER_DIGEST_AT ?? '08:30',
    nightlyAt: value.BELLWETHER_NIGHTLY_AT ?? '02:00',
    nightWorkers: value.BELLWETHER_NIGHT_WORKERS,
    timeZone: value.BELLWETHER_TIME_ZONE ?? 'Asia/Shanghai',
    model: model.value,
    logLevel: value.LOG_LEVEL ?? 'info',
  });
};
