/** The environment, parsed once, with a sentence for each mistake. */
import { z } from 'zod';
import { fail, ok, type Result } from './domain/result.ts';
import type { ModelSettings } from './llm/settings.ts';
import { problem } from './text/catalog.ts';
import { configText } from './text/config.ts';

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
  SLACK_COMMAND_PREFIX: optional(z.string().regex(/^[a-z0-9_-]{1,20}$/)),
  BELLWETHER_PAGE_PORT: optional(port),
  BELLWETHER_HEALTH_PORT: optional(port),
  BELLWETHER_DIGEST_AT: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  BELLWETHER_NIGHTLY_AT: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
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

/** `socket`: tokens for Socket Mode; `http`: signed requests on `port`; `local`: the workspace on this machine. */
export type SlackSettings =
  | { mode: 'local' }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string; port: number };

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
  /** Where a manager has none of their own, and for the night. */
  timeZone: string;
  /** null = questions are understood by the grammar alone. */
  model: ModelSettings | null;
  logLevel: string;
};

type Environment = z.infer<typeof environment>;

const slackSettings = (env: Environment): Result<SlackSettings> => {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: secret,
  } = env;
  if (!botToken && !appToken && !secret) return ok({ mode: 'local' });
  if (botToken && appToken) return ok({ mode: 'socket', botToken, appToken });
  if (botToken && secret)
    return ok({ mode: 'http', botToken, signingSecret: secret, port: env.SLACK_PORT ?? 3000 });
  return fail(problem('slack_settings', configText, (t) => t.slackIncomplete));
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
    timeZone: value.BELLWETHER_TIME_ZONE ?? 'Asia/Shanghai',
    model: model.value,
    logLevel: value.LOG_LEVEL ?? 'info',
  });
};
